package io.witan.planning.port;

import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.DerivationEvent;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.TaskDerivation;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.testing.Moments;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation keeps. */
public abstract class DerivationRepositoryContract {
  private final Plan plan = aPlan().approved().build();
  private final DerivationId id = DerivationId.of(plan.id());

  protected abstract Transactions transactions();

  protected abstract DerivationRepository derivations();

  private void save(Change<TaskDerivation, DerivationEvent> change) {
    assertThat(
            value(
                transactions()
                    .run(
                        Command.by(Actor.system()),
                        () -> {
                          derivations().save(change);
                          return Outcome.done(true);
                        })))
        .isTrue();
  }

  private TaskDerivation change(
      Function<TaskDerivation, Change<TaskDerivation, DerivationEvent>> next) {
    return value(
        transactions()
            .run(
                Command.by(Actor.system()),
                () -> {
                  Change<TaskDerivation, DerivationEvent> change =
                      next.apply(derivations().lock(id).orElseThrow());
                  derivations().save(change);
                  return Outcome.done(change.after());
                }));
  }

  @BeforeEach
  void one_that_is_requested() {
    save(TaskDerivation.request(plan, "D-1", new ActorId("paula"), Moments.NOON));
  }

  @Test
  void one_that_is_requested_is_found() {
    assertThat(derivations().find(id))
        .contains(TaskDerivation.request(plan, "D-1", new ActorId("paula"), Moments.NOON).after());
  }

  @Test
  void one_that_failed_says_why() {
    TaskDerivation failed = change(one -> one.failed("T1 -> T2 -> T1", Moments.NOON));

    assertThat(derivations().find(id)).contains(failed);
    assertThat(failed.reason()).isEqualTo("T1 -> T2 -> T1");
  }

  @Test
  void one_that_is_derived_says_how_many() {
    TaskDerivation derived = change(one -> one.derived(3, List.of(), Moments.NOON));

    assertThat(derivations().find(id)).contains(derived);
    assertThat(derived.tasks()).isEqualTo(3);
  }

  @Test
  void one_of_another_plan_is_not_found() {
    assertThat(derivations().find(DerivationId.of(new PlanId("PL-other")))).isEmpty();
  }
}
