package io.witan.deliberation.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Puts proposals in their order. */
final class Ranking {
  private Ranking() {}

  /**
   * A proposal before it has a rank.
   *
   * @param last the turn in which its author wrote it last
   * @param peer what the others think of it, 0 to 1; absent when nobody said anything
   */
  record Entry(AgentId author, Turn last, Optional<Double> peer) {
    double score() {
      OptionalDouble said = peer.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
      return Score.of(said, checks()).value();
    }

    CheckSuite checks() {
      return last.said().map(Turn.Said::checks).orElseThrow();
    }
  }

  /** Highest score first; equal ones keep their order. */
  static List<Ranked> of(List<Entry> entries) {
    List<Entry> sorted =
        entries.stream()
            .sorted(Comparator.comparing(Entry::score, Comparator.reverseOrder()))
            .toList();
    List<Ranked> places = new ArrayList<>();
    for (Entry entry : sorted) {
      places.add(ranked(places.size() + 1, entry));
    }
    return places;
  }

  private static Ranked ranked(int rank, Entry entry) {
    Turn last = entry.last();
    return new Ranked(
        rank,
        entry.author(),
        last.slot().sequence(),
        entry.score(),
        entry.peer().isPresent(),
        last.said().map(Turn.Said::text).orElseThrow(),
        last.proposal().orElseThrow(),
        entry.checks());
  }
}
