package io.witan.cli.command;

import io.witan.cli.api.Thing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a deliberation is about and by which rules it decides, each with its name.
 *
 * @param deliberation as the server shows it
 */
record DeliberationRules(Thing deliberation) {

  /** In the order in which they are shown; empty where there is nothing to say. */
  Map<String, String> lines() {
    Thing subject = new Thing(deliberation.json().path("subject"));
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("about", "%s %s".formatted(subject.text("kind"), subject.text("id")));
    lines.put("purpose", deliberation.text("purpose"));
    lines.put("status", deliberation.text("status"));
    lines.put("mode", deliberation.text("mode"));
    lines.put("rounds", deliberation.text("rounds"));
    lines.put("runner", deliberation.text("runner"));
    lines.put("model", deliberation.text("model"));
    lines.put("deadline", deliberation.text("deadline"));
    return lines;
  }

  /** What proposals must keep to, a line each; empty when anything may be proposed. */
  List<String> constraints() {
    return Stream.of(
            named("allowed_paths", "files: %s"),
            named("asked_paths", "of those only: %s"),
            named("tests", "test: %s"),
            named("forbidden", "not: %s"),
            named("requirements", "%s"))
        .flatMap(lines -> lines)
        .toList();
  }

  private Stream<String> named(String kind, String line) {
    Thing constraints = new Thing(deliberation.json().path("constraints"));
    return constraints.texts(kind).stream().map(line::formatted);
  }
}
