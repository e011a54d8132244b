package io.witan.benchmarks.ray;

import io.witan.benchmarks.load.Contender;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.TurnKey;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.port.Attempt;
import io.witan.deliberation.port.Prompt;
import io.witan.deliberation.port.TurnFacts;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.deliberation.port.TurnRunner;
import io.witan.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Turns one after the other by a runner: a short question, and an answer of some 50 tokens. */
final class Turns implements Contender {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String CRITIQUE =
      """
      {"type": "object", "additionalProperties": false, "required": ["critique", "score"],
       "properties": {"critique": {"type": "string", "minLength": 100, "maxLength": 100},
                      "score": {"type": "number", "enum": [0.25, 0.5, 0.75]}}}""";
  private static final Prompt PROMPT =
      new Prompt(
          "You judge plans.", "Judge this plan: pay by card.", 0.7, 500, "critique", CRITIQUE);

  private final TurnRunner runner;
  private final Agent agent;
  private final TurnFacts facts;
  private final AtomicInteger asked = new AtomicInteger();

  Turns(TurnRunner runner) {
    this.runner = runner;
    this.agent = Agent.council(Role.ARCHITECT, 1, runner.model()).get(0);
    this.facts =
        new TurnFacts(
            Purpose.PLAN,
            TurnKind.PROPOSE,
            agent,
            0,
            1,
            Subject.story("s-1"),
            new Assignment("Pay by card", "I want to pay by card.", List.of(), Optional.empty()),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  @Override
  public String name() {
    return runner.name();
  }

  @Override
  public void call(int client) {
    int number = asked.incrementAndGet();
    TurnRequest request =
        new TurnRequest(
            new TurnKey(new DeliberationId("D-bench-" + client), number),
            Attempt.first(),
            agent,
            PROMPT,
            number,
            Instant.now().plus(PATIENCE),
            facts,
            Optional.empty());
    TurnResult unused = runner.run(request).toCompletableFuture().join();
  }

  @Override
  public void settle() {
    // An answer is all of it.
  }

  @Override
  public void close() {
    // The runner holds nothing.
  }
}
