package io.witan.deliberation.domain;

import java.util.List;
import java.util.Optional;

/**
 * The architect's choice among the best proposals, as in the SWE AI Fleet: the first of them whose
 * patch applies and parses and whose manifests a cluster would understand; when none is of that
 * kind, the best one.
 */
public final class ArchitectSelection {
  /** Among how many it chooses when nothing else is wished. */
  public static final int USUAL = 3;

  private ArchitectSelection() {}

  /** The proposals that it chooses from, best first. */
  public static List<Ranked> candidates(List<Ranked> ranking, int among) {
    return ranking.subList(0, Math.min(among, ranking.size()));
  }

  /** The one that it chooses; absent when there is none. */
  public static Optional<Ranked> choose(List<Ranked> ranking, int among) {
    List<Ranked> candidates = candidates(ranking, among);
    return candidates.stream()
        .filter(ArchitectSelection::isSound)
        .findFirst()
        .or(() -> candidates.stream().findFirst());
  }

  private static boolean isSound(Ranked proposal) {
    CheckSuite checks = proposal.checks();
    return !checks.lint().hasFailed() && !checks.dryRun().hasFailed();
  }
}
