package io.witan.ledger.relay;

import io.witan.neo4j.Graph;
import io.witan.shared.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Removes what has served its time: sent events, inbox marks, idempotency keys. In small batches,
 * each a transaction of its own, so that it is in nobody's way. The audit trail stays.
 */
@ApplicationScoped
public class Housekeeping {
  private static final int BATCH = 500;
  private static final String SENT =
      """
      MATCH (n:OutboxMessage) WHERE n.sent_at < $millis AND NOT n:Pending
      WITH n LIMIT $batch DELETE n RETURN count(*) AS many
      """;
  private static final String MARKS =
      """
      MATCH (n:InboxMark) WHERE n.at < $time WITH n LIMIT $batch DELETE n RETURN count(*) AS many
      """;
  private static final String KEYS =
      """
      MATCH (n:IdempotencyKey) WHERE n.at < $time
      WITH n LIMIT $batch DELETE n RETURN count(*) AS many
      """;

  private final Graph graph;
  private final Clock clock;
  private final Keep keep;

  protected Housekeeping() {
    this(null, null, null);
  }

  @Inject
  public Housekeeping(Graph graph, Keep keep, Clock clock) {
    this.graph = graph;
    this.keep = keep;
    this.clock = clock;
  }

  /**
   * How long things stay.
   *
   * @param every how often it is looked for what can go
   * @param sent sent events; as long as the streams keep theirs, for the reconciler
   * @param marks inbox marks; longer than an event can still be delivered
   * @param keys idempotency keys
   */
  public record Keep(Duration every, Duration sent, Duration marks, Duration keys) {}

  /** How many went. */
  public record Removed(long sent, long marks, long keys) {}

  /** How often to tidy up. */
  public Duration pace() {
    return keep.every();
  }

  /** Removes all that has served its time. */
  public Removed tidyUp() {
    return new Removed(
        remove(SENT, keep.sent()), remove(MARKS, keep.marks()), remove(KEYS, keep.keys()));
  }

  private long remove(String statement, Duration age) {
    var before = clock.instant().minus(age);
    Map<String, Object> parameters =
        Map.of("millis", before.toEpochMilli(), "time", Times.text(before), "batch", BATCH);
    long all = 0;
    long removed;
    do {
      removed = graph.first(statement, parameters).orElseThrow().number("many");
      all += removed;
    } while (removed == BATCH);
    return all;
  }
}
