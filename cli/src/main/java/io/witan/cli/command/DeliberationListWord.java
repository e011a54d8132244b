package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The deliberations of a story. */
@Command(
    name = "list",
    description = "List the deliberations about a story and its tasks, oldest first.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan deliberation list s-6f9619ff",
      "  ./witan deliberation list s-6f9619ff --json"
    })
final class DeliberationListWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "STORY", description = "The id of the story.")
  private String story;

  DeliberationListWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    show(
        api.ofStory(story, "deliberations"),
        new Table("DELIBERATION", "PURPOSE", "ABOUT", "MODE", "STATUS", "TURNS", "WINNER", "BEGAN"),
        DeliberationListWord::row);
  }

  private static Object[] row(Thing deliberation) {
    return new Object[] {
      deliberation.text("deliberation_id"),
      deliberation.text("purpose"),
      new Thing(deliberation.json().path("subject")).text("id"),
      deliberation.text("mode"),
      deliberation.text("status"),
      deliberation.text("turns"),
      deliberation.text("winner_agent_id"),
      deliberation.text("created_at")
    };
  }
}
