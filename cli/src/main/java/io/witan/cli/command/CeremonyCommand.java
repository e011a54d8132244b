package io.witan.cli.command;

import io.witan.cli.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Has stories reviewed before they are planned. */
@Command(
    name = "ceremony",
    description = {
      "Have stories reviewed by councils of architects, QA and DevOps before they are planned,",
      "and make plans of what they find."
    },
    synopsisSubcommandLabel =
        "(list | show | create | add | remove | start | approve | reject | complete | cancel)",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan ceremony create s-6f9619ff s-8b864d01",
      "  ./witan ceremony start BRC-42cf4fc9",
      "  ./witan ceremony show BRC-42cf4fc9 --follow",
      "  ./witan ceremony approve BRC-42cf4fc9 s-6f9619ff --notes 'small enough'"
    })
final class CeremonyCommand extends Group {
  private CeremonyCommand(Environment environment) {
    super(environment, "ceremony");
  }

  static CommandLine line(Environment environment) {
    CommandLine line = new CommandLine(new CeremonyCommand(environment));
    line.addSubcommand("list", new CeremonyListWord(environment));
    line.addSubcommand("show", new CeremonyShowWord(environment));
    line.addSubcommand("create", new CeremonyCreateWord(environment));
    line.addSubcommand("add", new CeremonyAddWord(environment));
    line.addSubcommand("remove", new CeremonyRemoveWord(environment));
    line.addSubcommand(
        "start",
        CeremonyStepWord.of(
            environment, "start", "Have councils of all three roles think about every story."));
    line.addSubcommand("approve", new CeremonyApproveWord(environment));
    line.addSubcommand("reject", new CeremonyRejectWord(environment));
    line.addSubcommand(
        "complete",
        CeremonyStepWord.of(
            environment, "completion", "End a ceremony of which every plan is decided."));
    line.addSubcommand(
        "cancel",
        CeremonyStepWord.of(
            environment, "cancellation", "End a ceremony early; what was decided stays decided."));
    return line;
  }
}
