package io.witan.ledger.feed;

import io.nats.client.Message;
import io.witan.ledger.domain.SentEvent;
import io.witan.ledger.port.SentEvents.Follower;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All who follow in this process, and how far it has read the streams. What is told is told to all
 * of them, in one order.
 */
final class Audience {
  private static final int REMEMBERED = 4_096;

  private final Set<Follow> follows = ConcurrentHashMap.newKeySet();
  private final Recent recent = new Recent(REMEMBERED);
  private Optional<Places> read = Optional.empty();

  synchronized Follow join(Optional<String> lastId, Follower follower) {
    Follow follow = new Follow(lastId, read, follower);
    follows.add(follow);
    return follow;
  }

  synchronized void leave(Follow follow) {
    follows.remove(follow);
  }

  boolean isHere(Follow follow) {
    return follows.contains(follow);
  }

  Collection<Follow> all() {
    return follows;
  }

  /** How far the streams are read; absent before the beginning. */
  synchronized Optional<Places> read() {
    return read;
  }

  /** The streams are read from here on. */
  synchronized void begin(Places now) {
    read = Optional.of(now);
    follows.forEach(follow -> follow.begin(now));
  }

  /** Tells an event, unless it was told before. */
  synchronized void take(String stream, Message message) {
    if (!stream.equals(Tap.NO_STREAM)) {
      Places before = read.orElse(Places.NOWHERE);
      long sequence = message.metaData().streamSequence();
      if (sequence <= before.of(stream)) {
        return;
      }
      read = Optional.of(before.with(stream, sequence));
    }
    EventHeaders.read(message)
        .filter(event -> recent.add(event.id(), read.orElse(Places.NOWHERE)))
        .ifPresent(this::tell);
  }

  private void tell(SentEvent event) {
    for (Follow follow : List.copyOf(follows)) {
      if (!follow.take(event)) {
        follows.remove(follow);
        follow.follower.end();
      }
    }
  }

  /** How far the streams were read when an event was told; absent when that is long ago. */
  synchronized Optional<Places> whenTold(String eventId) {
    return recent.of(eventId);
  }

  synchronized Optional<Follow.Past> claim(Follow follow) {
    return follow.claim();
  }

  synchronized void free(Follow follow) {
    follow.free();
  }

  synchronized void reached(Follow follow, Places place) {
    follow.reached(place);
  }

  synchronized List<SentEvent> aside(Follow follow) {
    return follow.aside();
  }

  /** Tells all what happens to the feed. */
  void remark(String text) {
    follows.forEach(follow -> follow.follower.remark(text));
  }
}
