package io.witan.deliberation.port;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.TurnKey;
import java.time.Instant;
import java.util.Objects;

/**
 * What an agent is asked.
 *
 * @param key the same for every attempt of the same turn
 * @param attempt from 1
 * @param prompt what a model gets to see
 * @param seed makes the sampling repeatable
 * @param deadline nobody waits for an answer after it
 * @param facts what the prompt was made of, for runners that do not read prompts
 */
public record TurnRequest(
    TurnKey key,
    int attempt,
    Agent agent,
    Prompt prompt,
    long seed,
    Instant deadline,
    TurnFacts facts) {
  public TurnRequest {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(deadline, "deadline");
    Objects.requireNonNull(facts, "facts");
  }
}
