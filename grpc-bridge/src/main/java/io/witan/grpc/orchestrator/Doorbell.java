package io.witan.grpc.orchestrator;

import io.witan.deliberation.domain.DeliberationId;
import io.witan.ledger.adapter.Committed;
import io.witan.ledger.domain.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes who waits for a deliberation when this process has committed something about it. What other
 * replicas commit rings nothing, so nobody waits for the bell alone.
 */
@ApplicationScoped
public class Doorbell {
  private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();

  /** Stands at the door until it is closed. */
  final class Waiter implements AutoCloseable {
    private final String id;
    private final Semaphore rung = new Semaphore(0);

    private Waiter(DeliberationId id) {
      this.id = id.value();
    }

    /**
     * Waits for the bell; what rang before this call counts.
     *
     * @return whether it rang
     */
    boolean await(Duration most) throws InterruptedException {
      boolean awake = rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
      rung.drainPermits();
      return awake;
    }

    @Override
    public void close() {
      waiting.remove(this);
    }
  }

  Waiter at(DeliberationId id) {
    Waiter waiter = new Waiter(id);
    waiting.add(waiter);
    return waiter;
  }

  void committed(@Observes Committed commit) {
    commit.messages().forEach(this::ring);
  }

  private void ring(OutboxMessage message) {
    waiting.stream()
        .filter(waiter -> waiter.id.equals(message.aggregate().id()))
        .forEach(waiter -> waiter.rung.release());
  }
}
