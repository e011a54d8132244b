package io.witan.testing;

import io.witan.planning.domain.ReviewRole;
import io.witan.planning.domain.ReviewTicket;
import io.witan.planning.domain.Story;
import io.witan.planning.port.ReviewCouncil;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Councils whose deliberations are named after what they are about: {@code d-s-1-QA}. */
public final class FakeReviewCouncil implements ReviewCouncil {
  /** What was asked for, in order. */
  public final List<ReviewTicket> convened = new ArrayList<>();

  /** The deliberations that were dismissed, in order. */
  public final List<String> dismissed = new ArrayList<>();

  /** The roles for which no council can be had. */
  public final List<ReviewRole> absent = new ArrayList<>();

  private final Map<String, Answer> answers = new HashMap<>();

  /** Lets a deliberation end. */
  public void answers(String deliberation, Answer answer) {
    answers.put(deliberation, answer);
  }

  @Override
  public Outcome<String> convene(Command command, ReviewTicket ticket, Story story) {
    if (absent.contains(ticket.role())) {
      return Outcome.refused(Refusal.of(Refusal.Code.UNAVAILABLE, "no model"));
    }
    convened.add(ticket);
    return Outcome.done(ACeremony.deliberation(story.id().value(), ticket.role()));
  }

  @Override
  public Outcome<Answer> answer(String deliberation) {
    return Optional.ofNullable(answers.get(deliberation))
        .map(Outcome::done)
        .orElseGet(() -> Refusal.notFound("deliberation", deliberation).asOutcome());
  }

  @Override
  public void dismiss(Command command, String deliberation) {
    dismissed.add(deliberation);
  }
}
