package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One project. */
@Command(
    name = "show",
    description = "Show a project.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan project show PROJ-6f9619ff"})
final class ProjectShowWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "PROJECT", description = "The id of the project.")
  private String id;

  ProjectShowWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing project = api.thing("projects", id);
    show(
        project,
        () -> {
          heading(project.text("name"));
          line("project", project.text("project_id"));
          line("status", project.text("status"));
          line("owner", project.text("owner"));
          line("created", project.text("created_at"));
          line("version", project.text("version"));
          line("mark", mark(project));
          text(project.text("description"));
        });
  }
}
