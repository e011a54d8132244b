package io.witan.workflow.port;

import static io.witan.testing.AWorkflow.aWorkflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.port.Transactions;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.testing.Moments;
import io.witan.testing.Outcomes;
import io.witan.testing.People;
import io.witan.testing.SettableClock;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link ClaimLeases} promises; a lease is ten minutes long. */
public abstract class ClaimLeasesContract {
  protected static final Duration LEASE = Duration.ofMinutes(10);

  protected final SettableClock clock = new SettableClock(Moments.NOON);

  protected abstract ClaimLeases leases();

  protected abstract TaskWorkflowRepository workflows();

  protected abstract Transactions transactions();

  private <T> T within(Supplier<T> work) {
    return Outcomes.value(
        transactions().run(Command.by(People.PAULA), () -> Outcome.done(work.get())));
  }

  private TaskWorkflow held(TaskState state, Instant since) {
    return within(
        () -> {
          var change = aWorkflow().in(state).claimedBy("dev").waitingSince(since).started();
          workflows().save(change);
          return change.after();
        });
  }

  private Instant extend(TaskWorkflow workflow) {
    return within(
        () -> {
          assertThat(workflows().lock(workflow.task())).isPresent();
          return leases().extend(workflow);
        });
  }

  @Test
  void a_claim_holds_for_one_lease() {
    TaskWorkflow held = held(TaskState.IMPLEMENTING, Moments.NOON);

    assertThat(leases().until(held)).contains(Moments.NOON.plus(LEASE));
    clock.set(Moments.NOON.plus(LEASE));
    assertThat(leases().lapsed(10_000)).doesNotContain(held.task());
    clock.set(Moments.NOON.plus(LEASE).plusMillis(1));
    assertThat(leases().lapsed(10_000)).contains(held.task());
  }

  @Test
  void a_sign_of_life_makes_it_hold_for_one_more_from_then_on() {
    TaskWorkflow held = held(TaskState.QA_TESTING, Moments.NOON);
    clock.set(Moments.NOON.plusSeconds(300));
    Instant end = Moments.NOON.plusSeconds(300).plus(LEASE);

    assertThat(extend(held)).isEqualTo(end);

    assertThat(leases().until(held)).contains(end);
    clock.set(end);
    assertThat(leases().lapsed(10_000)).doesNotContain(held.task());
    clock.set(end.plusMillis(1));
    assertThat(leases().lapsed(10_000)).contains(held.task());
  }

  @Test
  void a_sign_of_life_says_nothing_of_a_later_claim() {
    TaskWorkflow held = held(TaskState.IMPLEMENTING, Moments.NOON);
    clock.set(Moments.NOON.plusSeconds(300));
    extend(held);

    TaskWorkflow later =
        aWorkflow()
            .of(held.task().value())
            .in(TaskState.IMPLEMENTING)
            .claimedBy("dora")
            .waitingSince(Moments.NOON)
            .atVersion(3)
            .build();

    assertThat(leases().until(later)).contains(Moments.NOON.plus(LEASE));
  }

  @Test
  void what_nobody_holds_has_no_end() {
    TaskWorkflow waiting =
        within(
            () -> {
              var change = aWorkflow().in(TaskState.PENDING_QA).started();
              workflows().save(change);
              return change.after();
            });
    clock.set(Moments.NOON.plus(Duration.ofDays(1)));

    assertThat(leases().until(waiting)).isEmpty();
    assertThat(leases().lapsed(10_000)).doesNotContain(waiting.task());
  }

  @Test
  void the_longest_held_are_found_first_and_no_more_than_asked_for() {
    Instant longAgo = Instant.parse("2001-01-01T00:00:00.000Z");
    TaskWorkflow second = held(TaskState.ARCH_REVIEWING, longAgo.plusMillis(1));
    TaskWorkflow first = held(TaskState.IMPLEMENTING, longAgo);

    assertThat(leases().lapsed(10_000)).containsSubsequence(first.task(), second.task());
    assertThat(leases().lapsed(1)).hasSize(1);
  }
}
