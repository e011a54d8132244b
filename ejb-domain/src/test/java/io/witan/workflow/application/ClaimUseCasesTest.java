package io.witan.workflow.application;

import static io.witan.testing.AWorkflow.aWorkflow;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.TaskId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.testing.AWorkflow;
import io.witan.testing.Memory;
import io.witan.testing.MemoryClaimLeases;
import io.witan.testing.Moments;
import io.witan.testing.People;
import io.witan.testing.SettableClock;
import io.witan.workflow.application.ExtendClaim.Extended;
import io.witan.workflow.application.PerformAction.Request;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkDone;
import io.witan.workflow.port.FourEyesPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClaimUseCasesTest {
  private static final TaskId TASK = new TaskId("T-7");
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final Memory memory = new Memory();
  private final SettableClock clock = new SettableClock(Moments.NOON);
  private final MemoryClaimLeases leases = new MemoryClaimLeases(memory.workflows, clock, LEASE);
  private final PerformAction performAction =
      new PerformAction(memory.transactions, memory.workflows, new FourEyesPolicy(false), clock);
  private final ExtendClaim extendClaim =
      new ExtendClaim(memory.transactions, memory.workflows, leases);
  private final ExpireClaims expireClaims =
      new ExpireClaims(memory.transactions, memory.workflows, leases, held -> false, clock);

  private TaskWorkflow given(AWorkflow workflow) {
    return memory.workflows.given(workflow.of("T-7").waitingSince(Moments.NOON).build());
  }

  private TaskWorkflow now() {
    return memory.workflows.find(TASK).orElseThrow();
  }

  private Outcome<Extended> extend(long token) {
    return extendClaim.extend(Command.by(People.DEV), TASK, token);
  }

  private Outcome<TaskWorkflow> commit(long token) {
    return performAction.perform(
        Command.by(People.DEV),
        TASK,
        new Request(
            TaskAction.COMMIT_CODE,
            Optional.empty(),
            Optional.of(token),
            new WorkDone("", Map.of("commit_sha", "abc1234"))));
  }

  @Nested
  class A_sign_of_life {
    @Test
    void makes_the_claim_hold_for_one_more_lease_and_changes_nothing_else() {
      TaskWorkflow held = given(aWorkflow().in(TaskState.IMPLEMENTING).claimedBy("dev"));
      clock.pass(Duration.ofMinutes(9));

      assertThat(value(extend(held.version())))
          .isEqualTo(new Extended(held, clock.instant().plus(LEASE)));

      assertThat(now()).isEqualTo(held);
      assertThat(new GetClaimEnd(leases).get(held)).contains(clock.instant().plus(LEASE));
      assertThat(memory.transactions.events()).isEmpty();
    }

    @Test
    void is_refused_under_another_claim_and_for_a_task_that_is_not_there() {
      given(aWorkflow().in(TaskState.IMPLEMENTING).claimedBy("dev").atVersion(4));

      assertThat(refusal(extend(2)).code()).isEqualTo(Refusal.Code.STALE_VERSION);
      assertThat(refusal(extendClaim.extend(Command.by(People.DEV), new TaskId("T-0"), 2)).code())
          .isEqualTo(Refusal.Code.NOT_FOUND);
    }
  }

  @Nested
  class A_claim_without_one {
    @Test
    void is_left_alone_until_its_lease_is_over() {
      TaskWorkflow held = given(aWorkflow().in(TaskState.IMPLEMENTING).claimedBy("dev"));
      clock.pass(LEASE);

      assertThat(expireClaims.expire()).isZero();
      assertThat(now()).isEqualTo(held);
    }

    @Test
    void is_ended_once_after_it_and_the_task_waits_again() {
      given(aWorkflow().in(TaskState.QA_TESTING).claimedBy("quinn"));
      clock.pass(LEASE.plusMillis(1));

      assertThat(expireClaims.expire()).isEqualTo(1);
      assertThat(expireClaims.expire()).isZero();

      assertThat(now().state()).isEqualTo(TaskState.PENDING_QA);
      assertThat(memory.transactions.events()).hasSize(1);
    }

    @Test
    void refuses_what_its_worker_brings_too_late() {
      long token = given(aWorkflow().in(TaskState.IMPLEMENTING).claimedBy("dev")).version();
      clock.pass(LEASE.plusMillis(1));
      expireClaims.expire();

      assertThat(refusal(commit(token)).code()).isEqualTo(Refusal.Code.STALE_VERSION);
      assertThat(now().artifacts()).isEmpty();
    }

    @Test
    void counts_as_long_as_the_task_was_not_given_back() {
      long token = given(aWorkflow().in(TaskState.IMPLEMENTING).claimedBy("dev")).version();
      clock.pass(LEASE.plusMillis(1));

      assertThat(value(commit(token)).state()).isEqualTo(TaskState.PENDING_ARCH_REVIEW);
      assertThat(expireClaims.expire()).isZero();
    }
  }
}
