package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Json;
import io.witan.cli.api.ListReader;
import io.witan.cli.api.Listing;
import io.witan.cli.api.RefusedException;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** What every word does alike that shows a list: narrowed, in an order, counted, page by page. */
abstract class ListWord extends ThingWord {
  @Mixin private PageOptions page;

  ListWord(Environment environment) {
    super(environment);
  }

  /** The list, as the server calls it. */
  abstract String list();

  /** Narrows the query to what was asked for. */
  abstract ListQuery narrowed(ListQuery query);

  /** How the list looks as a table. */
  abstract Table table();

  /** The cells of a row of it. */
  abstract Object[] row(Thing thing);

  @Override
  final void ask(WitanApi api) {
    ListQuery query = narrowed(page.query());
    try {
      show(new ListReader(api).read(list(), query.values()));
    } catch (RefusedException refused) {
      throw query.blame(refused);
    }
  }

  private void show(Listing listing) {
    if (asJson()) {
      out().println(Json.pretty(document(listing)));
      return;
    }
    print(listing.things(), table(), this::row);
    listing.total().ifPresent(total -> say("%d in all".formatted(total)));
    listing.next().ifPresent(next -> tell("there are more: --after " + next));
  }

  private static Map<String, Object> document(Listing listing) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("items", listing.things().stream().map(Thing::json).toList());
    listing.next().ifPresent(next -> document.put("next", next));
    listing.total().ifPresent(total -> document.put("total", total));
    return document;
  }
}
