package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The projects that the server has. */
@Command(
    name = "list",
    description = "List the projects.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan project list", "  ./witan project list --archived --json"})
final class ProjectListWord extends ThingWord {
  @Option(names = "--archived", description = "Those that were deleted, too.")
  private boolean archived;

  ProjectListWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    show(
        api.things("/projects?archived=" + archived),
        new Table("PROJECT", "STATUS", "OWNER", "CREATED", "MARK", "NAME"),
        project ->
            new Object[] {
              project.text("project_id"),
              project.text("status"),
              project.text("owner"),
              project.text("created_at"),
              mark(project),
              project.text("name")
            });
  }
}
