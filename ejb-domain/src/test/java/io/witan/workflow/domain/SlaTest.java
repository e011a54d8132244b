package io.witan.workflow.domain;

import static io.witan.testing.AWorkflow.aWorkflow;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.shared.Actor;
import io.witan.shared.Change;
import io.witan.testing.AWorkflow;
import io.witan.testing.Moments;
import io.witan.testing.People;
import io.witan.workflow.domain.WorkflowEvent.SlaBreached;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlaTest {
  private static final SlaTimes TIMES =
      new SlaTimes(
          Map.of(
              Sla.ARCHITECT, Duration.ofHours(2),
              Sla.QA, Duration.ofHours(4),
              Sla.PO, Duration.ofHours(24),
              Sla.TOTAL, Duration.ofHours(48)));
  private static final Instant START = Moments.MORNING;
  private static final Instant QA_DUE = START.plus(Duration.ofHours(4));

  private static AWorkflow atQa() {
    return aWorkflow().of("T-7").in(TaskState.PENDING_QA).createdAt(START).atGateSince(START);
  }

  private static TaskWorkflow move(TaskWorkflow before, TaskAction action, Actor by) {
    WorkDone work = new WorkDone("The totals are wrong", Map.of());
    return value(before.perform(action, by, Optional.empty(), work, Moments.NOON)).after();
  }

  @Test
  void every_gate_has_its_time_in_the_states_of_the_gate() {
    Map<TaskState, Set<Sla>> running =
        Stream.of(TaskState.values())
            .collect(
                Collectors.toMap(
                    state -> state,
                    state ->
                        Stream.of(Sla.values())
                            .filter(sla -> sla != Sla.TOTAL && sla.runsIn(state))
                            .collect(Collectors.toSet())));
    running.values().removeIf(Set::isEmpty);

    assertThat(running)
        .isEqualTo(
            Map.of(
                TaskState.PENDING_ARCH_REVIEW, Set.of(Sla.ARCHITECT),
                TaskState.ARCH_REVIEWING, Set.of(Sla.ARCHITECT),
                TaskState.PENDING_QA, Set.of(Sla.QA),
                TaskState.QA_TESTING, Set.of(Sla.QA),
                TaskState.PENDING_PO_APPROVAL, Set.of(Sla.PO)));
  }

  @Test
  void the_time_of_all_runs_until_the_end() {
    assertThat(Stream.of(TaskState.values()).filter(state -> !Sla.TOTAL.runsIn(state)))
        .containsExactly(TaskState.DONE, TaskState.CANCELLED);
  }

  @ParameterizedTest
  @CsvSource({"ARCHITECT, architect", "QA, qa", "PO, po", "TOTAL, total"})
  void each_has_a_name_on_the_wire_and_knows_its_states(Sla sla, String name) {
    assertThat(sla.wire()).isEqualTo(name);
    assertThat(sla.states())
        .isNotEmpty()
        .containsExactlyElementsOf(Stream.of(TaskState.values()).filter(sla::runsIn).toList());
  }

  @Nested
  class The_time_of_a_gate {
    @Test
    void runs_from_coming_there_and_goes_on_when_the_task_is_claimed_or_given_back() {
      TaskWorkflow claimed = move(atQa().build(), TaskAction.CLAIM_TESTING, People.QUINN);
      TaskWorkflow back = claimed.lapse(Actor.system(), Moments.NOON).orElseThrow().after();

      assertThat(claimed.gateSince()).isEqualTo(START);
      assertThat(back.gateSince()).isEqualTo(START);
    }

    @Test
    void goes_on_for_a_developer_as_well_who_claims_or_revises() {
      TaskWorkflow claimed =
          move(aWorkflow().atGateSince(START).build(), TaskAction.CLAIM_TASK, People.DEV);
      TaskWorkflow back = claimed.lapse(Actor.system(), Moments.NOON).orElseThrow().after();
      TaskWorkflow revised =
          move(
              aWorkflow().in(TaskState.QA_FAILED).atGateSince(START).build(),
              TaskAction.REVISE_CODE,
              People.DEV);

      assertThat(List.of(claimed, back, revised))
          .extracting(TaskWorkflow::gateSince)
          .containsOnly(START);
    }

    @Test
    void begins_anew_when_the_task_goes_on() {
      TaskWorkflow rejected =
          move(
              atQa().in(TaskState.QA_TESTING).breached(Sla.QA, Sla.TOTAL).build(),
              TaskAction.REJECT_TESTS,
              People.QUINN);

      assertThat(rejected.gateSince()).isEqualTo(Moments.NOON);
      assertThat(rejected.breached()).containsExactly(Sla.TOTAL);
    }

    @Test
    void stays_too_long_when_the_task_is_claimed() {
      assertThat(
              move(atQa().breached(Sla.QA).build(), TaskAction.CLAIM_TESTING, People.QUINN)
                  .breached())
          .containsExactly(Sla.QA);
    }
  }

  @Nested
  class A_breach {
    @Test
    void is_noted_once_it_is_too_late_and_moves_nothing_else() {
      TaskWorkflow before = atQa().in(TaskState.QA_TESTING).claimedBy("quinn").atVersion(6).build();
      Instant late = QA_DUE.plusMillis(1);

      assertThat(before.breach(Sla.QA, TIMES, QA_DUE)).isEmpty();
      Change<TaskWorkflow, WorkflowEvent> change = before.breach(Sla.QA, TIMES, late).orElseThrow();

      TaskWorkflow after = change.after();
      assertThat(after.breached()).containsExactly(Sla.QA);
      assertThat(after.version()).isEqualTo(7);
      assertThat(after.fencingToken()).contains(6L);
      assertThat(after.state()).isEqualTo(TaskState.QA_TESTING);
      assertThat(after.updatedAt()).isEqualTo(before.updatedAt());
      assertThat(change.event())
          .isEqualTo(new SlaBreached(before.task(), before.story(), Sla.QA, START, QA_DUE, late));
      assertThat(after.breach(Sla.QA, TIMES, late)).isEmpty();
    }

    @Test
    void is_of_the_gate_at_which_the_task_stands_only() {
      assertThat(atQa().build().breach(Sla.PO, TIMES, START.plus(Duration.ofDays(9)))).isEmpty();
    }
  }

  @Nested
  class The_next_due_time {
    @Test
    void is_that_of_the_gate_or_of_all_whichever_comes_first() {
      assertThat(TIMES.next(atQa().build())).contains(QA_DUE);
      assertThat(TIMES.next(atQa().createdAt(START.minus(Duration.ofHours(47))).build()))
          .contains(START.plus(Duration.ofHours(1)));
      assertThat(TIMES.next(aWorkflow().createdAt(START).build()))
          .contains(START.plus(Duration.ofDays(2)));
    }

    @Test
    void is_not_known_when_all_is_over() {
      assertThat(TIMES.next(aWorkflow().in(TaskState.DONE).build())).isEmpty();
    }
  }
}
