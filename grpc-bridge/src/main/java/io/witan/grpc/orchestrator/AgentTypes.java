package io.witan.grpc.orchestrator;

import io.witan.shared.InvalidValue;
import java.util.Locale;
import java.util.Map;

/**
 * Types of agents and the runners that take their turns. One runner is configured for all, so a
 * type that means another one is refused.
 */
final class AgentTypes {
  private static final Map<String, String> RUNNERS =
      Map.of("MOCK", "rehearsal", "VLLM", "openai", "RAY_VLLM", "ray");

  private AgentTypes() {}

  static void mustBeConfigured(String field, String type, String runner) {
    if (!type.isBlank() && !runner.equals(RUNNERS.get(type.strip().toUpperCase(Locale.ROOT)))) {
      String known =
          RUNNERS.entrySet().stream()
              .filter(entry -> entry.getValue().equals(runner))
              .map(Map.Entry::getKey)
              .findFirst()
              .map(name -> " or " + name)
              .orElse("");
      throw new InvalidValue(
          field, type, "empty%s, as the configured runner is %s".formatted(known, runner));
    }
  }
}
