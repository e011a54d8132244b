package io.witan.executor;

import io.witan.deliberation.adapter.ResourcePromptBook;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.TurnKey;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.port.Attempt;
import io.witan.deliberation.port.TurnFacts;
import io.witan.deliberation.port.TurnRequest;
import io.witan.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Requests of turns for tests. */
public final class Turns {
  static final Assignment CARD =
      new Assignment(
          "Pay by card",
          "As a buyer I want to pay by card, so that I need no cash.",
          List.of(
              "A receipt is shown after the payment",
              "An expired card is refused with a clear message",
              "The orders table is migrated"),
          Optional.of("S-1"));

  private Turns() {}

  static TurnFacts facts(
      Purpose purpose,
      TurnKind kind,
      int seat,
      Assignment assignment,
      Optional<Proposal> draft,
      Optional<Critique> critique) {
    Role role = purpose.seats();
    return new TurnFacts(
        purpose,
        kind,
        Agent.council(role, 16, "model-x").get(seat),
        seat,
        16,
        Subject.story("S-1"),
        assignment,
        "",
        draft,
        draft.map(AnswerJson::of),
        critique);
  }

  static TurnFacts proposing(Purpose purpose, int seat, Assignment assignment) {
    return facts(purpose, TurnKind.PROPOSE, seat, assignment, Optional.empty(), Optional.empty());
  }

  static TurnRequest request(TurnFacts facts, String key, Duration time) {
    return new TurnRequest(
        new TurnKey(new DeliberationId(key), facts.seat() + 1),
        Attempt.first(),
        facts.agent(),
        new ResourcePromptBook(500, 1000, Optional.empty()).write(facts, 7).prompt(),
        7,
        Instant.now().plus(time),
        facts,
        Optional.empty());
  }

  /** Somebody proposes a plan. */
  public static TurnRequest plan(String key, Duration time) {
    return request(proposing(Purpose.PLAN, 0, CARD), key, time);
  }

  /** The same at another try. */
  public static TurnRequest again(TurnRequest request, Attempt attempt) {
    return new TurnRequest(
        request.key(),
        attempt,
        request.agent(),
        request.prompt(),
        request.seed(),
        request.deadline(),
        request.facts(),
        request.trace());
  }
}
