package io.witan.deliberation.adapter;

import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.ledger.adapter.Committed;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/**
 * Shows deliberations to those who watch them, whichever process drives them: looks again when this
 * process has committed something about one, and in any case after a pause. Watching keeps no
 * thread, and who stops ends nothing but the watching.
 */
@ApplicationScoped
public class DeliberationWatch {
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 500;

  private final GetDeliberation deliberations;
  private final BackgroundThreads threads;
  private final Set<Watching> watching = ConcurrentHashMap.newKeySet();

  protected DeliberationWatch() {
    this(null, null);
  }

  @Inject
  public DeliberationWatch(GetDeliberation deliberations, BackgroundThreads threads) {
    this.deliberations = deliberations;
    this.threads = threads;
  }

  /**
   * Shows a deliberation as it is now, and each time it may have changed, until it has ended.
   *
   * @param watcher is called by one thread at a time, the first time before this returns; what it
   *     throws ends the watching
   */
  public Watching follow(DeliberationId id, Consumer<Deliberation> watcher) {
    Watching one = new Watching(id, watcher);
    watching.add(one);
    one.look();
    return one;
  }

  /** How many watch now, in this process. */
  @Gauge(
      name = "witan_deliberation_watchers",
      unit = MetricUnits.NONE,
      absolute = true,
      description = "Who waits for a deliberation or watches one, over gRPC and REST.")
  public int watchers() {
    return watching.size();
  }

  void committed(@Observes Committed commit) {
    if (!watching.isEmpty()) {
      commit.messages().forEach(this::ring);
    }
  }

  private void ring(OutboxMessage message) {
    watching.stream()
        .filter(one -> one.id.value().equals(message.aggregate().id()))
        .forEach(Watching::ring);
  }

  /** One who watches, until the deliberation has ended or this is closed. */
  public final class Watching implements AutoCloseable {
    private final DeliberationId id;
    private final Consumer<Deliberation> watcher;
    private final CompletableFuture<Outcome<Deliberation>> end = new CompletableFuture<>();
    private final AtomicBoolean rung = new AtomicBoolean();
    private long pause = FIRST_PAUSE_MILLIS;
    private Future<?> next = CompletableFuture.completedFuture(null);

    private Watching(DeliberationId id, Consumer<Deliberation> watcher) {
      this.id = id;
      this.watcher = watcher;
    }

    /**
     * How it ended, after the watcher has seen it; refused when there is no such deliberation.
     * Cancelled when this is closed before, and broken when the deliberation cannot be read.
     */
    public CompletionStage<Outcome<Deliberation>> end() {
      return end;
    }

    /** Ends the watching; the deliberation goes on. */
    @Override
    public void close() {
      watching.remove(this);
      end.cancel(false);
    }

    private void ring() {
      if (rung.compareAndSet(false, true)) {
        threads.scheduler().execute(this::lookAtNews);
      }
    }

    private synchronized void lookAtNews() {
      rung.set(false);
      pause = FIRST_PAUSE_MILLIS;
      look();
    }

    // Whatever goes wrong belongs to who watches: nobody else waits for this.
    @SuppressWarnings("CatchingUnchecked")
    private synchronized void look() {
      next.cancel(false);
      if (end.isDone()) {
        return;
      }
      try {
        Outcome<Deliberation> seen = deliberations.get(id).onDone(watcher);
        if (seen.fold(Deliberation::isOpen, gone -> false)) {
          lookLater();
        } else {
          watching.remove(this);
          end.complete(seen);
        }
      } catch (RuntimeException failure) {
        watching.remove(this);
        end.completeExceptionally(failure);
      }
    }

    private void lookLater() {
      next = threads.scheduler().schedule(this::look, pause, TimeUnit.MILLISECONDS);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }
}
