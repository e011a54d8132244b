package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.StoryState;
import io.witan.cli.api.Thing;
import io.witan.cli.term.Table;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The stories that the server has. */
@Command(
    name = "list",
    description = "List the stories.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan story list",
      "  ./witan story list --state READY_TO_REVIEW --json",
      "  ./witan story list --epic E-6f9619ff --by anna --sort=-updated_at --limit 20 --total"
    })
final class StoryListWord extends ListWord {
  @Mixin private CommonFilters filters;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only those in this state: ${COMPLETION-CANDIDATES}.")
  private StoryState state;

  @Option(names = "--epic", paramLabel = "EPIC", description = "Only those of an epic.")
  private String epic;

  @Option(names = "--by", paramLabel = "USER", description = "Only those that a user wrote.")
  private String createdBy;

  @Option(
      names = "--source",
      paramLabel = "HEX",
      description = "Only the one of the file with this digest.")
  private String source;

  StoryListWord(Environment environment) {
    super(environment);
  }

  @Override
  String list() {
    return "stories";
  }

  @Override
  ListQuery narrowed(ListQuery query) {
    return filters
        .narrow(query)
        .with("--state", "state", Optional.ofNullable(state))
        .with("--epic", "epic_id", Optional.ofNullable(epic))
        .with("--by", "created_by", Optional.ofNullable(createdBy))
        .with("--source", "source_digest", Optional.ofNullable(source));
  }

  @Override
  Table table() {
    return new Table("STORY", "STATE", "READY", "UPDATED", "MARK", "TITLE");
  }

  @Override
  Object[] row(Thing story) {
    return new Object[] {
      story.text("story_id"),
      story.text("state"),
      story.text("dor_score"),
      story.text("updated_at"),
      mark(story),
      story.text("title")
    };
  }
}
