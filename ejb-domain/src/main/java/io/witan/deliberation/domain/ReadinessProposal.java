package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * How ready a story is, as somebody of the council judges it. Whether the story really says what is
 * quoted is for those to check who have its text.
 *
 * @param criteria one finding for each of {@link #CRITERIA}, in any order
 */
public record ReadinessProposal(String title, List<Finding> criteria) implements Proposal {
  /** What is judged. */
  public static final List<String> CRITERIA =
      List.of("CLEAR", "ACCEPTANCE_CRITERIA", "DEPENDENCIES", "ESTIMATE", "TESTABLE");

  /** The most points that one criterion gives. */
  public static final int MOST_POINTS = 20;

  /**
   * What was found about one criterion.
   *
   * @param name one of {@link #CRITERIA}
   * @param points 0 to {@value #MOST_POINTS}
   * @param evidence words of the story; may be empty only where there are no points
   * @param reason why it gets these points
   */
  public record Finding(String name, int points, String evidence, String reason) {
    public Finding {
      if (!CRITERIA.contains(name)) {
        throw new InvalidValue("criteria.name", name, "one of " + String.join(", ", CRITERIA));
      }
      if (points < 0 || points > MOST_POINTS) {
        throw new InvalidValue(
            "criteria.points", String.valueOf(points), "0 to %d".formatted(MOST_POINTS));
      }
      evidence =
          points == 0
              ? Text.optional("criteria.evidence", evidence, 5_000)
              : Text.required("criteria.evidence", evidence, 5_000);
      reason = Text.required("criteria.reason", reason, 60_000);
    }
  }

  public ReadinessProposal {
    title = Text.required("title", title, 300);
    criteria = List.copyOf(criteria);
    List<String> missing = new ArrayList<>(CRITERIA);
    for (Finding finding : criteria) {
      if (!missing.remove(finding.name())) {
        throw new InvalidValue("criteria.name", finding.name(), "each criterion once");
      }
    }
    if (!missing.isEmpty()) {
      throw new InvalidValue(
          "criteria",
          "nothing about " + String.join(", ", missing),
          "one finding for each of " + String.join(", ", CRITERIA));
    }
  }
}
