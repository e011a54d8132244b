package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a project. */
@Command(
    name = "create",
    description = "Open a project, as a product owner.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan project create Shop --description 'The web shop'"})
final class ProjectCreateWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "NAME", description = "Its name.")
  private String name;

  @Option(names = "--description", paramLabel = "TEXT", description = "What it is.")
  private String description = "";

  ProjectCreateWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing project = api.create("projects", Map.of("name", name, "description", description));
    show(project, () -> say("%s is open".formatted(project.text("project_id"))));
  }
}
