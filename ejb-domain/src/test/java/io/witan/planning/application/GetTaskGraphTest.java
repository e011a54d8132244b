package io.witan.planning.application;

import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.AStory.aStory;
import static io.witan.testing.ATask.aTask;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskDependency;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Refusal;
import io.witan.testing.Memory;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GetTaskGraphTest {
  private static final StoryId STORY = new StoryId("s-7");
  private static final TaskId PLANNED = new TaskId("T-1");
  private static final TaskId NEXT = new TaskId("T-2");

  private final Memory memory = new Memory();
  private final GetTaskGraph getTaskGraph =
      new GetTaskGraph(memory.stories, memory.plans, memory.tasks, memory.dependencies);
  private final Plan plan = memory.plans.given(aPlan().of(STORY).approved().build());

  @BeforeEach
  void a_story_with_three_tasks() {
    memory.stories.given(aStory().called("s-7").readyForPlanning().build());
    memory.tasks.given(aTask().called("T-1").of(STORY).from(plan.id()).build());
    memory.tasks.given(aTask().called("T-2").of(STORY).from(plan.id()).after(PLANNED).build());
    memory.tasks.given(aTask().called("T-3").of(STORY).after(NEXT).build());
    memory.dependencies.explain(List.of(new TaskDependency(NEXT, PLANNED, "it is called")));
  }

  @Test
  void a_story_has_all_its_tasks() {
    GetTaskGraph.Found found = value(getTaskGraph.get(STORY));

    assertThat(found.graph().criticalHours()).isEqualTo(24);
    assertThat(found.dependencies())
        .containsExactly(
            new TaskDependency(NEXT, PLANNED, "it is called"),
            new TaskDependency(new TaskId("T-3"), NEXT, TaskDependency.PLANNED));
  }

  @Test
  void a_plan_has_those_that_came_out_of_it() {
    GetTaskGraph.Found found = value(getTaskGraph.get(plan.id()));

    assertThat(found.story()).isEqualTo(STORY);
    assertThat(found.graph().criticalPath()).containsExactly(PLANNED, NEXT);
    assertThat(found.dependencies()).hasSize(1);
  }

  @Test
  void what_is_not_there_has_none() {
    assertThat(refusal(getTaskGraph.get(new StoryId("s-9"))).code())
        .isEqualTo(Refusal.Code.NOT_FOUND);
    assertThat(refusal(getTaskGraph.get(new PlanId("PL-9"))).code())
        .isEqualTo(Refusal.Code.NOT_FOUND);
  }
}
