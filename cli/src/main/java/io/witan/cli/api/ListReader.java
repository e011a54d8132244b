package io.witan.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a list of the server: one page of it, or page after page to its end. */
public final class ListReader {
  private static final String LARGEST_PAGE = "500";

  private final WitanApi api;

  public ListReader(WitanApi api) {
    this.api = api;
  }

  /**
   * Reads what the query asks for: a page if it has a {@code limit}, else everything.
   *
   * @param list the path of the list
   * @param query the parameters as the server names them, with their values
   */
  public Listing read(String list, Map<String, String> query) {
    return query.containsKey("limit") ? page(list, query) : all(list, query);
  }

  private Listing all(String list, Map<String, String> query) {
    Map<String, String> part = new LinkedHashMap<>(query);
    part.put("limit", LARGEST_PAGE);
    Listing page = page(list, part);
    Optional<Long> total = page.total();
    List<Thing> things = new ArrayList<>(page.things());
    // Counting costs the server more than a page does.
    part.remove("total");
    while (page.next().isPresent()) {
      part.put("after", page.next().get());
      page = page(list, part);
      things.addAll(page.things());
    }
    return new Listing(things, Optional.empty(), total);
  }

  private Listing page(String list, Map<String, String> query) {
    String parameters =
        query.entrySet().stream()
            .map(one -> WitanApi.inQuery(one.getKey(), one.getValue()))
            .collect(Collectors.joining("&"));
    Thing page = new Thing(api.raw("/" + list + "?" + parameters));
    JsonNode total = page.json().path("total");
    return new Listing(
        page.things("items"),
        Optional.of(page.text("next")).filter(next -> !next.isEmpty()),
        Optional.of(total).filter(JsonNode::isNumber).map(JsonNode::asLong));
  }
}
