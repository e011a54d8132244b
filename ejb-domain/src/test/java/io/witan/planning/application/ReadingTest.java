package io.witan.planning.application;

import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.AStory.aStory;
import static io.witan.testing.ATask.aTask;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskId;
import io.witan.planning.port.Archived;
import io.witan.planning.port.EpicRepository;
import io.witan.planning.port.ProjectRepository;
import io.witan.planning.port.StoryRepository.Filter;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Page;
import io.witan.shared.Refusal;
import io.witan.testing.Memory;
import io.witan.testing.People;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReadingTest {
  private static final Command PO = Command.by(People.PAULA);
  private static final Page.Request ALL = Page.Request.first(100);

  private final UseCases planning = new UseCases();
  private final Memory memory = planning.memory;
  private final Project project = value(planning.createProject.create(PO, "Shop", ""));
  private final Epic epic = value(planning.createEpic.create(PO, project.id(), "Checkout", ""));
  private final Story story = memory.stories.given(aStory().of(epic.id()).planned().build());
  private final Plan plan = memory.plans.given(aPlan().of(story.id()).build());
  private final Task task = memory.tasks.given(aTask().of(story.id()).build());

  @Test
  void what_is_there_is_found() {
    assertThat(value(new GetProject(memory.projects).get(project.id()))).isEqualTo(project);
    assertThat(value(new GetEpic(memory.epics).get(epic.id()))).isEqualTo(epic);
    assertThat(value(new GetStory(memory.stories).get(story.id()))).isEqualTo(story);
    assertThat(value(new GetPlan(memory.plans).get(plan.id()))).isEqualTo(plan);
    assertThat(value(new GetTask(memory.tasks).get(task.id()))).isEqualTo(task);
  }

  @TestFactory
  Stream<DynamicTest> what_is_not_there_is_named() {
    Map<String, Outcome<?>> lookups =
        Map.of(
            "project", new GetProject(memory.projects).get(new ProjectId("none")),
            "epic", new GetEpic(memory.epics).get(new EpicId("none")),
            "story", new GetStory(memory.stories).get(new StoryId("none")),
            "plan", new GetPlan(memory.plans).get(new PlanId("none")),
            "task", new GetTask(memory.tasks).get(new TaskId("none")));
    return lookups.entrySet().stream()
        .map(
            lookup ->
                DynamicTest.dynamicTest(
                    lookup.getKey(),
                    () -> {
                      Refusal refusal = refusal(lookup.getValue());
                      assertThat(refusal.code()).isEqualTo(Refusal.Code.NOT_FOUND);
                      assertThat(refusal.message())
                          .isEqualTo("there is no %s none".formatted(lookup.getKey()));
                    }));
  }

  @Test
  void lists_hold_what_fits() {
    Filter planned =
        new Filter(
            Optional.of(StoryState.PLANNED),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Archived.HIDDEN);

    assertThat(new ListProjects(memory.projects).list(ProjectRepository.Filter.NONE, ALL).items())
        .containsExactly(project);
    assertThat(
            new ListEpics(memory.epics).list(EpicRepository.Filter.of(project.id()), ALL).items())
        .containsExactly(epic);
    assertThat(new ListStories(memory.stories).list(planned, ALL).items()).containsExactly(story);
    assertThat(new ListPlans(memory.plans).list(story.id())).containsExactly(plan);
    assertThat(new ListTasks(memory.tasks).list(TaskRepository.Filter.of(story.id()), ALL).items())
        .containsExactly(task);
  }

  @Test
  void plans_of_an_unknown_story_are_none() {
    assertThat(new ListPlans(memory.plans).list(new StoryId("none"))).isEmpty();
  }
}
