package io.witan.deliberation.port;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.TurnKey;
import io.witan.shared.TraceContext;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What an agent is asked.
 *
 * @param key the same for every attempt of the same turn
 * @param attempt which try of the turn it is
 * @param prompt what a model gets to see
 * @param seed makes the sampling repeatable
 * @param deadline nobody waits for an answer after it
 * @param facts what the prompt was made of, for runners that do not read prompts
 * @param trace where it belongs in a trace; absent when nobody asked for one
 */
public record TurnRequest(
    TurnKey key,
    Attempt attempt,
    Agent agent,
    Prompt prompt,
    long seed,
    Instant deadline,
    TurnFacts facts,
    Optional<TraceContext> trace) {
  public TurnRequest {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(attempt, "attempt");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(deadline, "deadline");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(trace, "trace");
  }

  /** The same at another place in a trace. */
  public TurnRequest below(Optional<TraceContext> place) {
    return new TurnRequest(key, attempt, agent, prompt, seed, deadline, facts, place);
  }
}
