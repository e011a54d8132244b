package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes a thing: it is archived, with all that lies below it. */
@Command(
    name = "delete",
    description = {
      "Delete it, with all that lies below it, as a product owner.",
      "It is archived: hidden from lists, closed for changes, still to be shown. Work on it ends."
    },
    mixinStandardHelpOptions = true)
final class DeleteWord extends ThingWord {
  private final String list;

  @Parameters(index = "0", paramLabel = "ID", description = "Its id.")
  private String id;

  @Mixin private VersionOption version;

  private DeleteWord(Environment environment, String list) {
    super(environment);
    this.list = list;
  }

  /** The word for the things in one list, with an example. */
  static CommandLine of(Environment environment, String list, String example) {
    CommandLine line = new CommandLine(new DeleteWord(environment, list));
    line.getCommandSpec().usageMessage().footerHeading("%nExamples:%n").footer("  " + example);
    return line;
  }

  @Override
  void ask(WitanApi api) {
    Thing deleted = api.delete(list, id, version.seen());
    show(deleted, () -> say("%s is archived".formatted(id)));
  }
}
