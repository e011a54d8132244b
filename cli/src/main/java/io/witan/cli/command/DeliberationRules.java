package io.witan.cli.command;

import io.witan.cli.api.Thing;
import java.util.LinkedHashMap;
import java.util.Map;

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
}
