package io.witan.planning.adapter;

import static io.witan.testing.ACeremony.aCeremony;
import static io.witan.testing.AStory.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.messaging.EventRefusedException;
import io.witan.messaging.OnceInEffect;
import io.witan.planning.application.CeremonyDesk;
import io.witan.planning.application.CollectReview;
import io.witan.planning.application.FollowTasks;
import io.witan.planning.application.ProposePlan;
import io.witan.planning.domain.Advice;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.ReviewTicket;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStage;
import io.witan.planning.port.PlanningCouncil;
import io.witan.planning.port.ReviewCouncil;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.testing.APlan;
import io.witan.testing.Deliveries;
import io.witan.testing.FakeCouncil;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanningHandlersTest {
  private static final StoryId STORY = new StoryId("s-7");

  private final Memory memory = new Memory();
  private final OnceInEffect once = new OnceInEffect(memory.transactions, memory.inbox);

  @Nested
  class A_completed_deliberation {
    private final PlanFromDeliberation handler =
        new PlanFromDeliberation(
            once,
            new ProposePlan(
                memory.transactions,
                memory.stories,
                memory.plans,
                decided(),
                new NumberedIds(),
                Moments.CLOCK));

    private static PlanningCouncil decided() {
      FakeCouncil council = new FakeCouncil();
      council.decides("d-1", STORY, APlan.CONTENT);
      return council;
    }

    private void completed(String eventId, String purpose) {
      handler.receive(
          "{\"deliberation_id\":\"d-1\",\"purpose\":\"%s\",\"more\":[1]}".formatted(purpose),
          Deliveries.of(eventId, "deliberation.completed"));
    }

    @Test
    void about_a_plan_becomes_one_proposed_plan_however_often_it_comes() {
      memory.stories.given(aStory().called("s-7").readyForPlanning().build());

      completed("e-1", "PLAN");
      completed("e-1", "PLAN");
      completed("e-2", "plan");

      assertThat(memory.plans.ofStory(STORY))
          .singleElement()
          .satisfies(plan -> assertThat(plan.deliberation()).isEqualTo("d-1"));
    }

    @Test
    void about_anything_else_is_passed_over() {
      completed("e-1", "IMPLEMENTATION");

      assertThat(memory.transactions.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"purpose\":\"PLAN\"}|deliberation_id",
          "{\"deliberation_id\":\"d-1\"}|purpose",
          "{\"deliberation_id\":7,\"purpose\":\"PLAN\"}|deliberation_id",
          "{\"deliberation_id\":\"d/1\",\"purpose\":\"PLAN\"}|deliberation_id",
          "{\"deliberation_id\":\"d-1\",\"purpose\":[]}|purpose",
          "[]|no JSON object"
        })
    void that_is_malformed_is_refused_with_the_reason(String payload, String reason) {
      assertThatThrownBy(
              () -> handler.receive(payload, Deliveries.of("e-1", "deliberation.completed")))
          .isInstanceOf(EventRefusedException.class)
          .hasMessageContaining("event e-1 (deliberation.completed) is malformed")
          .hasMessageContaining(reason);
    }

    @Test
    void for_a_story_that_is_not_there_is_sent_back() {
      assertThatThrownBy(() -> completed("e-1", "PLAN"))
          .isInstanceOf(EventRefusedException.class)
          .hasMessageContaining("there is no story s-7");
    }
  }

  @Nested
  class A_deliberation_about_a_story_under_review {
    private final ReviewCouncil council = new ReviewingCouncil();
    private final ReviewFromDeliberation handler =
        new ReviewFromDeliberation(
            once,
            new CollectReview(
                memory.transactions,
                memory.ceremonies,
                new CeremonyDesk(memory.ceremonies, memory.stories, council, Moments.CLOCK),
                council,
                Moments.CLOCK));

    /** Has an opinion on the story. */
    private static final class ReviewingCouncil implements ReviewCouncil {
      @Override
      public Outcome<String> convene(Command command, ReviewTicket ticket, Story story) {
        throw new AssertionError("nobody asks it");
      }

      @Override
      public Outcome<Answer> answer(String deliberation) {
        return Outcome.done(new Answer.Given("agent-1", "Fine", Advice.in("- Do it")));
      }

      @Override
      public void dismiss(Command command, String deliberation) {
        throw new AssertionError("nobody dismisses it");
      }
    }

    private void ended(String eventId, String purpose, String name) {
      handler.receive(
          "{\"deliberation_id\":\"d-s-7-QA\",\"purpose\":\"%s\",\"task_id\":\"%s\"}"
              .formatted(purpose, name),
          Deliveries.of(eventId, "deliberation.completed"));
    }

    private int opinions() {
      return memory
          .ceremonies
          .find(new CeremonyId("BRC-7"))
          .flatMap(ceremony -> ceremony.review(STORY))
          .orElseThrow()
          .opinions()
          .size();
    }

    @Test
    void brings_its_feedback_once_however_often_it_comes() {
      memory.ceremonies.given(aCeremony().called("BRC-7").started("s-7").build());

      ended("e-1", "REVIEW", "ceremony-BRC-7:story-s-7:role-QA");
      ended("e-1", "REVIEW", "ceremony-BRC-7:story-s-7:role-QA");
      ended("e-2", "review", "ceremony-BRC-7:story-s-7:role-QA");

      assertThat(opinions()).isEqualTo(1);
    }

    @Test
    void of_another_purpose_or_name_or_of_no_ceremony_is_passed_over() {
      memory.ceremonies.given(aCeremony().called("BRC-7").started("s-7").build());

      ended("e-1", "PLAN", "ceremony-BRC-7:story-s-7:role-QA");
      ended("e-2", "REVIEW", "T-1");
      ended("e-3", "REVIEW", "ceremony-BRC-0:story-s-7:role-QA");

      assertThat(opinions()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"purpose\":\"REVIEW\",\"task_id\":\"T-1\"}|deliberation_id",
          "{\"deliberation_id\":\"d-1\",\"task_id\":\"T-1\"}|purpose",
          "{\"deliberation_id\":\"d-1\",\"purpose\":\"REVIEW\"}|task_id"
        })
    void that_is_malformed_is_refused_with_the_reason(String payload, String reason) {
      assertThatThrownBy(
              () -> handler.receive(payload, Deliveries.of("e-1", "deliberation.failed")))
          .isInstanceOf(EventRefusedException.class)
          .hasMessageContaining(reason);
    }
  }

  @Nested
  class A_task_that_moved {
    private static final Map<String, TaskStage> STAGES =
        Map.of(
            "todo", TaskStage.TODO,
            "implementing", TaskStage.WORKING,
            "dev_completed", TaskStage.WORKING);

    private final StoryFollowsWorkflow handler =
        new StoryFollowsWorkflow(
            once,
            state -> Optional.ofNullable(STAGES.get(state)),
            new FollowTasks(
                memory.transactions,
                memory.stories,
                memory.tasks,
                story -> Map.of(new TaskId("T-1"), TaskStage.WORKING),
                Moments.CLOCK));

    private void moved() {
      handler.receive("{\"story_id\":\"s-7\"}", Deliveries.of("e-1", "workflow.state.changed"));
    }

    @Test
    void takes_its_story_along() {
      memory.stories.given(aStory().called("s-7").readyForExecution().build());

      moved();

      assertThat(memory.stories.find(STORY).map(Story::state)).contains(StoryState.IN_PROGRESS);
    }

    @Test
    void takes_it_no_further_when_that_is_told_again() {
      memory.stories.given(aStory().called("s-7").readyForExecution().build());
      moved();
      int events = memory.transactions.events().size();

      moved();

      assertThat(memory.transactions.events()).hasSize(events);
    }

    @ParameterizedTest
    @CsvSource({
      "todo, implementing, IN_PROGRESS",
      "implementing, dev_completed, READY_FOR_EXECUTION",
      "unknown, unheard-of, IN_PROGRESS",
      "implementing, unheard-of, IN_PROGRESS"
    })
    void takes_it_along_only_to_another_stage_as_far_as_that_is_known(
        String from, String to, StoryState expected) {
      memory.stories.given(aStory().called("s-7").readyForExecution().build());

      handler.receive(
          "{\"story_id\":\"s-7\",\"from_state\":\"%s\",\"to_state\":\"%s\"}".formatted(from, to),
          Deliveries.of("e-1", "workflow.state.changed"));

      assertThat(memory.stories.find(STORY).map(Story::state)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"{}", "{\"story_id\":null}", "{\"story_id\":\" \"}", "{\"story_id\":{}}"})
    void without_its_story_is_refused(String payload) {
      assertThatThrownBy(
              () -> handler.receive(payload, Deliveries.of("e-1", "workflow.state.changed")))
          .isInstanceOf(EventRefusedException.class)
          .hasMessageContaining("story_id");
    }

    @Test
    void of_an_unknown_story_is_sent_back() {
      assertThatThrownBy(this::moved).isInstanceOf(EventRefusedException.class);
    }
  }
}
