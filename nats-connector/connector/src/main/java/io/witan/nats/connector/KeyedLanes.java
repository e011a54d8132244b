package io.witan.nats.connector;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/** One lane for each key: one delivery of it is out, the others wait in the order of the stream. */
final class KeyedLanes implements Lanes {

  private final Optional<String> keyHeader;
  private final Map<String, Queue<Delivery>> lanes = new HashMap<>();

  KeyedLanes(Optional<String> keyHeader) {
    this.keyHeader = keyHeader;
  }

  @Override
  public synchronized boolean enter(Delivery delivery) {
    Queue<Delivery> lane = lanes.get(delivery.key(keyHeader));
    if (lane == null) {
      lanes.put(
          delivery.key(keyHeader),
          new PriorityQueue<>(Comparator.comparingLong(Delivery::sequence)));
      return true;
    }
    lane.add(delivery);
    return false;
  }

  @Override
  public synchronized Optional<Delivery> leave(Delivery delivery) {
    Queue<Delivery> lane = lanes.get(delivery.key(keyHeader));
    Delivery next = lane == null ? null : lane.poll();
    if (next == null) {
      lanes.remove(delivery.key(keyHeader));
    }
    return Optional.ofNullable(next);
  }

  @Override
  public synchronized void dismissWaiting() {
    lanes.values().forEach(Queue::clear);
  }
}
