package io.witan.deliberation.application;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Submission;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.Submissions;
import io.witan.deliberation.port.Submissions.Standing;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads a submission and how its deliberation stands now. */
@Dependent
public class GetSubmission {
  private final Submissions submissions;
  private final DeliberationRepository deliberations;

  @Inject
  public GetSubmission(Submissions submissions, DeliberationRepository deliberations) {
    this.submissions = submissions;
    this.deliberations = deliberations;
  }

  /**
   * A submission.
   *
   * @param isWaiting whether nobody drives it yet
   * @param deliberation absent when it could not be begun
   */
  public record Found(
      Submission submission, boolean isWaiting, Optional<Deliberation> deliberation) {}

  /** One whose deliberation has ended is counted with that. */
  public Outcome<Found> get(DeliberationId id) {
    return Outcome.found("submission", id, submissions.find(id)).map(this::found);
  }

  private Found found(Standing standing) {
    Optional<Deliberation> deliberation = deliberations.find(standing.submission().id());
    if (standing.stage() != Submission.Stage.COUNTED
        && deliberation.filter(Deliberation::isOpen).isEmpty()) {
      submissions.count();
    }
    return new Found(
        standing.submission(), standing.stage() == Submission.Stage.WAITS, deliberation);
  }
}
