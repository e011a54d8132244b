package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Leaves a story out. */
@Command(
    name = "remove",
    description = {
      "Leave a story out of a ceremony, as a product owner; not once its plan is decided.",
      "Added again, its councils are asked anew."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan ceremony remove BRC-42cf4fc9 s-6f9619ff"})
final class CeremonyRemoveWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "CEREMONY", description = "The id of the ceremony.")
  private String id;

  @Parameters(index = "1", paramLabel = "STORY", description = "The id of the story.")
  private String story;

  CeremonyRemoveWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing ceremony =
        api.delete(WitanApi.below("ceremonies", id, "stories"), story, Optional.empty());
    show(
        ceremony,
        () ->
            say(
                "%s is %s, with %d stories"
                    .formatted(id, ceremony.text("status"), ceremony.things("reviews").size())));
  }
}
