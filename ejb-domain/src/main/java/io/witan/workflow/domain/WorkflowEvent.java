package io.witan.workflow.domain;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.ActorId;
import io.witan.shared.Role;
import java.time.Instant;

/** What has happened to the workflow of a task. */
public sealed interface WorkflowEvent {
  TaskId task();

  StoryId story();

  Instant at();

  /** The task waits for a developer. */
  record WorkflowStarted(TaskId task, StoryId story, Instant at) implements WorkflowEvent {}

  /**
   * Something takes longer than it may.
   *
   * @param since when its time began to run
   * @param due when it should have been done
   */
  record SlaBreached(TaskId task, StoryId story, Sla sla, Instant since, Instant due, Instant at)
      implements WorkflowEvent {}

  /**
   * It went from one state to the next.
   *
   * @param role the role in which the actor did it
   */
  record TaskMoved(
      TaskId task,
      StoryId story,
      TaskState from,
      TaskState to,
      TaskAction action,
      ActorId by,
      Role role,
      WorkDone work,
      Instant at)
      implements WorkflowEvent {}
}
