package io.witan.planning.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.planning.domain.DerivationEvent.DerivationFailed;
import io.witan.planning.domain.DerivationEvent.DerivationRequested;
import io.witan.planning.domain.DerivationEvent.TasksDerived;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskDependency;
import io.witan.planning.domain.TaskId;
import io.witan.shared.ActorId;
import io.witan.testing.Golden;
import io.witan.testing.Moments;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DerivationWireTest {
  private static final DerivationId ID = new DerivationId("derive-PL-7");
  private static final PlanId PLAN = new PlanId("PL-7");
  private static final StoryId STORY = new StoryId("s-7");

  private static void mustBe(String file, Telling telling) {
    Golden.mustMatch("/io/witan/planning/wire/" + file, telling.messages());
  }

  @Test
  void a_request_tells_which_deliberation_is_waited_for() {
    Telling telling =
        DerivationWire.tell(
            new DerivationRequested(ID, PLAN, STORY, "d-1", new ActorId("paula"), Moments.NOON));

    mustBe("task-derivation-requested.json", telling);
    assertThat(telling.facts()).isEqualTo(Map.of("deliberation_id", "d-1"));
  }

  @Test
  void derived_tasks_keep_their_dependencies_in_the_audit_trail() {
    Telling telling =
        DerivationWire.tell(
            new TasksDerived(
                ID,
                PLAN,
                STORY,
                2,
                List.of(new TaskDependency(new TaskId("T-2"), new TaskId("T-1"), "it needs it")),
                Moments.NOON));

    mustBe("tasks-derived.json", telling);
    assertThat(telling.facts())
        .isEqualTo(
            Map.of(
                "task_count",
                2L,
                "dependencies",
                List.of(Map.of("task_id", "T-2", "depends_on", "T-1", "reason", "it needs it"))));
  }

  @Test
  void a_failure_asks_for_a_person() {
    mustBe(
        "task-derivation-failed.json",
        DerivationWire.tell(
            new DerivationFailed(
                ID,
                PLAN,
                STORY,
                "the tasks wait for each other in a circle: T1 -> T2 -> T1",
                Moments.NOON)));
  }
}
