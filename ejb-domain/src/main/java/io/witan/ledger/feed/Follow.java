package io.witan.ledger.feed;

import io.witan.ledger.domain.SentEvent;
import io.witan.ledger.port.SentEvents.Follower;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One who follows. Who asks for events of the past gets them first: what comes meanwhile is put
 * aside, and handed on after them. The {@link Audience} is what guards it.
 */
final class Follow {
  private static final int MOST_ASIDE = 10_000;

  final Follower follower;
  private final List<SentEvent> aside = new ArrayList<>();
  private Optional<Past> past;
  private boolean busy;

  /**
   * What is still to be read.
   *
   * @param lastId the event that was seen last
   * @param from where reading goes on; absent until it is known where that event is
   * @param to where the past ends; absent until the process itself reads the streams
   */
  record Past(String lastId, Optional<Places> from, Optional<Places> to) {}

  Follow(Optional<String> lastId, Optional<Places> now, Follower follower) {
    this.follower = follower;
    this.past = lastId.map(id -> new Past(id, Optional.empty(), now));
  }

  /** Takes an event; false when too many wait. */
  boolean take(SentEvent event) {
    if (past.isEmpty()) {
      follower.event(event);
      return true;
    }
    aside.add(event);
    return aside.size() <= MOST_ASIDE;
  }

  /** The process reads the streams from here on. */
  void begin(Places now) {
    past =
        past.map(
            open -> new Past(open.lastId(), open.from(), open.to().or(() -> Optional.of(now))));
  }

  /** So much of the past was handed on. */
  void reached(Places place) {
    past = past.map(open -> new Past(open.lastId(), Optional.of(place), open.to()));
  }

  /** What is to be read for him, unless somebody does already; {@link #free()} ends it. */
  Optional<Past> claim() {
    Optional<Past> ready = past.filter(open -> open.to().isPresent() && !busy);
    busy = busy || ready.isPresent();
    return ready;
  }

  void free() {
    busy = false;
  }

  /** What was put aside; once nothing is, he is up to date. */
  List<SentEvent> aside() {
    List<SentEvent> taken = List.copyOf(aside);
    aside.clear();
    past = taken.isEmpty() ? Optional.empty() : past;
    return taken;
  }
}
