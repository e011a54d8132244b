package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens an epic. */
@Command(
    name = "create",
    description = "Open an epic in a project, as a product owner.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan epic create PROJ-6f9619ff Checkout --description 'Pay and go'"})
final class EpicCreateWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "PROJECT", description = "The id of the project.")
  private String project;

  @Parameters(index = "1", paramLabel = "TITLE", description = "Its title.")
  private String title;

  @Option(names = "--description", paramLabel = "TEXT", description = "What it is.")
  private String description = "";

  EpicCreateWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing epic =
        api.create(
            "epics", Map.of("project_id", project, "title", title, "description", description));
    show(epic, () -> say("%s is open".formatted(epic.text("epic_id"))));
  }
}
