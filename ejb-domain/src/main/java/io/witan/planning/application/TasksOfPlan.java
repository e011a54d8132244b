package io.witan.planning.application;

import io.witan.planning.domain.Plan;
import io.witan.planning.port.TaskRepository;

/** Counts the tasks that came out of a plan. */
record TasksOfPlan(TaskRepository tasks) {

  long count(Plan plan) {
    return tasks.ofStory(plan.story()).stream()
        .filter(task -> task.plan().filter(plan.id()::equals).isPresent())
        .count();
  }
}
