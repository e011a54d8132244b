package io.witan.ledger.adapter;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.witan.neo4j.Graph;
import io.witan.neo4j.GraphException;
import io.witan.neo4j.Row;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to do something that only one process does at a time, such as to send events: a node
 * with a holder, an epoch that grows with every change of holder, and an end. Neo4j's clock is the
 * only one that counts.
 *
 * <p>A holder that was paused may believe in its lease too long. So whatever it writes is written
 * under {@link #fenced}, which checks the epoch in the same transaction; and what the relay sends
 * late is either what its successor sent (a duplicate, dropped by the server) or what comes next
 * anyway.
 */
public final class Lease {
  private static final String TAKE =
      """
      MERGE (l:RelayLease {name: $name})
      ON CREATE SET l.epoch = 0, l.holder = '', l.until = 0
      SET l._lock = true
      WITH l, l.holder = $me AND l.epoch = $epoch AS mine, l.until < timestamp() AS over
      WITH l, mine, mine OR over AS held
      SET l.epoch = CASE WHEN held AND NOT mine THEN l.epoch + 1 ELSE l.epoch END,
          l.holder = CASE WHEN held THEN $me ELSE l.holder END,
          l.until = CASE WHEN held THEN timestamp() + $length ELSE l.until END
      RETURN held, l.epoch AS epoch
      """;
  private static final String FENCE =
      """
      MATCH (l:RelayLease {name: $name}) SET l._lock = true
      WITH l WHERE l.holder = $me AND l.epoch = $epoch
      SET l.until = timestamp() + $length, l += $marks RETURN l.epoch AS epoch
      """;
  private static final String RELEASE =
      """
      MATCH (l:RelayLease {name: $name}) SET l._lock = true
      WITH l WHERE l.holder = $me AND l.epoch = $epoch SET l.until = 0
      """;

  // Two processes may be in each other's way; the same statement succeeds a moment later.
  private static final RetryPolicy<Object> RETRY =
      RetryPolicy.builder()
          .handleIf(failure -> failure instanceof GraphException refused && refused.isTransient())
          .withBackoff(Duration.ofMillis(5), Duration.ofMillis(200))
          .withMaxRetries(6)
          .build();

  private final Graph graph;
  private final String name;
  private final Duration length;
  private final String me = UUID.randomUUID().toString();
  private volatile long epoch;
  private volatile boolean held;
  private volatile long trustedUntil;

  /** The lease of this name, as one more who would like to hold it. */
  public Lease(Graph graph, String name, Duration length) {
    this.graph = graph;
    this.name = name;
    this.length = length;
  }

  /** Takes the lease if it is free, renews it if it is ours. */
  public boolean take() {
    long asked = System.nanoTime();
    Row answer = Failsafe.with(RETRY).get(() -> graph.first(TAKE, parameters()).orElseThrow());
    held = answer.flag("held");
    if (held) {
      epoch = answer.number("epoch");
      trust(asked);
    }
    return held;
  }

  /** The same, without asking Neo4j while there is time left. */
  public boolean keep() {
    return (held && System.nanoTime() - trustedUntil < 0) || take();
  }

  /**
   * Runs the work in a transaction that commits only if the lease is still ours, and renews it.
   *
   * @param marks how far each stream is known, kept with the lease
   */
  public boolean fenced(Map<String, Long> marks, Runnable work) {
    long asked = System.nanoTime();
    Map<String, Object> parameters = parameters();
    Map<String, Object> named = new HashMap<>();
    marks.forEach((stream, sequence) -> named.put("mark_" + stream, sequence));
    parameters.put("marks", named);
    held = Failsafe.with(RETRY).get(() -> ifOurs(parameters, work));
    if (held) {
      trust(asked);
    }
    return held;
  }

  private boolean ifOurs(Map<String, Object> parameters, Runnable work) {
    return graph.inTransaction(
        () -> {
          boolean ours = graph.first(FENCE, parameters).isPresent();
          if (ours) {
            work.run();
          }
          return ours;
        },
        ours -> ours);
  }

  /** Up to where the stream was known when events were last marked; absent if never. */
  public Optional<Long> mark(String stream) {
    return graph
        .first("MATCH (l:RelayLease {name: $name}) RETURN l{.*} AS node", Map.of("name", name))
        .flatMap(row -> row.row("node").optionalNumber("mark_" + stream));
  }

  /** Lets go at once, so that another process need not wait for the end. */
  public void release() {
    if (held) {
      held = false;
      graph.run(RELEASE, parameters());
    }
  }

  /** Forgets that the lease is ours, when something went wrong and nobody knows what. */
  public void doubt() {
    trustedUntil = System.nanoTime();
  }

  public boolean isHeld() {
    return held;
  }

  public long epoch() {
    return epoch;
  }

  private void trust(long asked) {
    trustedUntil = asked + length.toNanos() * 2 / 3;
  }

  private Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("name", name);
    parameters.put("me", me);
    parameters.put("epoch", epoch);
    parameters.put("length", length.toMillis());
    return parameters;
  }
}
