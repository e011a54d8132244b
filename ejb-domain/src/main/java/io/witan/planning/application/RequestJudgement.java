package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.JudgementEvent;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.JudgementStatus;
import io.witan.planning.domain.ReadinessJudgement;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.port.JudgementRepository;
import io.witan.planning.port.ReadinessCouncil;
import io.witan.planning.port.StoryRepository;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Has a council judge how ready a story is to be planned. */
@Dependent
public class RequestJudgement {
  /** Later there is nothing left to be ready for. */
  private static final Set<StoryState> BEFORE_THE_GATE =
      EnumSet.of(StoryState.DRAFT, StoryState.PO_REVIEW, StoryState.READY_FOR_PLANNING);

  private final Transactions transactions;
  private final StoryRepository stories;
  private final JudgementRepository judgements;
  private final ReadinessCouncil council;
  private final Clock clock;

  @Inject
  public RequestJudgement(
      Transactions transactions,
      StoryRepository stories,
      JudgementRepository judgements,
      ReadinessCouncil council,
      Clock clock) {
    this.transactions = transactions;
    this.stories = stories;
    this.judgements = judgements;
    this.council = council;
    this.clock = clock;
  }

  /**
   * Asks for a judgement, or answers the one that is asked for already. A verdict that is there
   * counts no more once another is asked for.
   */
  public Outcome<ReadinessJudgement> request(Command command, StoryId id) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("have the readiness of a story judged", Role.PO)
                // Whoever else asks, or moves the story, waits until the transaction ends.
                .then(actor -> Outcome.found("story", id, stories.lock(id)))
                .then(story -> command.fresh(story, "story " + id, story.version()))
                .then(Story::writable)
                .then(RequestJudgement::beforeTheGate)
                .then(story -> request(command, story)));
  }

  private static Outcome<Story> beforeTheGate(Story story) {
    if (BEFORE_THE_GATE.contains(story.state())) {
      return Outcome.done(story);
    }
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.ILLEGAL_TRANSITION,
            "the readiness of story %s cannot be judged while %s; legal: %s"
                .formatted(story.id(), story.state(), "DRAFT, PO_REVIEW, READY_FOR_PLANNING")));
  }

  private Outcome<ReadinessJudgement> request(Command command, Story story) {
    JudgementId id = JudgementId.of(story.id());
    Optional<ReadinessJudgement> before = judgements.lock(id);
    if (before.filter(one -> one.status() == JudgementStatus.REQUESTED).isPresent()) {
      return Outcome.done(before.get());
    }
    return council
        .convene(command, id, story)
        .then(deliberation -> asked(before, story, deliberation, command.actor().id()))
        .onDone(judgements::save)
        .map(Change::after);
  }

  private Outcome<Change<ReadinessJudgement, JudgementEvent>> asked(
      Optional<ReadinessJudgement> before, Story story, String deliberation, ActorId by) {
    return before
        .map(ended -> ended.again(story, deliberation, by, clock.instant()))
        .orElseGet(
            () ->
                Outcome.done(ReadinessJudgement.request(story, deliberation, by, clock.instant())));
  }
}
