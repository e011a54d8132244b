package io.witan.workflow.port;

import io.witan.planning.domain.TaskId;
import io.witan.workflow.domain.TaskWorkflow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Until when claims hold: for one lease, from the claim or from the last sign of life.
 *
 * <p>A lease is no part of the state of a task, and a sign of life is neither audited nor told.
 * That a claim ran out is.
 */
public interface ClaimLeases {

  /** The end of the claim under which the task is held; absent when nobody holds it. */
  Optional<Instant> until(TaskWorkflow workflow);

  /**
   * Makes the claim of a held task hold for one more lease from now on. The task is locked.
   *
   * @return its new end
   */
  Instant extend(TaskWorkflow workflow);

  /** The tasks whose claims have run out, the longest held first, at most so many. */
  List<TaskId> lapsed(int most);
}
