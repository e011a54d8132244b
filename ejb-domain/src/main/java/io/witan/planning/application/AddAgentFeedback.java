package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Advice;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.CeremonyStatus;
import io.witan.planning.domain.Opinion;
import io.witan.planning.domain.ReviewRole;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.AgentProposals;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** An agent from outside says what it thinks of a story. */
@Dependent
public class AddAgentFeedback {
  private final Transactions transactions;
  private final CeremonyDesk desk;
  private final AgentProposals proposals;
  private final Clock clock;

  @Inject
  public AddAgentFeedback(
      Transactions transactions, CeremonyDesk desk, AgentProposals proposals, Clock clock) {
    this.transactions = transactions;
    this.desk = desk;
    this.proposals = proposals;
    this.clock = clock;
  }

  /**
   * What the agent says.
   *
   * @param proposal what it would do, as JSON in the agreed form or as free text; may be empty
   * @param at when it was said; absent means now
   */
  public record Feedback(
      ReviewRole role, String agent, String text, String proposal, Optional<Instant> at) {}

  /**
   * Adds it. Said again, or when the ceremony listens to nobody, it changes nothing and the
   * ceremony is answered as it is.
   */
  public Outcome<Ceremony> add(Command command, CeremonyId id, StoryId story, Feedback feedback) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("give feedback as " + feedback.role(), feedback.role().role())
                .then(actor -> desk.lockFresh(command, id))
                .then(ceremony -> add(ceremony, story, opinion(feedback))));
  }

  private Outcome<Ceremony> add(Ceremony ceremony, StoryId story, Opinion opinion) {
    if (ceremony.status() != CeremonyStatus.IN_PROGRESS) {
      return Outcome.done(ceremony);
    }
    return ceremony
        .known(story)
        .map(review -> ceremony.take(story, opinion).map(desk::saveAndGoOn).orElse(ceremony));
  }

  private Opinion opinion(Feedback feedback) {
    return new Opinion(
        feedback.role(),
        feedback.agent(),
        Optional.empty(),
        feedback.text(),
        advice(feedback),
        feedback.at().orElseGet(clock::instant));
  }

  /** A proposal in the agreed form says all; otherwise the lines of what was written do. */
  private Advice advice(Feedback feedback) {
    return proposals
        .read(feedback.proposal())
        .orElseGet(() -> Advice.in(feedback.text() + "\n" + feedback.proposal()));
  }
}
