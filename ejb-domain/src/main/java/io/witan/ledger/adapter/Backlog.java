package io.witan.ledger.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many events wait to be sent, as far as this process knows: counted by the relay every few
 * seconds, and between two counts raised by every commit.
 *
 * <p>Beyond the bound, changes that tell an event are refused, so that a long outage of NATS cannot
 * fill the graph.
 */
@ApplicationScoped
public class Backlog {
  private final AtomicLong added = new AtomicLong();
  private final long bound;
  private volatile long before;

  protected Backlog() {
    this(Long.MAX_VALUE);
  }

  /** A backlog that is full from {@code bound} events on. */
  @Inject
  public Backlog(@ConfigProperty(name = "witan.outbox.bound") long bound) {
    this.bound = bound;
  }

  /**
   * Takes over a fresh count. What is added while it is taken is kept: it may be counted twice
   * until the next count, never left out.
   */
  public void count(LongSupplier query) {
    long already = added.get();
    before = query.getAsLong() - already;
  }

  /** To be called after the commit, so that every count taken from then on holds the events. */
  void added(int events) {
    added.addAndGet(events);
  }

  public long waiting() {
    return before + added.get();
  }

  public boolean isFull() {
    return waiting() >= bound;
  }
}
