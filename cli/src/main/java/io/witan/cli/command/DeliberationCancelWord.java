package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends a deliberation that nobody wants any more. */
@Command(
    name = "cancel",
    description = {
      "Cancel a deliberation, as a product owner, an architect or a developer.",
      "What was said stays; turns that are under way are given up."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan deliberation cancel D-6f9619ff"})
final class DeliberationCancelWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "DELIBERATION", description = "The id of the deliberation.")
  private String id;

  @Mixin private VersionOption version;

  DeliberationCancelWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing cancelled = api.act("deliberations", id, "cancellation", Map.of(), version.seen());
    show(cancelled, () -> say("%s: %s".formatted(id, cancelled.text("error"))));
  }
}
