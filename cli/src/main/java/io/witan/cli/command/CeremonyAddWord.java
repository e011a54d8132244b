package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Adds stories. */
@Command(
    name = "add",
    description = {
      "Add stories to a ceremony, as a product owner.",
      "Once it has started, councils are asked about them at once."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan ceremony add BRC-42cf4fc9 s-6f9619ff"})
final class CeremonyAddWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "CEREMONY", description = "The id of the ceremony.")
  private String id;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "STORY", description = "The stories.")
  private List<String> stories;

  CeremonyAddWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing ceremony =
        api.act("ceremonies", id, "stories", Map.of("story_ids", stories), Optional.empty());
    show(
        ceremony,
        () ->
            say(
                "%s is %s, with %d stories"
                    .formatted(id, ceremony.text("status"), ceremony.things("reviews").size())));
  }
}
