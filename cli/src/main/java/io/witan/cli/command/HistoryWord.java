package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import picocli.CommandLine.Option;

/** The changes of one thing, or what it was after one of them, as its audit chain tells it. */
abstract class HistoryWord extends ThingWord {
  private static final int HASH_SHOWN = 10;

  @Option(
      names = "--at",
      paramLabel = "N",
      description = "Show what it was after its change number N, the first one being 1.")
  private Integer number;

  HistoryWord(Environment environment) {
    super(environment);
  }

  /** Shows the changes of a thing of that kind, or what it was after the one asked for. */
  final void show(WitanApi api, String kind, String id) {
    if (number == null) {
      show(
          api.changes(kind, id),
          new Table("NO", "AT", "ACTOR", "ACTION", "HASH"),
          HistoryWord::columns);
    } else {
      Thing past = api.past(kind, id, number);
      show(past, () -> page(past));
    }
  }

  private static Object[] columns(Thing change) {
    String hash = change.text("hash");
    return new Object[] {
      change.text("sequence"),
      change.text("at"),
      change.text("actor"),
      change.text("action"),
      hash.substring(0, Math.min(HASH_SHOWN, hash.length()))
    };
  }

  private void page(Thing past) {
    heading(
        "%s %s after change %s"
            .formatted(past.text("kind"), past.text("id"), past.text("sequence")));
    line("at", past.text("at"));
    line("by", past.text("actor"));
    line("action", past.text("action"));
    out().println();
    Table table = new Table("PROPERTY", "VALUE");
    past.json()
        .path("properties")
        .properties()
        .forEach(
            one ->
                table.row(
                    one.getKey(),
                    one.getValue().isTextual()
                        ? one.getValue().asText()
                        : one.getValue().toString()));
    table.print(out(), environment().terminal().style());
  }
}
