package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a ceremony as a whole one step further. */
@Command(mixinStandardHelpOptions = true)
final class CeremonyStepWord extends ThingWord {
  private final String deed;

  @Parameters(index = "0", paramLabel = "CEREMONY", description = "The id of the ceremony.")
  private String id;

  @Mixin private VersionOption version;

  private CeremonyStepWord(Environment environment, String deed) {
    super(environment);
    this.deed = deed;
  }

  /**
   * The word for a step.
   *
   * @param deed as the server calls it
   */
  static CommandLine of(Environment environment, String deed, String description) {
    CommandLine line = new CommandLine(new CeremonyStepWord(environment, deed));
    String word =
        switch (deed) {
          case "completion" -> "complete";
          case "cancellation" -> "cancel";
          default -> deed;
        };
    line.getCommandSpec()
        .name(word)
        .usageMessage()
        .description(description, "As a product owner.")
        .footerHeading("%nExamples:%n")
        .footer("  ./witan ceremony %s BRC-42cf4fc9".formatted(word));
    return line;
  }

  @Override
  void ask(WitanApi api) {
    Thing ceremony = api.act("ceremonies", id, deed, Map.of(), version.seen());
    String councils =
        deed.equals("start")
            ? ", %s councils were asked".formatted(ceremony.text("deliberations_submitted"))
            : "";
    show(ceremony, () -> say("%s is %s%s".formatted(id, ceremony.text("status"), councils)));
  }
}
