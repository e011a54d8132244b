package io.witan.planning.application;

import io.witan.planning.domain.Plan;
import io.witan.planning.domain.Task;
import io.witan.planning.port.TaskRepository;
import java.util.List;

/** The tasks that came out of a plan and are not archived. */
record TasksOfPlan(TaskRepository tasks) {

  List<Task> list(Plan plan) {
    return tasks.ofStory(plan.story()).stream()
        .filter(task -> task.plan().filter(plan.id()::equals).isPresent())
        .toList();
  }

  long count(Plan plan) {
    return list(plan).size();
  }
}
