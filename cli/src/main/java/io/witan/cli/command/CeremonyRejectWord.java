package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Turns down what was found about a story. */
@Command(
    name = "reject",
    description = "Turn down what a ceremony found about a story and say why, as a product owner.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan ceremony reject BRC-42cf4fc9 s-6f9619ff 'cut it in two first'"})
final class CeremonyRejectWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "CEREMONY", description = "The id of the ceremony.")
  private String id;

  @Parameters(index = "1", paramLabel = "STORY", description = "The id of the story.")
  private String story;

  @Parameters(index = "2", paramLabel = "REASON", description = "What is wrong with it.")
  private String reason;

  CeremonyRejectWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing ceremony =
        api.act(
            WitanApi.below("ceremonies", id, "stories"),
            story,
            "rejection",
            Map.of("reason", reason),
            Optional.empty());
    show(
        ceremony,
        () -> say("%s is rejected, %s is %s".formatted(story, id, ceremony.text("status"))));
  }
}
