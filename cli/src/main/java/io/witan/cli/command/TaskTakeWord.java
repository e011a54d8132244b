package io.witan.cli.command;

import io.witan.cli.Environment;
import java.util.Map;
import picocli.CommandLine.Command;

/** Takes a task over: whoever does it holds it from then on. */
abstract class TaskTakeWord extends TaskDeedWord {
  private TaskTakeWord(Environment environment, String verb) {
    super(environment, verb);
  }

  @Override
  final Map<String, Object> details() {
    return Map.of();
  }

  /** Work that waits: to be done, reviewed or tested. */
  @Command(
      name = "claim",
      description = {
        "Take a task that waits: to work on it, to review it or to test it, whichever it waits for.",
        "The answer has the fencing token for what you do next, and until when the claim holds."
      },
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = {
        "  ./witan task claim T-6f9619ff",
        "  ./witan task claim T-6f9619ff --as architect --json"
      })
  static final class Claim extends TaskTakeWord {
    Claim(Environment environment) {
      super(environment, "claim");
    }
  }

  /** Work that was turned down. */
  @Command(
      name = "revise",
      description = {
        "Take up a task again that was turned down, as a developer.",
        "The answer has the fencing token for the next commit."
      },
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = "  ./witan task revise T-6f9619ff")
  static final class Revise extends TaskTakeWord {
    Revise(Environment environment) {
      super(environment, "revise");
    }
  }

  /** Work that a service takes. */
  @Command(
      name = "assign",
      description =
          "Take a task that waits for a developer, as a service: needs the role system. People claim it.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExamples:%n",
      footer = "  ./witan task assign T-6f9619ff")
  static final class Assign extends TaskTakeWord {
    Assign(Environment environment) {
      super(environment, "assign");
    }
  }
}
