package io.witan.nats.connector;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Takes deliveries in, hands them out in their turn and settles them.
 *
 * <p>Every delivery costs one permit until it is settled. With order per key a failed one is tried
 * again here, so that those behind it cannot overtake; else the server delivers it again.
 */
final class Dispatcher implements Settlement {

  private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
  private static final int SETTLED_KEPT = 20_000;

  private final boolean retriesHere;
  private final Lanes lanes;
  private final InFlight inFlight;
  private final Permits permits;
  private final Acknowledger acknowledger;
  private final FailureStrategy failure;
  private final ScheduledExecutorService timer;
  private final Recent<Delivery.Identity, Boolean> settled = new Recent<>(SETTLED_KEPT);
  private volatile Outlet outlet = Outlet.CLOSED;

  Dispatcher(
      InboundSettings.Ordering ordering,
      InFlight inFlight,
      Permits permits,
      Acknowledger acknowledger,
      FailureStrategy failure,
      ScheduledExecutorService timer) {
    this.retriesHere = ordering.perKey();
    this.lanes = Lanes.of(ordering);
    this.inFlight = inFlight;
    this.permits = permits;
    this.acknowledger = acknowledger;
    this.failure = failure;
    this.timer = timer;
  }

  /** The way to the handlers. */
  interface Outlet {

    /** Takes nothing: what comes stays with the server. */
    Outlet CLOSED =
        new Outlet() {
          @Override
          public boolean emit(Delivery delivery) {
            return false;
          }

          @Override
          public void fail(Throwable reason) {
            // Nobody listens.
          }
        };

    /** Hands a delivery out; false when nobody takes it any more. */
    boolean emit(Delivery delivery);

    /** Ends the channel with a failure. */
    void fail(Throwable reason);
  }

  void open(Outlet outlet) {
    this.outlet = outlet;
  }

  /** Takes in a delivery, for which a permit has been taken. */
  void accept(Delivery delivery) {
    if (settled.get(delivery.identity()).isPresent()) {
      LOG.log(INFO, () -> delivery + " came again after it was done: its answer had been lost");
      acknowledger.done(delivery);
      permits.giveBack(1);
    } else if (!inFlight.add(delivery)) {
      // The handler still has it; its answer counts for this delivery as well.
      permits.giveBack(1);
    } else if (lanes.enter(delivery)) {
      start(delivery);
    }
  }

  /** The handler is done. */
  CompletionStage<Void> succeeded(Delivery delivery) {
    done(delivery);
    return CompletableFuture.completedFuture(null);
  }

  /** The handler has failed. */
  CompletionStage<Void> failed(Delivery delivery, Throwable reason) {
    return failure.failed(delivery, reason, this);
  }

  @Override
  public void done(Delivery delivery) {
    settle(delivery, acknowledger::done);
  }

  @Override
  public void giveUp(Delivery delivery) {
    settle(delivery, acknowledger::terminated);
  }

  @Override
  public void again(Delivery delivery, Duration wait) {
    if (retriesHere && outlet != Outlet.CLOSED) {
      delivery.tryAgain();
      startLater(delivery, wait);
    } else {
      handBack(delivery, wait);
    }
  }

  @Override
  public void stop(Delivery delivery, Throwable reason) {
    LOG.log(ERROR, () -> delivery + " failed and ends the channel", reason);
    Outlet last = outlet;
    outlet = Outlet.CLOSED;
    last.fail(reason);
  }

  /**
   * Nothing more is read. Only now can deliveries go back that nobody takes: while a pull is open
   * the server would send them here again at once.
   */
  void readingEnded() {
    if (outlet == Outlet.CLOSED) {
      abandon();
    }
  }

  /** Hands out no more: what is here goes back to the server, in the order of the stream. */
  void abandon() {
    outlet = Outlet.CLOSED;
    lanes.dismissWaiting();
    inFlight.all().stream()
        .sorted(Comparator.comparingLong(Delivery::sequence))
        .forEach(delivery -> handBack(delivery, Duration.ZERO));
  }

  private void start(Delivery delivery) {
    if (!inFlight.holds(delivery)) {
      return;
    }
    if (failure.isExhausted(delivery)) {
      failed(delivery, new DeliveriesExhaustedException(delivery));
    } else if (!outlet.emit(delivery)) {
      outlet = Outlet.CLOSED;
    }
  }

  private void startLater(Delivery delivery, Duration wait) {
    try {
      ScheduledFuture<?> unused =
          timer.schedule(() -> start(delivery), wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.log(INFO, () -> delivery + " goes back to the server: the connector is shut down", e);
      handBack(delivery, wait);
    }
  }

  private void settle(Delivery delivery, Consumer<Delivery> answer) {
    boolean wasHeld =
        inFlight.remove(
            delivery,
            held -> {
              settled.put(held.identity(), true);
              answer.accept(held);
            });
    if (wasHeld) {
      next(delivery);
    }
  }

  private void handBack(Delivery delivery, Duration wait) {
    if (inFlight.remove(delivery, held -> acknowledger.again(held, wait))) {
      next(delivery);
    }
  }

  private void next(Delivery settledOne) {
    Optional<Delivery> waiting = lanes.leave(settledOne);
    permits.giveBack(1);
    waiting.ifPresent(this::start);
  }
}
