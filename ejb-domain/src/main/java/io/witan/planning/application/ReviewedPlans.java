package io.witan.planning.application;

import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.PlanPreliminary;
import io.witan.planning.domain.PlannedTask;
import io.witan.planning.domain.ReviewApproval;
import io.witan.planning.domain.ReviewOrigin;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskId;
import io.witan.planning.port.PlanRepository;
import io.witan.planning.port.StoryRepository;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.IdSource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Makes the plan and the tasks of an approved review. The story must be locked.
 *
 * <p>A story that is ready for planning takes the plan at once; elsewhere the plan waits, and the
 * story goes its own way.
 */
@Dependent
public class ReviewedPlans {
  private final PlanRepository plans;
  private final StoryRepository stories;
  private final TaskRepository tasks;
  private final PlanDecisions decisions;
  private final IdSource ids;

  @Inject
  public ReviewedPlans(
      PlanRepository plans,
      StoryRepository stories,
      TaskRepository tasks,
      PlanDecisions decisions,
      IdSource ids) {
    this.plans = plans;
    this.stories = stories;
    this.tasks = tasks;
    this.decisions = decisions;
    this.ids = ids;
  }

  Plan make(
      Ceremony ceremony, Story story, PlanId id, ReviewApproval approval, boolean digestStated) {
    PlanPreliminary found = ceremony.review(story.id()).orElseThrow().preliminary().orElseThrow();
    int joined = join(story, id, approval);
    var made =
        Plan.ofReview(
            id,
            story.id(),
            PlanVersions.next(plans, story.id()),
            found.content(),
            digestStated,
            new ReviewOrigin(ceremony.id(), approval, found.complexity(), joined));
    plans.save(made);
    PlanVersions.giveWay(plans, made.after(), approval.at());
    made.after().content().tasks().forEach(task -> create(task, story, id, approval));
    decisions.write(made.after(), tasksOf(made.after()));
    if (story.state() == StoryState.READY_FOR_PLANNING) {
      story.adopt(id, approval.by(), approval.at()).onDone(stories::save);
    }
    return made.after();
  }

  private List<TaskId> tasksOf(Plan plan) {
    return tasks.ofStory(plan.story()).stream()
        .filter(task -> task.plan().equals(Optional.of(plan.id())))
        .map(Task::id)
        .toList();
  }

  /** Tasks that the story has and no plan holds become part of this one. */
  private int join(Story story, PlanId plan, ReviewApproval approval) {
    int joined = 0;
    for (Task task : tasks.ofStory(story.id())) {
      if (task.plan().isEmpty()) {
        tasks
            .lock(task.id())
            .flatMap(locked -> locked.join(plan, approval.at()))
            .ifPresent(tasks::save);
        joined++;
      }
    }
    return joined;
  }

  private void create(PlannedTask task, Story story, PlanId plan, ReviewApproval approval) {
    tasks.save(
        Task.create(
            Task.nextIdOfReview(ids),
            story.id(),
            Optional.of(plan),
            task.text(),
            List.of(),
            approval.by(),
            approval.at()));
  }
}
