package io.witan.workflow.port;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Change;
import io.witan.shared.Role;
import io.witan.workflow.domain.Sla;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkflowEvent;
import io.witan.workflow.domain.WorkflowStatistics.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the workflows of tasks. A change needs a transaction and a lock on what exists. */
public interface TaskWorkflowRepository {

  Optional<TaskWorkflow> find(TaskId task);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<TaskWorkflow> lock(TaskId task);

  void save(Change<TaskWorkflow, WorkflowEvent> change);

  /** Saves a change, and the steps that have followed it by themselves: those are the system's. */
  void save(
      Change<TaskWorkflow, WorkflowEvent> change,
      List<Change<TaskWorkflow, WorkflowEvent>> following);

  /** Where each of one story stands; to look at, without all that is known of them. */
  Map<TaskId, TaskState> statesOf(StoryId story);

  /** Those of one story, oldest first. */
  List<TaskWorkflow> ofStory(StoryId story);

  /**
   * Those whose time has begun before that and was not told to have been too long, at most so many.
   */
  List<TaskId> overdue(Sla sla, Instant before, int most);

  /** How many stand in each state, of one story or of all; states without any are left out. */
  List<Tally> tally(Optional<StoryId> story, Instant now);

  /** Those that somebody of the role should take up, in no order. */
  List<TaskWorkflow> waitingFor(Role role);
}
