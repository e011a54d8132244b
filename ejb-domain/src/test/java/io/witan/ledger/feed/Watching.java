package io.witan.ledger.feed;

import io.witan.ledger.domain.SentEvent;
import io.witan.ledger.port.SentEvents.Follower;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** One who follows and notes all that he gets. */
final class Watching implements Follower {
  final List<SentEvent> events = new CopyOnWriteArrayList<>();
  final List<String> remarks = new CopyOnWriteArrayList<>();
  volatile boolean ended;

  @Override
  public void event(SentEvent event) {
    events.add(event);
  }

  @Override
  public void past(List<SentEvent> before) {
    events.addAll(before);
  }

  @Override
  public void remark(String text) {
    remarks.add(text);
  }

  @Override
  public void end() {
    ended = true;
  }

  List<String> ids() {
    return events.stream().map(SentEvent::id).toList();
  }

  /** The versions of each aggregate, as they came. */
  Map<String, List<String>> versions() {
    Map<String, List<String>> versions = new LinkedHashMap<>();
    for (SentEvent event : events) {
      versions
          .computeIfAbsent(event.aggregateId(), id -> new CopyOnWriteArrayList<>())
          .add(event.id().substring(event.id().indexOf('/') + 1));
    }
    return versions;
  }
}
