package io.witan.executor.ray;

import io.witan.deliberation.domain.Endpoint;
import io.witan.deliberation.port.TurnFailure;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnFailure.TurnLost;
import io.witan.deliberation.port.TurnFailure.TurnRejected;
import io.witan.deliberation.port.TurnFailure.TurnTimedOut;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.executor.chat.AnswerFormat;
import io.witan.executor.chat.ChatAnswer;
import io.witan.executor.chat.ChatRequest;
import io.witan.executor.chat.ProvenFormats;
import io.witan.json.JsonText;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One turn on its way: to the first cluster of its deliberation that takes it, and there to its
 * end.
 *
 * <p>A cluster that is full, away or without its model server is passed over. One that has the turn
 * and is away for too long, or has forgotten it, has lost it: who asked sends it again.
 */
final class RayCall {
  private static final Logger LOG = Logger.getLogger(RayCall.class.getName());
  private static final double MILLIS = 1_000;

  private final TurnRequest request;
  private final String key;
  private final RayClusters clusters;
  private final ProvenFormats<String> formats;
  private final Clock clock;
  private final CompletableFuture<TurnResult> answer = new CompletableFuture<>();

  /** Why the clusters that were asked did not take it. */
  private final List<RayTrouble> passedOver = new ArrayList<>();

  /** How often the cluster that is asked broke off and had not taken it. */
  private int doubts;

  /** The cluster that may have it. */
  private volatile RayCluster at;

  /** What a cluster said to a call: how the turn stands, or why it does not say. */
  private record Said(RayTurn turn, RayTrouble trouble) {
    static Said by(RayCluster cluster, RayTurn turn, Throwable failure) {
      return new Said(turn, failure == null ? null : RayTroubles.of(cluster.name(), failure));
    }

    <T> T fold(Function<RayTurn, T> told, Function<RayTrouble, T> silent) {
      return trouble == null ? told.apply(turn) : silent.apply(trouble);
    }
  }

  RayCall(TurnRequest request, RayClusters clusters, ProvenFormats<String> formats, Clock clock) {
    this.request = request;
    this.key = RayKey.of(request);
    this.clusters = clusters;
    this.formats = formats;
    this.clock = clock;
  }

  CompletionStage<TurnResult> run() {
    CompletableFuture<Void> unusedEnd = begin().handle((result, failure) -> tell(result, failure));
    CompletableFuture<TurnResult> unused =
        answer.whenComplete(
            (result, failure) -> {
              if (answer.isCancelled()) {
                giveUp();
              }
            });
    return answer;
  }

  private Void tell(TurnResult result, Throwable failure) {
    if (failure == null) {
      answer.complete(result);
    } else {
      answer.completeExceptionally(told(failure));
    }
    return null;
  }

