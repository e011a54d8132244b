package io.witan.planning.application;

import static io.witan.testing.ADecision.aDecision;
import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.AStory.aStory;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.Decision;
import io.witan.planning.domain.DecisionEvent.DecisionApproved;
import io.witan.planning.domain.DecisionEvent.DecisionProposed;
import io.witan.planning.domain.DecisionStatus;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanDecision;
import io.witan.planning.domain.PlanEvent.PlanApproved;
import io.witan.planning.domain.PlanEvent.PlanProposed;
import io.witan.planning.domain.PlanEvent.PlanRejected;
import io.witan.planning.domain.PlanEvent.PlanSuperseded;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.PlanStatus;
import io.witan.planning.domain.Ruling;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryEvent.PlanAdopted;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskEvent.TaskCreated;
import io.witan.shared.Command;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.APlan;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.People;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlansTest {
  private static final Command PO = Command.by(People.PAULA);
  private static final StoryId STORY = new StoryId("s-7");

  private final UseCases planning = new UseCases();
  private final Memory memory = planning.memory;

  @BeforeEach
  void a_story_is_ready_for_planning() {
    memory.stories.given(aStory().called("s-7").readyForPlanning().build());
  }

  @Nested
  class Proposing_what_a_council_decided {
    private static final Command ANYBODY = Command.by(People.DEV);

    @Test
    void makes_a_plan_that_waits() {
      planning.council.decides("d-1", STORY, APlan.CONTENT);

      Plan plan = value(planning.proposePlan.propose(ANYBODY, "d-1"));

      assertThat(memory.plans.find(plan.id())).contains(plan);
      assertThat(plan.status()).isEqualTo(PlanStatus.PROPOSED);
      assertThat(memory.transactions.events())
          .containsExactly(new PlanProposed(plan.id(), STORY, 1, "d-1", Moments.NOON));
    }

    @Test
    void twice_makes_one_plan() {
      planning.council.decides("d-1", STORY, APlan.CONTENT);
      Plan first = value(planning.proposePlan.propose(ANYBODY, "d-1"));

      assertThat(value(planning.proposePlan.propose(ANYBODY, "d-1"))).isEqualTo(first);
      assertThat(memory.plans.ofStory(STORY)).containsExactly(first);
    }

    @Test
    void makes_the_next_version_in_place_of_one_that_still_waits() {
      memory.plans.given(aPlan().called("PL-7").of(STORY).numbered(1).rejected().build());
      memory.plans.given(aPlan().called("PL-8").of(STORY).numbered(2).build());
      planning.council.decides("d-1", STORY, APlan.CONTENT);

      Plan plan = value(planning.proposePlan.propose(ANYBODY, "d-1"));

      assertThat(plan.number()).isEqualTo(3);
      assertThat(memory.plans.find(new PlanId("PL-7")).map(Plan::status))
          .contains(PlanStatus.REJECTED);
      assertThat(memory.plans.find(new PlanId("PL-8")).map(Plan::status))
          .contains(PlanStatus.SUPERSEDED);
      assertThat(memory.transactions.events())
          .containsExactly(
              new PlanProposed(plan.id(), STORY, 3, "d-1", Moments.NOON),
              new PlanSuperseded(new PlanId("PL-8"), STORY, plan.id(), Moments.NOON));
    }

    @Test
    void is_refused_without_a_verdict_or_a_story() {
      planning.council.decides("d-2", new StoryId("s-0"), APlan.CONTENT);

      assertThat(refusal(planning.proposePlan.propose(ANYBODY, "d-1")).message())
          .isEqualTo("there is no deliberation d-1");
      assertThat(refusal(planning.proposePlan.propose(ANYBODY, "d-2")).message())
          .isEqualTo("there is no story s-0");
    }
  }

  @Nested
  class Approving_one {
    private final PlanId id = new PlanId("PL-7");

    @BeforeEach
    void a_plan_waits() {
      memory.plans.given(aPlan().called("PL-7").of(STORY).build());
    }

    @Test
    void keeps_the_decision_and_makes_it_the_storys_plan() {
      Plan approved = value(planning.approvePlan.approve(PO, id, "Go", Optional.empty()));

      assertThat(approved.status()).isEqualTo(PlanStatus.APPROVED);
      assertThat(approved.decision())
          .contains(new PlanDecision(People.PAULA.id(), Moments.NOON, "Go"));
      assertThat(memory.plans.find(id)).contains(approved);
      assertThat(memory.stories.find(STORY).flatMap(Story::plan)).contains(id);
    }

    @Test
    void makes_its_tasks_which_wait_for_each_other_as_planned() {
      value(planning.approvePlan.approve(PO, id, "", Optional.empty()));

      List<Task> made = memory.tasks.ofStory(STORY);
      assertThat(made)
          .extracting(task -> task.text().title())
          .containsExactly("Call the provider", "Test refusals");
      assertThat(made).allSatisfy(task -> assertThat(task.plan()).contains(id));
      assertThat(made.get(0).dependsOn()).isEmpty();
      assertThat(made.get(1).dependsOn()).containsExactly(made.get(0).id());
    }

    @Test
    void tells_of_the_story_the_plan_and_each_task() {
      value(planning.approvePlan.approve(PO, id, "", Optional.empty()));

      assertThat(memory.transactions.events().stream().map(Object::getClass))
          .isEqualTo(
              List.of(
                  PlanAdopted.class,
                  PlanApproved.class,
                  TaskCreated.class,
                  TaskCreated.class,
                  DecisionProposed.class,
                  DecisionApproved.class));
    }

    @Test
    void is_written_down_as_a_decision_among_the_versions_of_the_plan() {
      memory.plans.given(aPlan().called("PL-6").of(STORY).numbered(1).rejected().build());
      memory.plans.given(aPlan().called("PL-7").of(STORY).numbered(2).build());

      value(planning.approvePlan.approve(PO, id, "It is the smallest", Optional.empty()));

      Decision decision = memory.decisions.ofStory(STORY).get(0);
      assertThat(decision.status()).isEqualTo(DecisionStatus.APPROVED);
      assertThat(decision.plan()).contains(id);
      assertThat(decision.affects())
          .isEqualTo(memory.tasks.ofStory(STORY).stream().map(Task::id).toList());
      assertThat(decision.text().title()).isEqualTo("Build the story by version 2 of its plan");
      assertThat(decision.text().options())
          .containsExactly("PL-7, version 2: Card payments", "PL-6, version 1: Card payments");
      assertThat(decision.text().chosen()).isEqualTo("PL-7, version 2: Card payments");
      assertThat(decision.text().rationale()).isEqualTo("It is the smallest");
      assertThat(decision.ruling())
          .contains(new Ruling(People.PAULA.id(), Moments.NOON, "It is the smallest"));
    }

    @Test
    void takes_the_place_of_the_decision_for_an_earlier_plan() {
      Decision earlier =
          memory.decisions.given(
              aDecision().of(STORY).about(new PlanId("PL-1")).approved().build());
      Decision other = memory.decisions.given(aDecision().of(STORY).approved().build());

      value(planning.approvePlan.approve(PO, id, "", Optional.empty()));

      assertThat(memory.decisions.find(earlier.id()).map(Decision::status))
          .contains(DecisionStatus.SUPERSEDED);
      assertThat(memory.decisions.find(other.id())).contains(other);
      assertThat(memory.decisions.ofStory(STORY))
          .last()
          .satisfies(
              decision -> {
                assertThat(decision.supersedes()).contains(earlier.id());
                assertThat(decision.text().rationale()).isEqualTo(APlan.CONTENT.description());
              });
    }

    @Test
    void holds_for_exactly_what_was_shown() {
      assertThat(
              planning
                  .approvePlan
                  .approve(PO, id, "", Optional.of(APlan.CONTENT.digest()))
                  .isDone())
          .isTrue();
    }

    @Test
    void is_refused_when_something_else_was_shown_and_makes_no_task() {
      assertThat(refusal(planning.approvePlan.approve(PO, id, "", Optional.of("other"))).code())
          .isEqualTo(Refusal.Code.STALE_VERSION);
      assertThat(memory.tasks.ofStory(STORY)).isEmpty();
      assertThat(memory.transactions.events()).isEmpty();
    }

    @Test
    void is_refused_for_another_version() {
      assertThat(
              refusal(planning.approvePlan.approve(PO.expecting(2), id, "", Optional.empty()))
                  .message())
          .startsWith("plan PL-7 is at version 1, you sent version 2");
    }

    @Test
    void is_refused_when_the_story_is_elsewhere_and_leaves_the_plan_as_it_was() {
      memory.stories.given(aStory().called("s-7").planned().build());

      assertThat(refusal(planning.approvePlan.approve(PO, id, "", Optional.empty())).message())
          .isEqualTo("story s-7 takes no plan while PLANNED; legal: READY_FOR_PLANNING");
      assertThat(memory.plans.find(id).map(Plan::status)).contains(PlanStatus.PROPOSED);
    }

    @Test
    void is_refused_a_second_time() {
      value(planning.approvePlan.approve(PO, id, "", Optional.empty()));

      assertThat(refusal(planning.approvePlan.approve(PO, id, "", Optional.empty())).code())
          .isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
      assertThat(memory.tasks.ofStory(STORY)).hasSize(2);
    }

    @Test
    void is_refused_for_a_plan_or_a_story_that_is_not_there() {
      memory.plans.given(aPlan().called("PL-8").of(new StoryId("s-0")).build());

      assertThat(
              refusal(planning.approvePlan.approve(PO, new PlanId("PL-0"), "", Optional.empty()))
                  .message())
          .isEqualTo("there is no plan PL-0");
      assertThat(
              refusal(planning.approvePlan.approve(PO, new PlanId("PL-8"), "", Optional.empty()))
                  .message())
          .isEqualTo("there is no story s-0");
    }

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        mode = EnumSource.Mode.EXCLUDE,
        names = {"PO", "SYSTEM"})
    void is_refused_to_those_who_do_not_own_the_product(Role role) {
      assertThat(
              refusal(
                      planning.approvePlan.approve(
                          Command.by(People.somebody("sam", role)), id, "", Optional.empty()))
                  .message())
          .isEqualTo("sam may not approve a plan: needs the role po");
    }
  }

  @Nested
  class Rejecting_one {
    private final PlanId id = new PlanId("PL-7");

    @BeforeEach
    void a_plan_waits() {
      memory.plans.given(aPlan().called("PL-7").of(STORY).build());
    }

    @Test
    void keeps_the_reason_and_leaves_the_story_as_it_was() {
      Plan rejected = value(planning.rejectPlan.reject(PO, id, "Too large")).thing();

      assertThat(memory.plans.find(id)).contains(rejected);
      assertThat(rejected.status()).isEqualTo(PlanStatus.REJECTED);
      assertThat(memory.stories.find(STORY).flatMap(Story::plan)).isEmpty();
      assertThat(memory.transactions.events())
          .containsExactly(
              new PlanRejected(
                  id, STORY, new PlanDecision(People.PAULA.id(), Moments.NOON, "Too large")));
    }

    @Test
    void has_the_council_think_again() {
      Rejected<Plan> rejected = value(planning.rejectPlan.reject(PO, id, "Too large"));

      assertThat(rejected.deliberation()).contains("d-1");
      assertThat(planning.council.convened).containsExactly(STORY);
      assertThat(planning.council.dismissed).containsExactly("plan of s-7");
    }

    @Test
    void leaves_the_council_alone_when_the_story_is_past_planning() {
      memory.stories.given(aStory().called("s-7").planned().build());

      assertThat(value(planning.rejectPlan.reject(PO, id, "Too late")).deliberation()).isEmpty();
      assertThat(planning.council.convened).isEmpty();
    }

    @Test
    void is_refused_without_a_reason() {
      assertThat(refusal(planning.rejectPlan.reject(PO, id, " ")).code())
          .isEqualTo(Refusal.Code.INVALID_ARGUMENT);
    }

    @Test
    void is_refused_for_other_versions_decided_and_unknown_plans_and_other_people() {
      memory.plans.given(aPlan().called("PL-8").of(STORY).approved().build());

      assertThat(refusal(planning.rejectPlan.reject(PO.expecting(9), id, "No")).code())
          .isEqualTo(Refusal.Code.STALE_VERSION);
      assertThat(refusal(planning.rejectPlan.reject(PO, new PlanId("PL-8"), "No")).code())
          .isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
      assertThat(refusal(planning.rejectPlan.reject(PO, new PlanId("PL-0"), "No")).code())
          .isEqualTo(Refusal.Code.NOT_FOUND);
      assertThat(refusal(planning.rejectPlan.reject(Command.by(People.QUINN), id, "No")).code())
          .isEqualTo(Refusal.Code.FORBIDDEN);
    }
  }
}
