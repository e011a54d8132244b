package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import io.witan.cli.story.StoryFile;
import io.witan.cli.story.StoryFileReader;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a story down. */
@Command(
    name = "create",
    description = "Write down the story of a Markdown file, as a product owner.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan story create E-6f9619ff examples/feature.md"})
final class StoryCreateWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "EPIC", description = "The id of the epic.")
  private String epic;

  @Parameters(index = "1", paramLabel = "FILE", description = "The Markdown file with the story.")
  private Path file;

  StoryCreateWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    StoryFile story = StoryFileReader.read(environment().directory().resolve(file));
    Thing made =
        api.create(
            "stories",
            Map.of(
                "epic_id", epic,
                "title", story.title(),
                "brief", story.brief(),
                "acceptance_criteria", story.acceptanceCriteria()));
    show(
        made,
        () ->
            say(
                "%s is a draft, its readiness %s of 100"
                    .formatted(made.text("story_id"), made.text("dor_score"))));
  }
}
