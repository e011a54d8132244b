package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.term.Table;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The epics that the server has. */
@Command(
    name = "list",
    description = "List the epics.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan epic list",
      "  ./witan epic list --project PROJ-6f9619ff --json",
      "  ./witan epic list --status active --text checkout --sort updated_at"
    })
final class EpicListWord extends ListWord {
  @Mixin private CommonFilters filters;

  @Option(names = "--project", paramLabel = "PROJECT", description = "Only those of a project.")
  private String project;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description =
          "Only those that are active, planning, in_progress, completed, archived or cancelled.")
  private String status;

  EpicListWord(Environment environment) {
    super(environment);
  }

  @Override
  String list() {
    return "epics";
  }

  @Override
  ListQuery narrowed(ListQuery query) {
    return filters
        .narrow(query)
        .with("--project", "project_id", Optional.ofNullable(project))
        .with("--status", "status", Optional.ofNullable(status));
  }

  @Override
  Table table() {
    return new Table("EPIC", "STATUS", "PROJECT", "CREATED", "MARK", "TITLE");
  }

  @Override
  Object[] row(Thing epic) {
    return new Object[] {
      epic.text("epic_id"),
      epic.text("status"),
      epic.text("project_id"),
      epic.text("created_at"),
      mark(epic),
      epic.text("title")
    };
  }
}
