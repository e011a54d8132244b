package io.witan.ledger.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
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
  private final AtomicLong waiting = new AtomicLong();
  private final long bound;

  protected Backlog() {
    this(Long.MAX_VALUE);
  }

  /** A backlog that is full from {@code bound} events on. */
  @Inject
  public Backlog(@ConfigProperty(name = "witan.outbox.bound") long bound) {
    this.bound = bound;
  }

  /** Takes over a fresh count. */
  public void counted(long now) {
    waiting.set(now);
  }

  void added(int events) {
    waiting.addAndGet(events);
  }

  public long waiting() {
    return waiting.get();
  }

  public boolean isFull() {
    return waiting.get() >= bound;
  }
}
