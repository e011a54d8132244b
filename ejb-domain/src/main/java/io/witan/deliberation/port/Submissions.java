package io.witan.deliberation.port;

import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Submission;
import io.witan.deliberation.domain.SubmissionStatistics;
import java.util.List;
import java.util.Optional;

/**
 * Remembers what was submitted, and counts what came of it.
 *
 * <p>A deliberation does not know that it was submitted, so its outcome is counted when somebody
 * looks: at the statistics, or at one that has ended. Whoever counts, each outcome counts once.
 */
public interface Submissions {

  /**
   * Keeps a new one; needs a transaction. Others that want the same id wait until it ends.
   *
   * @return false when there is one of that id already: it stays as it is
   */
  boolean add(Submission submission);

  Optional<Standing> find(DeliberationId id);

  /** One, and how far it is. */
  record Standing(Submission submission, Submission.Stage stage) {}

  /** Those whose deliberation is open, oldest first. */
  List<Submission> active(int most);

  /** Counts the outcomes of those that have ended since. Joins no transaction. */
  void count();

  /** As they were counted last; what has ended since is still active in them. */
  SubmissionStatistics counted();
}
