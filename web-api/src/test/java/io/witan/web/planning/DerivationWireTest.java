package io.witan.web.planning;

import static io.witan.testing.APlan.aPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.application.GetDerivation;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.TaskDerivation;
import io.witan.testing.Moments;
import io.witan.testing.People;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DerivationWireTest {
  private static final Plan PLAN = aPlan().called("PL-7").approved().build();
  private static final TaskDerivation REQUESTED =
      TaskDerivation.request(PLAN, "D-1", People.PAULA.id(), Moments.NOON).after();

  private static DerivationWire told(Plan plan, long tasks, Optional<TaskDerivation> derivation) {
    return DerivationWire.from(new GetDerivation.Found(plan, tasks, derivation));
  }

  @Nested
  class Without_a_derivation {
    @Test
    void a_plan_that_brought_its_tasks_needs_nothing() {
      DerivationWire wire = told(PLAN, 3, Optional.empty());

      assertThat(wire.status()).isEqualTo("NONE");
      assertThat(wire.tasks()).isEqualTo(3);
      assertThat(wire.whatToDo()).contains("came with it");
    }

    @Test
    void an_approved_plan_without_tasks_can_be_asked_for_them() {
      assertThat(told(PLAN, 0, Optional.empty()).whatToDo())
          .contains("POST /api/v1/plans/PL-7/derivation");
    }

    @Test
    void a_proposed_plan_is_to_be_approved_first() {
      assertThat(told(aPlan().build(), 0, Optional.empty()).whatToDo()).contains("Approve");
    }
  }

  @Nested
  class In_a_list {
    @Test
    void one_that_failed_asks_for_a_person_and_says_why_and_what_to_do() {
      DerivationWire wire =
          DerivationWire.from(REQUESTED.failed("T1 -> T2 -> T1", Moments.NOON).after());

      assertThat(wire.planId()).isEqualTo("PL-7");
      assertThat(wire.requiresManualReview()).isTrue();
      assertThat(wire.reason()).contains("T1 -> T2 -> T1");
      assertThat(wire.whatToDo()).contains("POST /api/v1/plans/PL-7/derivation");
    }

    @Test
    void one_that_is_done_says_how_many_tasks_it_created() {
      DerivationWire wire =
          DerivationWire.from(REQUESTED.derived(2, List.of(), Moments.NOON).after());

      assertThat(wire.tasks()).isEqualTo(2);
      assertThat(wire.requiresManualReview()).isFalse();
      assertThat(wire.reason()).isEmpty();
    }
  }

  @Nested
  class With_a_derivation {
    @Test
    void that_is_requested_one_waits() {
      DerivationWire wire = told(PLAN, 0, Optional.of(REQUESTED));

      assertThat(wire.derivationId()).contains("derive-PL-7");
      assertThat(wire.deliberationId()).contains("D-1");
      assertThat(wire.reason()).isEmpty();
      assertThat(wire.requiresManualReview()).isFalse();
      assertThat(wire.whatToDo()).contains("GET /api/v1/deliberations/D-1");
    }

    @Test
    void that_is_done_there_is_nothing_to_do() {
      TaskDerivation derived = REQUESTED.derived(2, List.of(), Moments.NOON).after();

      assertThat(told(PLAN, 2, Optional.of(derived)).whatToDo()).contains("its tasks are there");
    }

    @Test
    void that_failed_a_person_reads_why_and_what_to_do() {
      TaskDerivation failed = REQUESTED.failed("T1 -> T2 -> T1", Moments.NOON).after();

      DerivationWire wire = told(PLAN, 0, Optional.of(failed));

      assertThat(wire.status()).isEqualTo("FAILED");
      assertThat(wire.requiresManualReview()).isTrue();
      assertThat(wire.reason()).contains("T1 -> T2 -> T1");
      assertThat(wire.whatToDo())
          .contains("deliberation D-1", "POST /api/v1/plans/PL-7/derivation", "by hand");
    }
  }
}
