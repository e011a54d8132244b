package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The decisions about a story. */
@Command(
    name = "list",
    description = "List the decisions about a story, the oldest first.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan decision list s-6f9619ff", "  ./witan decision list s-6f9619ff --json"})
final class DecisionListWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "STORY", description = "The id of the story.")
  private String id;

  DecisionListWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    show(
        api.ofStory(id, "decisions"),
        new Table("DECISION", "STATUS", "DECIDED BY", "CREATED", "CHOSEN", "TITLE"),
        decision ->
            new Object[] {
              decision.text("decision_id"),
              decision.text("status"),
              decision.text("decided_by"),
              decision.text("created_at"),
              decision.text("chosen"),
              decision.text("title")
            });
  }
}
