package io.witan.web.audit;

import io.witan.shared.InvalidValue;
import io.witan.shared.Page;
import java.util.List;
import java.util.Optional;

/**
 * Pages of a trail that is in order of time. A page ends at an entry, and says which: entries never
 * go, so the next page starts behind it, whatever was added meanwhile.
 */
final class Timeline {
  private Timeline() {}

  static Page<TrailEntryWire> page(List<TrailEntryWire> trail, Page.Request wanted) {
    List<TrailEntryWire> left =
        wanted
            .after()
            .map(place -> trail.subList(behind(trail, place), trail.size()))
            .orElse(trail);
    List<TrailEntryWire> items = left.subList(0, Math.min(wanted.size(), left.size()));
    return new Page<>(
        items,
        Optional.of(items)
            .filter(page -> page.size() < left.size())
            .map(page -> place(page.get(page.size() - 1))));
  }

  private static int behind(List<TrailEntryWire> trail, String place) {
    for (int number = 0; number < trail.size(); number++) {
      if (place(trail.get(number)).equals(place)) {
        return number + 1;
      }
    }
    throw new InvalidValue("after", place, "the 'next' of a page of the same timeline");
  }

  private static String place(TrailEntryWire entry) {
    return "%s/%s/%d".formatted(entry.kind(), entry.id(), entry.sequence());
  }
}
