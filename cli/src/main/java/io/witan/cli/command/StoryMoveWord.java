package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.StoryState;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves a story to another state. */
@Command(
    name = "move",
    description = "Move a story to another state, as a product owner.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan story move s-6f9619ff PO_REVIEW",
      "  ./witan story move s-6f9619ff PLANNED --reason 'a spike, one day at most'"
    })
final class StoryMoveWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "STORY", description = "The id of the story.")
  private String id;

  @Parameters(
      index = "1",
      paramLabel = "STATE",
      description = "Where it shall go: ${COMPLETION-CANDIDATES}.")
  private StoryState state;

  @Option(
      names = "--reason",
      paramLabel = "WHY",
      description = "Why it becomes PLANNED although its readiness is below 80.")
  private String reason;

  @Mixin private VersionOption version;

  StoryMoveWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Map<String, Object> body = new HashMap<>(Map.of("target_state", state));
    if (reason != null) {
      body.put("override_reason", reason);
    }
    Thing moved = api.act("stories", id, "transitions", body, version.seen());
    show(moved, () -> say("%s is %s".formatted(id, moved.text("state"))));
  }
}
