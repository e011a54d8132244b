package io.witan.executor.ray;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;

import io.witan.deliberation.port.TurnFailure;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnFailure.TurnLost;
import io.witan.deliberation.port.TurnFailure.TurnRejected;
import io.witan.deliberation.port.TurnFailure.TurnTimedOut;
import io.witan.executor.ray.RayTrouble.Kind;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A turn at one cluster: it is sent there, and followed to its end.
 *
 * <p>A cluster that is full, away or without its model server has not taken it, and another may.
 * One that has the turn and is away for too long, or has forgotten it, has lost it: who asked sends
 * it again.
 */
final class RayStay {
  private static final Logger LOG = Logger.getLogger(RayStay.class.getName());

  private final RayCluster cluster;
  private final SentTurn turn;
  private final BooleanSupplier unwanted;

  /** How often the cluster broke off and had not taken it. */
  private int doubts;

  RayStay(RayCluster cluster, SentTurn turn, BooleanSupplier unwanted) {
    this.cluster = cluster;
    this.turn = turn;
    this.unwanted = unwanted;
  }

  /**
   * Sends the turn and follows it.
   *
   * @return the turn at its end, completed or rejected, or why another cluster may be asked; it
   *     ends exceptionally with a {@link TurnFailure} when none may
   */
  CompletableFuture<Said> run(String body) {
    if (isOver()) {
      return failedFuture(new TurnTimedOut("no cluster took it in time"));
    }
    return cluster
        .submit(turn, body)
        .thenCompose(said -> said.fold(this::follow, trouble -> notTaken(trouble, body)));
  }

  private boolean isOver() {
    return unwanted.getAsBoolean() || turn.isLate();
  }

  private CompletableFuture<Said> notTaken(RayTrouble trouble, String body) {
    return switch (trouble.kind()) {
      case INVALID -> failedFuture(new TurnRejected(trouble.getMessage(), trouble));
      case BROKEN -> inDoubt(trouble, body);
      case UNKNOWN -> failedFuture(lost(trouble));
      case AWAY, BUSY, SHUT -> completedFuture(Said.silent(trouble));
    };
  }

  /** The cluster may have taken it, and is asked. */
  private CompletableFuture<Said> inDoubt(RayTrouble trouble, String body) {
    return cluster
        .follow(turn, this::isOver)
        .thenCompose(
            said ->
                said.fold(
                    this::follow,
                    silence ->
                        silence.kind() == Kind.UNKNOWN
                            ? sendOnceMore(trouble, body)
                            : failedFuture(gone(silence))));
  }

  private CompletableFuture<Said> sendOnceMore(RayTrouble trouble, String body) {
    doubts++;
    if (doubts > cluster.retries()) {
      return completedFuture(Said.silent(trouble));
    }
    cluster.metrics().retried();
    return run(body);
  }

  /** The turn at its end, wherever it stands now. */
  private CompletableFuture<Said> follow(RayTurn stood) {
    if (!stood.isActive()) {
      return end(stood);
    }
    if (isOver()) {
      giveUp();
      return failedFuture(late(stood, "no answer came before the deadline"));
    }
    return cluster
        .follow(turn, this::isOver)
        .thenCompose(said -> said.fold(this::follow, trouble -> failedFuture(gone(trouble))));
  }

  private CompletableFuture<Said> end(RayTurn ended) {
    if (ended.answer().isPresent()) {
      return completedFuture(Said.told(ended));
    }
    String reason = cluster.name() + ": " + ended.why().message();
    return switch (ended.why().kind()) {
      case "rejected" -> completedFuture(Said.told(ended));
      case "unavailable" ->
          completedFuture(Said.silent(new RayTrouble(Kind.BUSY, reason, Optional.empty(), null)));
      case "late" -> failedFuture(late(ended, reason));
      default -> failedFuture(lost(new TurnLost(reason)));
    };
  }

  /** Nothing was bought of a turn that only waited for a slot: another time may do. */
  private static TurnFailure late(RayTurn stood, String reason) {
    return stood.begun()
        ? new TurnTimedOut(reason)
        : new RunnerUnavailable("no slot was free before the deadline, " + reason);
  }

  /** It may have the turn, and does not say so. */
  private TurnFailure gone(RayTrouble trouble) {
    return switch (trouble.kind()) {
      case AWAY, BROKEN, BUSY -> {
        if (!isOver()) {
          // So it is not asked first when the turn is sent again.
          cluster.leaveAlone();
        }
        yield lost(trouble);
      }
      case UNKNOWN -> lost(trouble);
      case SHUT, INVALID -> new TurnRejected(trouble.getMessage(), trouble);
    };
  }

  private TurnLost lost(RayTrouble trouble) {
    return lost(new TurnLost(trouble.getMessage(), trouble));
  }

  /** What was given up is not lost. */
  private TurnLost lost(TurnLost turnLost) {
    if (!unwanted.getAsBoolean()) {
      cluster.metrics().lost();
    }
    return turnLost;
  }

  /** Ends it on the cluster; what comes of that is of no interest to the turn. */
  void giveUp() {
    CompletableFuture<Void> unused =
        cluster
            .cancel(turn)
            .thenAccept(
                said ->
                    said.<Optional<RayTrouble>>fold(ended -> Optional.empty(), Optional::of)
                        .ifPresent(this::logThatItStays));
  }

  private void logThatItStays(RayTrouble trouble) {
    LOG.log(
        Level.FINE,
        "turn {0} was not cancelled: {1}",
        new Object[] {turn.key(), trouble.getMessage()});
  }
}
