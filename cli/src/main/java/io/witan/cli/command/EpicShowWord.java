package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One epic. */
@Command(
    name = "show",
    description = "Show an epic.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan epic show E-6f9619ff"})
final class EpicShowWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "EPIC", description = "The id of the epic.")
  private String id;

  EpicShowWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing epic = api.thing("epics", id);
    show(
        epic,
        () -> {
          heading(epic.text("title"));
          line("epic", epic.text("epic_id"));
          line("project", epic.text("project_id"));
          line("status", epic.text("status"));
          line("created", epic.text("created_at"));
          line("version", epic.text("version"));
          line("mark", mark(epic));
          text(epic.text("description"));
        });
  }
}
