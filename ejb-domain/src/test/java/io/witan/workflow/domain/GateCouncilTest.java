package io.witan.workflow.domain;

import static io.witan.testing.AWorkflow.aWorkflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.shared.Role;
import io.witan.testing.Moments;
import io.witan.workflow.domain.WorkflowEvent.TaskMoved;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateCouncilTest {
  private static TaskWorkflow heldBy(String actor, TaskState state) {
    return aWorkflow().of("T-7").in(state).claimedBy(actor).atVersion(4).build();
  }

  @ParameterizedTest
  @CsvSource({
    "IMPLEMENTING, DEVELOPER, agent-developer-council",
    "ARCH_REVIEWING, ARCHITECT, agent-architect-council",
    "QA_TESTING, QA, agent-qa-council"
  })
  void it_holds_what_is_claimed_in_its_name_at_its_gate(TaskState state, Role gate, String name) {
    assertThat(GateCouncil.of(gate)).hasToString(name);
    assertThat(GateCouncil.holds(heldBy(name, state))).isTrue();
  }

  @Test
  void it_holds_nothing_that_somebody_else_holds() {
    assertThat(GateCouncil.holds(heldBy("dev", TaskState.IMPLEMENTING))).isFalse();
    assertThat(GateCouncil.holds(heldBy("agent-qa-council", TaskState.IMPLEMENTING))).isFalse();
    assertThat(GateCouncil.holds(aWorkflow().build())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "TODO, DEVELOPER, CLAIM_TASK",
    "ARCH_REJECTED, DEVELOPER, REVISE_CODE",
    "QA_FAILED, DEVELOPER, REVISE_CODE",
    "PENDING_ARCH_REVIEW, ARCHITECT, CLAIM_REVIEW",
    "PENDING_QA, QA, CLAIM_TESTING"
  })
  void it_takes_up_what_waits_by_the_claim_of_its_role(
      TaskState state, Role gate, TaskAction claim) {
    assertThat(TaskTransitions.claimAt(state, gate)).contains(claim);
  }

  @ParameterizedTest
  @CsvSource({
    "TODO, QA",
    "PENDING_QA, ARCHITECT",
    "ARCH_REVIEWING, ARCHITECT",
    "PENDING_PO_APPROVAL, PO",
    "DONE, DEVELOPER"
  })
  void there_is_no_claim_where_nothing_waits_for_the_role(TaskState state, Role gate) {
    assertThat(TaskTransitions.claimAt(state, gate)).isEmpty();
  }

  @Nested
  class Giving_back {
    private final TaskWorkflow held = heldBy("agent-qa-council", TaskState.QA_TESTING);

    @Test
    void puts_the_task_into_its_queue_again_with_the_reason() {
      Change<TaskWorkflow, WorkflowEvent> back =
          held.giveBack(4, Actor.system(), "no model answered", Moments.NOON).orElseThrow();

      assertThat(back.after().state()).isEqualTo(TaskState.PENDING_QA);
      assertThat(back.after().claim()).isEmpty();
      assertThat(((TaskMoved) back.event()).by()).isEqualTo(Actor.system().id());
      assertThat(((TaskMoved) back.event()).work().feedback())
          .isEqualTo("claim 4 of agent-qa-council is given back: no model answered");
    }

    @Test
    void shortens_a_reason_that_is_longer_than_feedback_may_be() {
      Change<TaskWorkflow, WorkflowEvent> back =
          held.giveBack(4, Actor.system(), "x".repeat(20_000), Moments.NOON).orElseThrow();

      assertThat(((TaskMoved) back.event()).work().feedback()).hasSize(10_000).endsWith("xxx");
    }

    @Test
    void needs_the_claim_under_which_it_is_held() {
      assertThat(held.giveBack(3, Actor.system(), "why", Moments.NOON)).isEmpty();
    }

    @Test
    void is_for_councils_alone() {
      assertThat(
              heldBy("quinn", TaskState.QA_TESTING)
                  .giveBack(4, Actor.system(), "why", Moments.NOON))
          .isEmpty();
    }
  }
}
