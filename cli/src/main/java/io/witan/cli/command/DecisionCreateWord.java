package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proposes a decision. */
@Command(
    name = "create",
    description = "Propose a decision about a story.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan decision create s-6f9619ff 'Which store' --option Graph --option Files --chosen Graph --why 'One backup'"
    })
final class DecisionCreateWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "STORY", description = "The id of the story.")
  private String story;

  @Parameters(index = "1", paramLabel = "TITLE", description = "What is decided.")
  private String title;

  @Option(
      names = "--option",
      required = true,
      paramLabel = "TEXT",
      description = "What there is to choose from; once for each.")
  private List<String> options;

  @Option(
      names = "--chosen",
      required = true,
      paramLabel = "TEXT",
      description = "The one that is chosen.")
  private String chosen;

  @Option(names = "--why", required = true, paramLabel = "TEXT", description = "The rationale.")
  private String rationale;

  @Option(names = "--plan", paramLabel = "PLAN", description = "The plan that it is about.")
  private String plan;

  @Option(
      names = "--affects",
      paramLabel = "TASK",
      description = "A task that it bears on; once for each.")
  private List<String> affects = List.of();

  @Option(
      names = "--supersedes",
      paramLabel = "DECISION",
      description = "The one whose place it takes when it is approved.")
  private String supersedes;

  DecisionCreateWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "story_id", story,
                "title", title,
                "options", options,
                "chosen", chosen,
                "rationale", rationale,
                "affects", affects));
    Optional.ofNullable(plan).ifPresent(id -> body.put("plan_id", id));
    Optional.ofNullable(supersedes).ifPresent(id -> body.put("supersedes", id));
    Thing decision = api.create("decisions", body);
    show(decision, () -> say("%s is proposed".formatted(decision.text("decision_id"))));
  }
}
