package io.witan.benchmarks.transitions;

import io.witan.benchmarks.transitions.TappedGraph.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements of one transition, to be said again about another story at another version.
 *
 * @param story that was moved
 * @param version after the move
 */
record Recording(String story, long version, List<Statement> statements) {

  /** The same statements with the other's id and version, everything else as it was. */
  List<Statement> about(String other, long next) {
    return statements.stream()
        .map(one -> new Statement(one.cypher(), map(one.parameters(), other, next)))
        .toList();
  }

  private Map<String, Object> map(Map<?, ?> recorded, String other, long next) {
    Map<String, Object> changed = new LinkedHashMap<>();
    recorded.forEach((name, value) -> changed.put(name.toString(), value(value, other, next)));
    return changed;
  }

  private Object value(Object value, String other, long next) {
    if (value instanceof Map<?, ?> map) {
      return map(map, other, next);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(item -> value(item, other, next)).toList();
    }
    if (value instanceof Long number && number == version) {
      return next;
    }
    if (value instanceof String text && text.contains(story)) {
      // A message is named after the aggregate and its version.
      return text.replace(story + "/" + version, other + "/" + next).replace(story, other);
    }
    return value;
  }
}
