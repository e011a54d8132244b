package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.JudgementEvent;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.ReadinessJudgement;
import io.witan.planning.domain.Story;
import io.witan.planning.port.JudgementRepository;
import io.witan.planning.port.ReadinessCouncil;
import io.witan.planning.port.StoryRepository;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Takes the verdict of a completed deliberation on a story's readiness; one that does not fit the
 * story fails the judgement, and says why.
 */
@Dependent
public class JudgeReadiness {
  private final Transactions transactions;
  private final StoryRepository stories;
  private final JudgementRepository judgements;
  private final ReadinessCouncil council;
  private final Clock clock;

  @Inject
  public JudgeReadiness(
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

  /** Takes the verdict; one that nobody waits for (any more) changes nothing. */
  public Outcome<ReadinessJudgement> judge(Command command, JudgementId id, String deliberation) {
    return transactions.run(
        command,
        () ->
            Outcome.found("judgement", id, judgements.find(id))
                // Whoever asks for another, or moves the story, waits until the transaction ends.
                .then(seen -> Outcome.found("story", seen.story(), stories.lock(seen.story())))
                .then(story -> judge(story, id, deliberation)));
  }

  private Outcome<ReadinessJudgement> judge(Story story, JudgementId id, String deliberation) {
    return Outcome.found("judgement", id, judgements.lock(id))
        .map(judgement -> judgement.waitsFor(deliberation) ? end(story, judgement) : judgement);
  }

  private ReadinessJudgement end(Story story, ReadinessJudgement judgement) {
    Instant now = clock.instant();
    Change<ReadinessJudgement, JudgementEvent> change =
        council
            .verdict(judgement.deliberation())
            .fold(
                given -> judgement.judged(story, given, now),
                refusal -> judgement.failed(refusal.message(), now));
    judgements.save(change);
    return change.after();
  }
}
