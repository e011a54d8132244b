package io.witan.planning.port;

import io.witan.planning.domain.TaskId;
import io.witan.shared.Command;

/** The work on tasks, which the workflow does. */
public interface TaskWork {

  /**
   * Ends the work on a task that was archived, if it has begun and not ended; part of the running
   * transaction.
   *
   * @param command whose decision it is
   * @param why what is written down as the reason
   */
  void end(Command command, TaskId task, String why);
}
