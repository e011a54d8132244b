package io.witan.ledger.adapter;

import io.witan.neo4j.Graph;
import jakarta.annotation.PreDestroy;
import java.time.Duration;

/**
 * A job at a steady pace that of all processes one does, by a lease in the graph. It is started
 * once the schema is there, and ends with its bean.
 */
public abstract class LeasedJob {
  private final LeasedRounds rounds;

  /** For the proxy of the bean. */
  protected LeasedJob() {
    this.rounds = null;
  }

  /**
   * A job under the lease of this name.
   *
   * @param every from the end of one round to the beginning of the next
   */
  protected LeasedJob(Graph graph, BackgroundThreads threads, String lease, Duration every) {
    this.rounds = new LeasedRounds(graph, threads, lease, every);
  }

  /** Starts; returns at once. A second start does nothing. */
  public void start() {
    rounds.start(this::round);
  }

  /** Ends, and lets another process take over at once. */
  @PreDestroy
  public void stop() {
    if (rounds != null) {
      rounds.stop();
    }
  }

  /** Whether it is this process's turn. */
  protected boolean isMine() {
    return rounds.mine();
  }

  /** One round; it catches whatever goes wrong in it: what it throws ends the rounds. */
  protected abstract void round();
}
