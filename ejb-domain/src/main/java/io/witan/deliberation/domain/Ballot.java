package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Marks for proposals that were shown without names.
 *
 * @param marks 1 to {@value Charter#MOST_AGENTS}, each label once
 */
public record Ballot(List<Mark> marks) implements Contribution {

  /**
   * What one proposal is worth.
   *
   * @param label under which the proposal was shown: A, B, C and on
   * @param score 0 (useless) to 1 (do it as it is)
   * @param reason in a sentence or two; may be empty
   */
  public record Mark(String label, double score, String reason) {
    public Mark {
      label = Text.required("marks.proposal", label, 10);
      reason = Text.optional("marks.reason", reason, 5_000);
      Critique.mustBeScore("marks.score", score);
    }
  }

  public Ballot {
    marks = List.copyOf(marks);
    if (marks.isEmpty() || marks.size() > Charter.MOST_AGENTS) {
      throw new InvalidValue("marks", marks.size() + " marks", "1 to " + Charter.MOST_AGENTS);
    }
    Set<String> labels = new HashSet<>();
    marks.forEach(mark -> mustBeNew(labels, mark.label()));
  }

  private static void mustBeNew(Set<String> labels, String label) {
    if (!labels.add(label)) {
      throw new InvalidValue("marks.proposal", label, "each proposal once");
    }
  }

  /** The label of the proposal that is shown at a place, from 0. */
  public static String label(int place) {
    return String.valueOf((char) ('A' + place));
  }
}
