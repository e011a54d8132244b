package io.witan.planning.domain;

import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.PlanEvent.PlanApproved;
import io.witan.planning.domain.PlanEvent.PlanProposed;
import io.witan.planning.domain.PlanEvent.PlanRejected;
import io.witan.planning.domain.PlanEvent.PlanSuperseded;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Refusal;
import io.witan.testing.APlan;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final StoryId STORY = new StoryId("s-7");

  private static PlanDecision noting(String note) {
    return new PlanDecision(new ActorId("paula"), Moments.NOON, note);
  }

  @Test
  void a_proposed_plan_waits_for_a_decision_and_names_its_deliberation() {
    Change<Plan, PlanEvent> change =
        Plan.propose(STORY, 3, "d-1", APlan.CONTENT, new NumberedIds(), Moments.NOON);

    assertThat(change.after().status()).isEqualTo(PlanStatus.PROPOSED);
    assertThat(change.after().decision()).isEmpty();
    assertThat(change.after().version()).isEqualTo(1);
    assertThat(change.event())
        .isEqualTo(new PlanProposed(new PlanId("PL-1"), STORY, 3, "d-1", Moments.NOON));
  }

  @Nested
  class Approving_it {
    private final Plan plan = aPlan().called("PL-7").of(STORY).build();

    @Test
    void keeps_who_decided_and_raises_the_version() {
      Change<Plan, PlanEvent> change = value(plan.approve(Optional.empty(), noting("Go")));

      assertThat(change.after().status()).isEqualTo(PlanStatus.APPROVED);
      assertThat(change.after().decision()).contains(noting("Go"));
      assertThat(change.after().version()).isEqualTo(2);
      assertThat(change.event())
          .isEqualTo(
              new PlanApproved(
                  plan.id(), STORY, noting("Go"), false, APlan.CONTENT, Optional.empty()));
    }

    @Test
    void records_that_the_approver_named_what_they_saw() {
      Change<Plan, PlanEvent> change =
          value(plan.approve(Optional.of(plan.content().digest()), noting("")));

      assertThat(((PlanApproved) change.event()).digestStated()).isTrue();
    }

    @Test
    void is_refused_when_they_saw_something_else() {
      Refusal refusal = refusal(plan.approve(Optional.of("0".repeat(64)), noting("")));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.STALE_VERSION);
      assertThat(refusal.message())
          .isEqualTo(
              "plan PL-7 is not what you were shown: its content digest is %s, you sent %s; read it again, then decide"
                  .formatted(plan.content().digest(), "0".repeat(64)));
    }
  }

  @Nested
  class Rejecting_it {
    private final Plan plan = aPlan().called("PL-7").of(STORY).build();

    @Test
    void keeps_the_reason() {
      Change<Plan, PlanEvent> change = value(plan.reject(noting("Too large")));

      assertThat(change.after().status()).isEqualTo(PlanStatus.REJECTED);
      assertThat(change.event()).isEqualTo(new PlanRejected(plan.id(), STORY, noting("Too large")));
    }

    @Test
    void needs_a_reason() {
      Refusal refusal = refusal(plan.reject(noting(" ")));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.INVALID_ARGUMENT);
      assertThat(refusal.message()).startsWith("reason is");
    }
  }

  @Test
  void a_decided_plan_is_not_decided_again() {
    for (Plan decided :
        new Plan[] {aPlan().called("PL-7").approved().build(), aPlan().rejected().build()}) {
      Refusal approval = refusal(decided.approve(Optional.empty(), noting("")));
      Refusal rejection = refusal(decided.reject(noting("No")));

      assertThat(approval.code()).isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
      assertThat(approval.message())
          .isEqualTo(
              "plan %s cannot become APPROVED while %s; legal: nothing, it is decided"
                  .formatted(decided.id(), decided.status()));
      assertThat(rejection.code()).isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
    }
  }

  @Test
  void one_that_waits_gives_way_to_a_newer_version() {
    Plan plan = aPlan().called("PL-7").of(STORY).build();
    PlanId newer = new PlanId("PL-8");

    Change<Plan, PlanEvent> change = plan.supersede(newer, Moments.NOON).orElseThrow();

    assertThat(change.after().status()).isEqualTo(PlanStatus.SUPERSEDED);
    assertThat(change.event()).isEqualTo(new PlanSuperseded(plan.id(), STORY, newer, Moments.NOON));
    assertThat(change.after().supersede(newer, Moments.NOON)).isEmpty();
    assertThat(aPlan().approved().build().supersede(newer, Moments.NOON)).isEmpty();
  }
}
