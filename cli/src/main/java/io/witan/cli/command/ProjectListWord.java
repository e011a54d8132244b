package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.term.Table;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The projects that the server has. */
@Command(
    name = "list",
    description = "List the projects.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan project list",
      "  ./witan project list --status active --owner anna --json",
      "  ./witan project list --sort=-updated_at --limit 20 --total"
    })
final class ProjectListWord extends ListWord {
  @Mixin private CommonFilters filters;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description =
          "Only those that are active, planning, in_progress, on_hold, completed, archived or"
              + " cancelled.")
  private String status;

  @Option(names = "--owner", paramLabel = "USER", description = "Only those of a user.")
  private String owner;

  ProjectListWord(Environment environment) {
    super(environment);
  }

  @Override
  String list() {
    return "projects";
  }

  @Override
  ListQuery narrowed(ListQuery query) {
    return filters
        .narrow(query)
        .with("--status", "status", Optional.ofNullable(status))
        .with("--owner", "owner", Optional.ofNullable(owner));
  }

  @Override
  Table table() {
    return new Table("PROJECT", "STATUS", "OWNER", "CREATED", "MARK", "NAME");
  }

  @Override
  Object[] row(Thing project) {
    return new Object[] {
      project.text("project_id"),
      project.text("status"),
      project.text("owner"),
      project.text("created_at"),
      mark(project),
      project.text("name")
    };
  }
}
