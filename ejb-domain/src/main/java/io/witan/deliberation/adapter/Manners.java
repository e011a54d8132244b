package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Endpoint;
import io.witan.deliberation.domain.Manner;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Row;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The manners of agents in lists of texts beside the lists of their names: what belongs to one
 * agent stands at the same place of each. A list in which nobody has anything is left out.
 */
final class Manners {
  private static final String TEMPERATURES = "agent_temperatures";
  private static final String ENDPOINTS = "agent_endpoints";
  private static final String PROFILES = "agent_profiles";

  private Manners() {}

  static Map<String, Object> properties(List<Manner> manners) {
    return Fields.of(
        TEMPERATURES, texts(manners, manner -> manner.temperature().map(String::valueOf)),
        ENDPOINTS, texts(manners, manner -> manner.endpoint().map(Endpoint::value)),
        PROFILES, texts(manners, Manner::profile));
  }

  private static Optional<List<String>> texts(
      List<Manner> manners, Function<Manner, Optional<String>> of) {
    List<Optional<String>> all = manners.stream().map(of).toList();
    return all.stream().allMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(all.stream().map(one -> one.orElse("")).toList());
  }

  /** So many, read from a node. */
  static List<Manner> of(Row node, int many) {
    List<String> temperatures = present(node.texts(TEMPERATURES), many);
    List<String> endpoints = present(node.texts(ENDPOINTS), many);
    List<String> profiles = present(node.texts(PROFILES), many);
    return IntStream.range(0, many)
        .mapToObj(
            place ->
                new Manner(
                    said(temperatures.get(place)).map(Double::valueOf),
                    said(endpoints.get(place)).map(Endpoint::new),
                    said(profiles.get(place))))
        .toList();
  }

  private static List<String> present(List<String> texts, int many) {
    return texts.isEmpty() ? Collections.nCopies(many, "") : texts;
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(some -> !some.isEmpty());
  }
}
