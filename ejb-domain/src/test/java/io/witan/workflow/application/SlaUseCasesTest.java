package io.witan.workflow.application;

import static io.witan.testing.AWorkflow.aWorkflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.SettableClock;
import io.witan.workflow.domain.Sla;
import io.witan.workflow.domain.SlaTimes;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.SlaPolicy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlaUseCasesTest {
  private static final SlaPolicy POLICY =
      new SlaPolicy(
          new SlaTimes(
              Map.of(
                  Sla.ARCHITECT, Duration.ofHours(2),
                  Sla.QA, Duration.ofHours(4),
                  Sla.PO, Duration.ofHours(24),
                  Sla.TOTAL, Duration.ofHours(48))));

  private final Memory memory = new Memory();
  private final SettableClock clock = new SettableClock(Moments.NOON);
  private final TellBreaches tellBreaches =
      new TellBreaches(memory.transactions, memory.workflows, POLICY, clock);
  private final TaskWorkflow waiting =
      memory.workflows.given(
          aWorkflow()
              .in(TaskState.PENDING_QA)
              .createdAt(Moments.NOON)
              .waitingSince(Moments.NOON)
              .build());

  private TaskWorkflow now() {
    return memory.workflows.find(waiting.task()).orElseThrow();
  }

  @Test
  void nothing_is_told_in_time() {
    clock.pass(Duration.ofHours(4));

    assertThat(tellBreaches.tell()).isZero();
    assertThat(now()).isEqualTo(waiting);
  }

  @Test
  void each_breach_is_told_once() {
    clock.pass(Duration.ofHours(4).plusMillis(1));
    assertThat(tellBreaches.tell()).isEqualTo(1);
    assertThat(tellBreaches.tell()).isZero();
    assertThat(now().breached()).containsExactly(Sla.QA);

    clock.pass(Duration.ofHours(44));
    assertThat(tellBreaches.tell()).isEqualTo(1);
    assertThat(tellBreaches.tell()).isZero();

    assertThat(now().breached()).containsExactlyInAnyOrder(Sla.QA, Sla.TOTAL);
    assertThat(memory.transactions.events()).hasSize(2);
  }

  @Test
  void the_due_time_can_be_asked_for() {
    assertThat(new GetDueTime(POLICY).get(waiting))
        .contains(Moments.NOON.plus(Duration.ofHours(4)));
  }
}
