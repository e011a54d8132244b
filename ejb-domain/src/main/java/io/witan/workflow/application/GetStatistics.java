package io.witan.workflow.application;

import io.witan.planning.domain.StoryId;
import io.witan.shared.Role;
import io.witan.workflow.domain.WorkflowStatistics;
import io.witan.workflow.port.TaskWorkflowRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Counts tasks by where they stand. */
@Dependent
public class GetStatistics {
  private final TaskWorkflowRepository workflows;
  private final Clock clock;

  @Inject
  public GetStatistics(TaskWorkflowRepository workflows, Clock clock) {
    this.workflows = workflows;
    this.clock = clock;
  }

  /**
   * Counts them.
   *
   * @param story those of one story; absent means of all
   * @param role those that the role is in charge of; absent means all
   */
  public WorkflowStatistics get(Optional<StoryId> story, Optional<Role> role) {
    return new WorkflowStatistics(
        workflows.tally(story, clock.instant()).stream()
            .filter(tally -> role.isEmpty() || tally.state().roleInCharge().equals(role))
            .toList());
  }
}
