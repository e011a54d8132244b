package io.witan.executor.ray;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;

import io.witan.deliberation.port.TurnFailure;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnFailure.TurnRejected;
import io.witan.deliberation.port.TurnResult;
import io.witan.executor.chat.AnswerFormat;
import io.witan.executor.chat.ChatAnswer;
import io.witan.executor.chat.ProvenFormats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * One turn on its way: to the first cluster of its deliberation that takes it, and on to the next
 * where one does not.
 */
final class RayCall {
  private final SentTurn turn;
  private final RayClusters clusters;
  private final ProvenFormats<String> formats;
  private final CompletableFuture<TurnResult> answer = new CompletableFuture<>();

  /** Why the clusters that were asked did not take it. */
  private final List<RayTrouble> passedOver = new ArrayList<>();

  /** Where it is. */
  private volatile Optional<RayStay> stay = Optional.empty();

  RayCall(SentTurn turn, RayClusters clusters, ProvenFormats<String> formats) {
    this.turn = turn;
    this.clusters = clusters;
    this.formats = formats;
  }

  CompletionStage<TurnResult> run() {
    CompletableFuture<Void> unusedEnd = begin().handle((result, failure) -> tell(result, failure));
    CompletableFuture<TurnResult> unused =
        answer.whenComplete(
            (result, failure) -> {
              if (answer.isCancelled()) {
                stay.ifPresent(RayStay::giveUp);
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
    List<RayCluster> order = clusters.of(turn.group());
    if (!turn.wasLost() || order.size() == 1) {
      return send(order);
    }
    return RayClusters.whoHas(turn, order)
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
    return order.isEmpty()
        ? failedFuture(nobodyTookIt())
        : send(order, formats.first(server(order.get(0))));
  }

  private CompletableFuture<TurnResult> send(List<RayCluster> order, AnswerFormat format) {
    RayStay there = new RayStay(order.get(0), turn, answer::isDone);
    stay = Optional.of(there);
    return there
        .run(turn.body(format))
        .thenCompose(
            said ->
                said.fold(ended -> result(ended, order, format), trouble -> next(trouble, order)));
  }

  private CompletableFuture<TurnResult> next(RayTrouble trouble, List<RayCluster> order) {
    passedOver.add(trouble);
    stay = Optional.empty();
    if (order.size() > 1) {
      order.get(0).metrics().passedOver();
    }
    return send(order.subList(1, order.size()));
  }

  private CompletableFuture<TurnResult> result(
      RayTurn ended, List<RayCluster> order, AnswerFormat format) {
    RayCluster cluster = order.get(0);
    if (ended.answer().isPresent()) {
      formats.proven(server(cluster), format);
      return completedFuture(ChatAnswer.read(ended.answer().get(), turn.model()));
    }
    // The model server may only not understand how it is told the form of the answer.
    return formats
        .afterRefusal(server(cluster), format)
        .map(weaker -> send(order, weaker))
        .orElseGet(
            () -> failedFuture(new TurnRejected(cluster.name() + ": " + ended.why().message())));
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

  /** What understands a way to tell the form of an answer: a cluster, and its model server. */
  private String server(RayCluster cluster) {
    return cluster.name() + " " + turn.endpoint().orElse("");
  }
}
