package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The epics that the server has. */
@Command(
    name = "list",
    description = "List the epics.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan epic list", "  ./witan epic list --project PROJ-6f9619ff --json"})
final class EpicListWord extends ThingWord {
  @Option(names = "--project", paramLabel = "PROJECT", description = "Only those of a project.")
  private String project;

  @Option(names = "--archived", description = "Those that were deleted, too.")
  private boolean archived;

  EpicListWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    String query =
        "?archived="
            + archived
            + (project == null ? "" : "&" + WitanApi.inQuery("project_id", project));
    show(
        api.things("/epics" + query),
        new Table("EPIC", "STATUS", "PROJECT", "CREATED", "MARK", "TITLE"),
        epic ->
            new Object[] {
              epic.text("epic_id"),
              epic.text("status"),
              epic.text("project_id"),
              epic.text("created_at"),
              mark(epic),
              epic.text("title")
            });
  }
}
