package io.witan.executor;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who takes the turns; the name in the configuration is in lower case. */
public enum RunnerKind {
  /** Fixed rules, no model. */
  REHEARSAL,
  /** Any server with {@code /v1/chat/completions}. */
  OPENAI,
  /** Ray clusters, each with an application of Ray Serve and model servers. */
  RAY;

  /**
   * Reads a configured name. MicroProfile Config calls this when the application is deployed, so a
   * wrong name stops the deployment.
   *
   * @throws IllegalArgumentException that names the values, when there is no such runner
   */
  public static RunnerKind of(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.wire().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "witan.runner is \"%s\": expected one of %s".formatted(name, names())));
  }

  private static String names() {
    return Arrays.stream(values()).map(RunnerKind::wire).collect(Collectors.joining(", "));
  }

  private String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
