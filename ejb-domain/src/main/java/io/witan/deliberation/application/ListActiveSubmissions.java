package io.witan.deliberation.application;

import io.witan.deliberation.domain.Submission;
import io.witan.deliberation.port.Submissions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Lists submissions whose deliberation has not ended. */
@Dependent
public class ListActiveSubmissions {
  /** The most that are listed; those that came later are left out. */
  public static final int MOST = 1_000;

  private final Submissions submissions;

  @Inject
  public ListActiveSubmissions(Submissions submissions) {
    this.submissions = submissions;
  }

  /** At most {@value #MOST}, oldest first. */
  public List<Submission> list() {
    return submissions.active(MOST);
  }
}
