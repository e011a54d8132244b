package io.witan.deliberation.application;

import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Submission;
import io.witan.deliberation.port.Submissions;
import java.time.Instant;
import java.util.function.Function;

/** Gives submissions the first name that is free. */
final class SubmissionNames {
  private SubmissionNames() {}

  static Submission add(
      Submissions submissions, String task, Instant at, Function<DeliberationId, Submission> made) {
    int place = 1;
    Submission submission = made.apply(Submission.id(task, at, place));
    while (!submissions.add(submission)) {
      place++;
      submission = made.apply(Submission.id(task, at, place));
    }
    return submission;
  }
}
