package io.witan.cli.fake;

import java.util.List;
import java.util.stream.Collectors;

/** How a deliberation goes on, as a stream of events. */
final class FakeProgress {
  private static final String BEGINS =
      event("1", "progress", "generating", 0, "\"current_step\":\"the agents begin to write\"");
  private static final String WRITES =
      event("3", "progress", "generating", 16, "\"current_step\":\"agent-1 wrote a proposal\"");
  private static final String WINS =
      event("3", "end", "complete", 100, "\"current_step\":\"the proposal of agent-1 wins\"");
  private static final String FAILS =
      event(
          "3",
          "end",
          "failed",
          16,
          "\"current_step\":\"there is no winner\",\"error\":\"the model is away\"");

  private FakeProgress() {}

  /** All of it, or what comes after the event that was seen last. */
  static String after(String last, boolean failing) {
    return List.of(BEGINS, WRITES, failing ? FAILS : WINS).stream()
        .skip(last == null ? 0 : Integer.bitCount(Integer.parseInt(last, 16)))
        .collect(Collectors.joining("", ": watching\n\n", ""));
  }

  /** Its beginning alone. */
  static String beginning() {
    return ": watching\n\n" + BEGINS;
  }

  private static String event(String id, String name, String status, int percent, String more) {
    return """
        id: %s
        event: %s
        data: {"deliberation_id":"D-1","status":"%s","progress_percent":%d,%s}

        """
        .formatted(id, name, status, percent, more);
  }
}
