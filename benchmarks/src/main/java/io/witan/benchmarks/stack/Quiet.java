package io.witan.benchmarks.stack;

import io.nats.client.JetStreamApiException;
import io.witan.neo4j.Graph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/** Waits until the stack has sent every event and every listener has heard it. */
public final class Quiet {
  private static final Duration MOST = Duration.ofMinutes(3);
  private final Graph graph;
  private final EventLog events;

  public Quiet(Graph graph, EventLog events) {
    this.graph = graph;
    this.events = events;
  }

  public void await() throws InterruptedException {
    Watched.until("the stack has nothing left to do", MOST, () -> pending() == 0 && unheard() == 0);
  }

  /** How many events wait to be sent. */
  public long pending() {
    return graph
        .first("MATCH (m:Pending) RETURN count(m) AS waiting", Map.of())
        .orElseThrow()
        .number("waiting");
  }

  private long unheard() {
    try {
      return events.unheard();
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (JetStreamApiException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