  private static Throwable told(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /**
   * One that was lost before may still be known, and then not by the cluster that is asked first.
   */
  private CompletableFuture<TurnResult> begin() {
    List<RayCluster> order = clusters.of(request.key().deliberation().value());
    if (request.attempt().lost() == 0 || order.size() == 1) {
      return send(order);
    }
    return RayClusters.whoHas(key, order)
        .thenCompose(
            holder ->
                holder.map(cluster -> send(first(cluster, order))).orElseGet(() -> send(order)));
  }

  private static List<RayCluster> first(RayCluster cluster, List<RayCluster> order) {
    List<RayCluster> others = new ArrayList<>(order);
    others.remove(cluster);
    others.add(0, cluster);
    return others;
  }

  private CompletableFuture<TurnResult> send(List<RayCluster> order) {
    if (order.isEmpty()) {
      return CompletableFuture.failedFuture(nobodyTookIt());
    }
    return send(order, formats.first(server(order.get(0))));
  }

  private CompletableFuture<TurnResult> send(List<RayCluster> order, AnswerFormat format) {
    if (answer.isDone() || left().isZero()) {
      return CompletableFuture.failedFuture(new TurnTimedOut("no cluster took it in time"));
    }
    RayCluster cluster = order.get(0);
    at = cluster;
    return cluster
        .submit(request.trace(), body(format))
        .handle((turn, failure) -> Said.by(cluster, turn, failure))
        .thenCompose(
            said ->
                said.fold(
                    turn -> end(cluster, turn, order, format),
                    trouble -> notTaken(trouble, order, format)));
  }

  private CompletableFuture<TurnResult> notTaken(
      RayTrouble trouble, List<RayCluster> order, AnswerFormat format) {
    return switch (trouble.kind()) {
      case INVALID ->
          CompletableFuture.failedFuture(new TurnRejected(trouble.getMessage(), trouble));
      case BROKEN -> inDoubt(trouble, order, format);
      case UNKNOWN -> CompletableFuture.failedFuture(new TurnLost(trouble.getMessage(), trouble));
      case AWAY, BUSY, SHUT -> next(trouble, order);
    };
  }

  /** The cluster may have taken it, and is asked. */
  private CompletableFuture<TurnResult> inDoubt(
      RayTrouble trouble, List<RayCluster> order, AnswerFormat format) {
    RayCluster cluster = order.get(0);
    return cluster
        .follow(key, wait(left()))
        .handle((turn, failure) -> Said.by(cluster, turn, failure))
        .thenCompose(
            said ->
                said.fold(
                    turn -> end(cluster, turn, order, format),
                    silence ->
                        silence.kind() == RayTrouble.Kind.UNKNOWN
                            ? sendOnceMore(trouble, order, format)
                            : CompletableFuture.failedFuture(gone(cluster, silence))));
  }

  private CompletableFuture<TurnResult> sendOnceMore(
      RayTrouble trouble, List<RayCluster> order, AnswerFormat format) {
    doubts++;
    return doubts > order.get(0).retries() ? next(trouble, order) : send(order, format);
  }

  private CompletableFuture<TurnResult> end(
      RayCluster cluster, RayTurn turn, List<RayCluster> order, AnswerFormat format) {
    return follow(cluster, turn).thenCompose(end -> result(end, order, format));
  }

  private CompletableFuture<TurnResult> next(RayTrouble trouble, List<RayCluster> order) {
    passedOver.add(trouble);
    doubts = 0;
    at = null;
    return send(order.subList(1, order.size()));
  }

  /**
   * It may have the turn, and does not say so: then it is not asked first when it is sent again.
   */
  private static TurnLost lost(RayCluster cluster, RayTrouble trouble) {
    cluster.leaveAlone();
    return new TurnLost(trouble.getMessage(), trouble);
  }

  /** The turn at its end, wherever it stands now. */
  private CompletableFuture<RayTurn> follow(RayCluster cluster, RayTurn turn) {
    if (!turn.isActive()) {
      return CompletableFuture.completedFuture(turn);
    }
    Duration left = left();
    if (answer.isDone() || left.isZero()) {
      giveUp();
      return CompletableFuture.failedFuture(late(turn, "no answer came before the deadline"));
    }
    return cluster
        .follow(key, wait(left))
        .handle((later, failure) -> Said.by(cluster, later, failure))
        .thenCompose(
            said ->
                said.fold(
                    later -> follow(cluster, later),
                    trouble -> CompletableFuture.failedFuture(gone(cluster, trouble))));
  }

  private static TurnFailure gone(RayCluster cluster, RayTrouble trouble) {
    return switch (trouble.kind()) {
      case AWAY, BROKEN, BUSY -> lost(cluster, trouble);
      case UNKNOWN -> new TurnLost(trouble.getMessage(), trouble);
      case SHUT, INVALID -> new TurnRejected(trouble.getMessage(), trouble);
    };
  }

  private CompletableFuture<TurnResult> result(
      RayTurn turn, List<RayCluster> order, AnswerFormat format) {
    if (turn.answer().isPresent()) {
      formats.proven(server(order.get(0)), format);
      return CompletableFuture.completedFuture(
          ChatAnswer.read(turn.answer().get(), request.agent().model()));
    }
    RayTurn.Failure failure =
        turn.failure().orElseGet(() -> new RayTurn.Failure("lost", "it ended without an answer"));
    String reason = "%s: %s".formatted(order.get(0).name(), failure.message());
    return switch (failure.kind()) {
      case "rejected" -> refused(reason, order, format);
      case "unavailable" ->
          next(new RayTrouble(RayTrouble.Kind.BUSY, reason, Optional.empty(), null), order);
      case "late" -> CompletableFuture.failedFuture(late(turn, reason));
      default -> CompletableFuture.failedFuture(new TurnLost(reason));
    };
  }

  /** The model server may only not understand how it is told the form of the answer. */
  private CompletableFuture<TurnResult> refused(
      String reason, List<RayCluster> order, AnswerFormat format) {
    return formats
        .afterRefusal(server(order.get(0)), format)
        .map(weaker -> send(order, weaker))
        .orElseGet(() -> CompletableFuture.failedFuture(new TurnRejected(reason)));
  }

  /** Nothing was bought of a turn that only waited for a slot: another time may do. */
  private static TurnFailure late(RayTurn turn, String reason) {
    return turn.begun()
        ? new TurnTimedOut(reason)
        : new RunnerUnavailable("no slot was free before the deadline, " + reason);
  }

  private TurnFailure nobodyTookIt() {
    String reasons =
        String.join("; ", passedOver.stream().map(RayTrouble::getMessage).distinct().toList());
    if (passedOver.stream().noneMatch(RayTrouble::mayPass)) {
      return new TurnRejected(reasons);
    }
    Optional<Duration> soonest =
        passedOver.stream().flatMap(it -> it.retryAfter().stream()).min(Duration::compareTo);
    return new RunnerUnavailable(reasons, soonest, passedOver.get(0));
  }

  /** Ends it on the cluster; what comes of that is of no interest to the turn. */
  private void giveUp() {
    RayCluster holder = at;
    if (holder != null) {
      CompletableFuture<RayTurn> unused =
          holder
              .cancel(key)
              .whenComplete(
                  (turn, failure) -> {
                    if (failure != null) {
                      LOG.log(Level.FINE, "turn {0} was not cancelled: {1}", log(failure));
                    }
                  });
    }
  }

  private Object[] log(Throwable failure) {
    return new Object[] {key, failure.getMessage()};
  }

  private String body(AnswerFormat format) {
    JsonObjectBuilder body =
        JsonText.object()
            .add("key", key)
            .add("group", request.key().deliberation().value())
            .add("chat", ChatRequest.body(request, format))
            .add("deadline", request.deadline().toEpochMilli() / MILLIS);
    endpoint().ifPresent(address -> body.add("endpoint", address));
    return body.build().toString();
  }

  private Optional<String> endpoint() {
    return request.agent().manner().endpoint().map(Endpoint::value);
  }

  private String server(RayCluster cluster) {
    return cluster.name() + " " + endpoint().orElse("");
  }

  private Duration left() {
    Duration left = Duration.between(clock.instant(), request.deadline());
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Duration wait(Duration left) {
    return left.compareTo(RayConnection.LONGEST_WAIT) < 0 ? left : RayConnection.LONGEST_WAIT;
  }
}
