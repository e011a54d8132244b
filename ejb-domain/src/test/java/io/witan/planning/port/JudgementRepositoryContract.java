package io.witan.planning.port;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.JudgementEvent;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.JudgementStatus;
import io.witan.planning.domain.Readiness;
import io.witan.planning.domain.ReadinessJudgement;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.testing.FakeReadinessCouncil;
import io.witan.testing.Moments;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation keeps. */
public abstract class JudgementRepositoryContract {
  private static final ActorId PAULA = new ActorId("paula");

  private final Story story = aStory().build();
  private final JudgementId id = JudgementId.of(story.id());

  protected abstract Transactions transactions();

  protected abstract JudgementRepository judgements();

  private ReadinessJudgement save(Supplier<Change<ReadinessJudgement, JudgementEvent>> next) {
    return value(
        transactions()
            .run(
                Command.by(Actor.system()),
                () -> {
                  Change<ReadinessJudgement, JudgementEvent> change = next.get();
                  judgements().save(change);
                  return Outcome.done(change.after());
                }));
  }

  private ReadinessJudgement locked() {
    return judgements().lock(id).orElseThrow();
  }

  @BeforeEach
  void one_that_is_requested() {
    ReadinessJudgement unused =
        save(() -> ReadinessJudgement.request(story, "D-1", PAULA, Moments.NOON));
  }

  @Test
  void one_that_is_requested_is_found() {
    assertThat(judgements().find(id))
        .contains(ReadinessJudgement.request(story, "D-1", PAULA, Moments.NOON).after());
  }

  @Test
  void one_that_is_judged_keeps_every_criterion_with_its_evidence_and_reason() {
    Readiness verdict = FakeReadinessCouncil.verdict(5, "Estimate: 8 hours.");

    ReadinessJudgement judged = save(() -> locked().judged(story, verdict, Moments.NOON));

    assertThat(judgements().find(id)).contains(judged);
    assertThat(judged.verdict()).contains(verdict);
  }

  @Test
  void one_that_failed_says_why() {
    ReadinessJudgement failed = save(() -> locked().failed("nobody came", Moments.NOON));

    assertThat(judgements().find(id)).contains(failed);
    assertThat(failed.reason()).isEqualTo("nobody came");
  }

  @Test
  void one_that_is_asked_for_again_has_lost_its_verdict() {
    Readiness verdict = FakeReadinessCouncil.verdict(5, "Estimate: 8 hours.");
    ReadinessJudgement judged = save(() -> locked().judged(story, verdict, Moments.NOON));
    assertThat(judged.status()).isEqualTo(JudgementStatus.JUDGED);

    ReadinessJudgement again = save(() -> value(locked().again(story, "D-2", PAULA, Moments.NOON)));

    assertThat(judgements().find(id)).contains(again);
    assertThat(again.verdict()).isEmpty();
  }

  @Test
  void one_of_another_story_is_not_found() {
    assertThat(judgements().find(JudgementId.of(new StoryId("s-other")))).isEmpty();
  }
}
