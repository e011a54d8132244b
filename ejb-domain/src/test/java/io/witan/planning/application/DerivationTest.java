package io.witan.planning.application;

import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.AStory.aStory;
import static io.witan.testing.ATask.aTask;
import static io.witan.testing.FakeDerivationCouncil.task;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.DerivationEvent.DerivationFailed;
import io.witan.planning.domain.DerivationEvent.TasksDerived;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.DerivationStatus;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskDependency;
import io.witan.planning.domain.TaskDerivation;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Refusal;
import io.witan.testing.FakeDerivationCouncil;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import io.witan.testing.People;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DerivationTest {
  private static final Command PO = Command.by(People.PAULA);
  private static final Command SYSTEM = Command.by(Actor.system());
  private static final StoryId STORY = new StoryId("s-7");
  private static final PlanId PLAN = new PlanId("PL-7");
  private static final DerivationId ID = new DerivationId("derive-PL-7");

  private final Memory memory = new Memory();
  private final FakeDerivationCouncil council = new FakeDerivationCouncil();
  private final RequestDerivation requestDerivation =
      new RequestDerivation(
          memory.transactions,
          memory.stories,
          memory.plans,
          memory.tasks,
          memory.derivations,
          council,
          Moments.CLOCK);
  private final DeriveIfNeeded deriveIfNeeded =
      new DeriveIfNeeded(
          memory.transactions, memory.plans, memory.tasks, memory.derivations, requestDerivation);
  private final DeriveTasks deriveTasks =
      new DeriveTasks(
          memory.transactions,
          memory.stories,
          memory.plans,
          memory.tasks,
          memory.dependencies,
          memory.derivations,
          council,
          new NumberedIds(),
          Moments.CLOCK);
  private final FailDerivation failDerivation =
      new FailDerivation(memory.transactions, memory.derivations, Moments.CLOCK);
  private final GetDerivation getDerivation =
      new GetDerivation(memory.plans, memory.tasks, memory.derivations);
  private final Plan plan = aPlan().called("PL-7").of(STORY).approved().build();

  @BeforeEach
  void an_approved_plan_without_tasks() {
    memory.stories.given(aStory().called("s-7").readyForPlanning().build());
    memory.plans.given(plan);
  }

  private TaskDerivation request() {
    return value(requestDerivation.request(PO, PLAN));
  }

  private TaskDerivation derive(String deliberation) {
    return value(deriveTasks.derive(SYSTEM, ID, deliberation));
  }

  private List<Task> tasks() {
    return memory.tasks.ofStory(STORY);
  }

  @Nested
  class A_request {
    @Test
    void convenes_a_council_under_a_name_that_says_what_for() {
      TaskDerivation requested = request();

      assertThat(council.convened).containsExactly(ID);
      assertThat(requested.status()).isEqualTo(DerivationStatus.REQUESTED);
      assertThat(requested.deliberation()).isEqualTo("d-1");
    }

    @Test
    void that_is_repeated_answers_the_same() {
      assertThat(request()).isEqualTo(request());
      assertThat(council.convened).hasSize(1);
    }

    @Test
    void is_refused_where_there_are_tasks_already() {
      memory.tasks.given(aTask().of(STORY).from(PLAN).build());

      Refusal refusal = refusal(requestDerivation.request(PO, PLAN));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.GUARD_FAILED);
      assertThat(refusal.message())
          .isEqualTo("plan PL-7 has 1 tasks: none are derived beside them");
    }

    @Test
    void does_not_mind_tasks_that_are_no_part_of_the_plan() {
      memory.tasks.given(aTask().of(STORY).build());

      assertThat(request().status()).isEqualTo(DerivationStatus.REQUESTED);
    }

    @Test
    void is_refused_before_the_plan_is_approved() {
      memory.plans.given(aPlan().called("PL-8").of(STORY).build());

      assertThat(refusal(requestDerivation.request(PO, new PlanId("PL-8"))).message())
          .isEqualTo(
              "the tasks of plan PL-8 cannot be derived while it is PROPOSED; legal: APPROVED");
    }

    @Test
    void is_refused_to_those_who_do_not_own_the_product_and_for_unknown_plans() {
      assertThat(refusal(requestDerivation.request(Command.by(People.DEV), PLAN)).code())
          .isEqualTo(Refusal.Code.FORBIDDEN);
      assertThat(refusal(requestDerivation.request(PO, new PlanId("PL-0"))).code())
          .isEqualTo(Refusal.Code.NOT_FOUND);
    }
  }

  @Nested
  class An_approval {
    @Test
    void of_a_plan_without_tasks_asks_for_them_once() {
      assertThat(value(deriveIfNeeded.derive(SYSTEM, PLAN))).isTrue();
      assertThat(value(deriveIfNeeded.derive(SYSTEM, PLAN))).isFalse();

      assertThat(council.convened).hasSize(1);
    }

    @Test
    void of_a_plan_that_brought_its_tasks_asks_for_none() {
      memory.tasks.given(aTask().of(STORY).from(PLAN).build());

      assertThat(value(deriveIfNeeded.derive(SYSTEM, PLAN))).isFalse();
      assertThat(council.convened).isEmpty();
    }
  }

  @Nested
  class An_answer {
    @BeforeEach
    void is_waited_for() {
      request();
    }

    @Test
    void becomes_tasks_each_after_what_it_waits_for() {
      council.decides(task("T1", "T2"), task("T2"), task("T3", "T1", "T2"));

      TaskDerivation derived = derive("d-1");

      assertThat(derived.status()).isEqualTo(DerivationStatus.DERIVED);
      assertThat(derived.tasks()).isEqualTo(3);
      assertThat(tasks())
          .extracting(one -> one.text().title())
          .containsExactly("Task T2", "Task T1", "Task T3");
      assertThat(tasks()).allMatch(one -> one.plan().filter(PLAN::equals).isPresent());
      assertThat(tasks().get(2).dependsOn())
          .containsExactly(tasks().get(1).id(), tasks().get(0).id());
    }

    @Test
    void keeps_the_reasons_of_its_dependencies() {
      derive("d-1");

      TaskDependency because =
          new TaskDependency(tasks().get(1).id(), tasks().get(0).id(), "it needs T1");
      assertThat(memory.dependencies.ofStory(STORY)).containsExactly(because);
      assertThat(memory.transactions.events())
          .filteredOn(TasksDerived.class::isInstance)
          .singleElement()
          .isEqualTo(new TasksDerived(ID, PLAN, STORY, 2, List.of(because), Moments.NOON));
    }

    @Test
    void that_comes_again_creates_nothing_twice() {
      TaskDerivation derived = derive("d-1");

      assertThat(derive("d-1")).isEqualTo(derived);
      assertThat(tasks()).hasSize(2);
    }

    @Test
    void of_another_deliberation_changes_nothing() {
      assertThat(derive("d-0").status()).isEqualTo(DerivationStatus.REQUESTED);
      assertThat(tasks()).isEmpty();
    }

    @Test
    void of_an_agent_from_outside_is_taken_and_the_council_let_go() {
      TaskDerivation derived = value(deriveTasks.deriveFrom(SYSTEM, ID, "tasks"));

      assertThat(derived.status()).isEqualTo(DerivationStatus.DERIVED);
      assertThat(tasks()).hasSize(2);
      assertThat(council.dismissed).containsExactly("d-1");
      assertThat(derive("d-1")).isEqualTo(derived);
    }

    @Test
    void of_an_agent_from_outside_comes_too_late_after_the_council() {
      TaskDerivation derived = derive("d-1");

      assertThat(value(deriveTasks.deriveFrom(SYSTEM, ID, "tasks"))).isEqualTo(derived);
      assertThat(tasks()).hasSize(2);
      assertThat(council.dismissed).isEmpty();
    }

    @Test
    void of_an_agent_from_outside_that_cannot_be_read_leaves_the_council_to_answer() {
      assertThat(refusal(deriveTasks.deriveFrom(SYSTEM, ID, "well ...")).message())
          .contains("no JSON object");

      assertThat(council.dismissed).isEmpty();
      assertThat(derive("d-1").status()).isEqualTo(DerivationStatus.DERIVED);
    }

    @Test
    void in_a_circle_is_refused_by_name_and_asks_a_person() {
      council.decides(task("T1", "T2"), task("T2", "T1"));

      TaskDerivation failed = derive("d-1");

      assertThat(failed.requiresManualReview()).isTrue();
      assertThat(failed.reason())
          .isEqualTo("the tasks wait for each other in a circle: T1 -> T2 -> T1");
      assertThat(tasks()).isEmpty();
      assertThat(memory.transactions.events())
          .filteredOn(DerivationFailed.class::isInstance)
          .hasSize(1);
    }

    @Test
    void is_not_carried_out_in_a_story_that_was_archived_meanwhile() {
      memory.stories.given(aStory().called("s-7").readyForPlanning().archived().build());

      assertThat(derive("d-1").requiresManualReview()).isTrue();
      assertThat(tasks()).isEmpty();
    }

    @Test
    void is_not_carried_out_beside_tasks_that_somebody_made_meanwhile() {
      memory.tasks.given(aTask().of(STORY).from(PLAN).build());

      assertThat(derive("d-1").reason()).isEqualTo("the plan got 1 tasks meanwhile");
      assertThat(tasks()).hasSize(1);
    }
  }

  @Nested
  class A_failure {
    @BeforeEach
    void of_the_council() {
      request();
    }

    private TaskDerivation fail(String deliberation) {
      return value(failDerivation.fail(SYSTEM, ID, deliberation, "nobody came"));
    }

    @Test
    void says_why() {
      assertThat(fail("d-1").reason()).isEqualTo("the council came to no answer: nobody came");
    }

    @Test
    void of_another_deliberation_changes_nothing() {
      assertThat(fail("d-0").status()).isEqualTo(DerivationStatus.REQUESTED);
    }

    @Test
    void can_be_asked_for_again_and_then_succeed() {
      fail("d-1");

      assertThat(request().deliberation()).isEqualTo("d-2");
      assertThat(derive("d-1").status()).isEqualTo(DerivationStatus.REQUESTED);
      assertThat(derive("d-2").status()).isEqualTo(DerivationStatus.DERIVED);
    }

    @Test
    void is_the_only_thing_after_which_it_can_be_asked_for_again() {
      TaskDerivation derived = derive("d-1");

      assertThat(refusal(derived.again("d-9", People.PAULA.id(), Moments.NOON)).message())
          .isEqualTo("the tasks of plan PL-7 cannot be asked for while DERIVED; legal: FAILED");
    }
  }

  @Nested
  class How_things_stand {
    @Test
    void is_told_with_and_without_a_derivation() {
      assertThat(value(getDerivation.get(PLAN)).derivation()).isEmpty();

      TaskDerivation requested = request();

      assertThat(value(getDerivation.get(PLAN)))
          .isEqualTo(new GetDerivation.Found(plan, 0, Optional.of(requested)));
    }

    @Test
    void is_told_of_known_plans_only() {
      assertThat(refusal(getDerivation.get(new PlanId("PL-0"))).code())
          .isEqualTo(Refusal.Code.NOT_FOUND);
    }
  }
}
