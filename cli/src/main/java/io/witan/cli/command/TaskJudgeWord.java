package io.witan.cli.command;

import io.witan.cli.Environment;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges the work on a task, or ends it. */
abstract class TaskJudgeWord extends TaskDeedWord {
  @Mixin private ArtifactsOption artifacts;
  @Mixin private TokenOption token;

  private TaskJudgeWord(Environment environment, String verb) {
    super(environment, verb);
  }

  abstract String feedback();

  @Override
  final Map<String, Object> details() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("feedback", feedback());
    body.put("artifacts", artifacts.all());
    token.addTo(body);
    return body;
  }

  /** Yes. */
  @Command(
      name = "approve",
      description =
          "Approve the work on a task: its design, its tests or all of it, whichever is asked for where it stands.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = {
        "  ./witan task approve T-6f9619ff --token 5",
        "  ./witan task approve T-6f9619ff --artifact report=https://ci/77 --feedback 'well cut'"
      })
  static final class Approve extends TaskJudgeWord {
    @Option(names = "--feedback", paramLabel = "TEXT", description = "A remark.")
    private String feedback = "";

    Approve(Environment environment) {
      super(environment, "approve");
    }

    @Override
    String feedback() {
      return feedback;
    }
  }

  /** No. */
  @Command(
      name = "reject",
      description = {
        "Turn the work on a task down and say why: the developer revises it.",
        "The no of a product owner ends the task."
      },
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer =
          "  ./witan task reject T-6f9619ff --token 5 --feedback 'an expired card is not refused'")
  static final class Reject extends TaskJudgeWord {
    @Option(
        names = "--feedback",
        paramLabel = "TEXT",
        required = true,
        description = "What is wrong, in at least 10 characters.")
    private String feedback;

    Reject(Environment environment) {
      super(environment, "reject");
    }

    @Override
    String feedback() {
      return feedback;
    }
  }

  /** Never mind. */
  @Command(
      name = "discard",
      description =
          "End a task for good, as a product owner, wherever it stands and whoever holds it.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = "  ./witan task discard T-6f9619ff --feedback 'nobody needs it any more'")
  static final class Discard extends TaskJudgeWord {
    @Option(names = "--feedback", paramLabel = "TEXT", description = "Why.")
    private String feedback = "";

    Discard(Environment environment) {
      super(environment, "discard");
    }

    @Override
    String feedback() {
      return feedback;
    }
  }
}
