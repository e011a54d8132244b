package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a role its council. */
@Command(
    name = "delete",
    description = {
      "Delete the council of a role, as devops or an administrator.",
      "Deliberations under way go on; it may be created again."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan council delete data"})
final class CouncilDeleteWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "ROLE", description = "Its role, such as dev or qa.")
  private String role;

  @Mixin private VersionOption version;

  CouncilDeleteWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing deleted = api.delete("councils", role, version.seen());
    show(
        deleted,
        () ->
            say(
                "%s is deleted, with %d agents"
                    .formatted(deleted.text("council_id"), deleted.things("agents").size())));
  }
}
