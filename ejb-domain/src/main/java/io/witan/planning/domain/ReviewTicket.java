package io.witan.planning.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a deliberation of a ceremony is about: one story, seen by one role. Its text is the name
 * that such a deliberation has in the SWE AI Fleet.
 */
public record ReviewTicket(CeremonyId ceremony, StoryId story, ReviewRole role) {
  private static final Pattern FORM =
      Pattern.compile("ceremony-(.+):story-(.+):role-(ARCHITECT|QA|DEVOPS)");

  /** The ticket that a name tells, if it is the name of one. */
  public static Optional<ReviewTicket> in(String name) {
    Matcher form = FORM.matcher(name);
    return form.matches()
        ? Optional.of(
            new ReviewTicket(
                new CeremonyId(form.group(1)),
                new StoryId(form.group(2)),
                ReviewRole.valueOf(form.group(3))))
        : Optional.empty();
  }

  /** {@code ceremony-{id}:story-{id}:role-{ROLE}}. */
  @Override
  public String toString() {
    return "ceremony-%s:story-%s:role-%s".formatted(ceremony, story, role);
  }
}
