package io.witan.planning.application;

import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Task;
import io.witan.planning.port.PlanRepository;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the tasks that came out of a plan. */
@Dependent
public class GetTasksOfPlan {
  private final PlanRepository plans;
  private final TaskRepository tasks;

  @Inject
  public GetTasksOfPlan(PlanRepository plans, TaskRepository tasks) {
    this.plans = plans;
    this.tasks = tasks;
  }

  /** Those that are not archived, oldest first. */
  public Outcome<List<Task>> get(PlanId id) {
    return Outcome.found("plan", id, plans.find(id)).map(new TasksOfPlan(tasks)::list);
  }
}
