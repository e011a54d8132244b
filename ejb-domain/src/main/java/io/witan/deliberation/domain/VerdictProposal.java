package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.List;

/**
 * What somebody at a gate thinks of finished work.
 *
 * @param approved whether it may pass
 * @param feedback why; where it may not, what would have to change, in {@value #LEAST_FEEDBACK}
 *     characters or more
 * @param findings what was looked at and found, at most {@value #MOST_FINDINGS}; may be empty
 */
public record VerdictProposal(
    String title, boolean approved, String feedback, List<String> findings) implements Proposal {

  /** The shortest feedback with which work is turned down. */
  public static final int LEAST_FEEDBACK = 10;

  /** The most findings of one verdict. */
  public static final int MOST_FINDINGS = 20;

  public VerdictProposal {
    title = Text.required("title", title, 300);
    feedback = Text.required("feedback", feedback, 20_000);
    if (!approved && feedback.length() < LEAST_FEEDBACK) {
      throw new InvalidValue(
          "feedback",
          feedback,
          "at least %d characters that say what is wrong".formatted(LEAST_FEEDBACK));
    }
    if (findings.size() > MOST_FINDINGS) {
      throw new InvalidValue("findings", findings.size() + " findings", "at most " + MOST_FINDINGS);
    }
    findings = findings.stream().map(one -> Text.required("findings", one, 2_000)).toList();
  }
}
