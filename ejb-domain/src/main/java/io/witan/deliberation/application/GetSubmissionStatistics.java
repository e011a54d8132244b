package io.witan.deliberation.application;

import io.witan.deliberation.domain.SubmissionStatistics;
import io.witan.deliberation.port.Submissions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Counts submissions, those of all processes and of earlier ones. */
@Dependent
public class GetSubmissionStatistics {
  private final Submissions submissions;

  @Inject
  public GetSubmissionStatistics(Submissions submissions) {
    this.submissions = submissions;
  }

  public SubmissionStatistics get() {
    submissions.count();
    return submissions.counted();
  }
}
