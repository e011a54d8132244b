package io.witan.ledger.adapter;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.ledger.port.Asides.Aside;
import io.witan.shared.Command;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one transaction has read and written so far; lives as long as the transaction. */
final class UnitOfWork {
  private final Map<AggregateRef, Snapshot> snapshots = new HashMap<>();
  private final List<OutboxMessage> messages = new ArrayList<>();
  private final List<Aside> asides = new ArrayList<>();
  private final Deque<Command> commands = new ArrayDeque<>();

  /**
   * The properties of an aggregate as the graph holds them, and the head of its chain.
   *
   * @param locked whether this transaction keeps others from changing it; if not, it is as it was
   *     seen before, and Neo4j is to compare
   */
  record Snapshot(Map<String, Object> properties, long version, String head, boolean locked) {
    /** Of an aggregate that is not there yet. */
    static final Snapshot NONE = new Snapshot(Map.of(), 0, "", true);
  }

  UnitOfWork(Command command) {
    commands.push(command);
  }

  Command command() {
    return commands.element();
  }

  void enter(Command command) {
    commands.push(command);
  }

  void leave() {
    commands.pop();
  }

  void remember(AggregateRef aggregate, Snapshot snapshot) {
    snapshots.put(aggregate, snapshot);
  }

  /** Present for an aggregate that was locked or saved before in this transaction. */
  Optional<Snapshot> snapshot(AggregateRef aggregate) {
    return Optional.ofNullable(snapshots.get(aggregate));
  }

  void add(OutboxMessage message) {
    messages.add(message);
  }

  void add(Aside aside) {
    asides.add(aside);
  }

  /** What is to be told if it ends with a refusal. */
  List<Aside> asides() {
    return List.copyOf(asides);
  }

  List<OutboxMessage> messages() {
    return List.copyOf(messages);
  }
}
