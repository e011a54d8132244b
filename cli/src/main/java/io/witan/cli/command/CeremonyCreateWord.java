package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Begins to gather stories. */
@Command(
    name = "create",
    description = "Begin a ceremony, as a product owner; stories may be added later.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan ceremony create", "  ./witan ceremony create s-6f9619ff s-8b864d01"})
final class CeremonyCreateWord extends ThingWord {
  @Parameters(arity = "0..*", paramLabel = "STORY", description = "The ids of stories.")
  private List<String> stories = new ArrayList<>();

  CeremonyCreateWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing ceremony = api.create("ceremonies", Map.of("story_ids", stories));
    show(
        ceremony,
        () ->
            say(
                "%s is %s, with %d stories"
                    .formatted(
                        ceremony.text("ceremony_id"), ceremony.text("status"), stories.size())));
  }
}
