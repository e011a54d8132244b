package io.witan.deliberation.adapter;

import io.witan.deliberation.application.AskOutside;
import io.witan.deliberation.domain.OutsideTurn;
import io.witan.deliberation.domain.OutsideTurn.Answered;
import io.witan.deliberation.domain.OutsideTurn.Failed;
import io.witan.deliberation.domain.OutsideTurnId;
import io.witan.deliberation.domain.Reply;
import io.witan.deliberation.port.OutsideTurns;
import io.witan.deliberation.port.TurnFailure.TurnRejected;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.ledger.adapter.Committed;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets agents from outside take turns: the question goes out by a message, and the answer is
 * fetched from where it is kept, whichever process kept it.
 *
 * <p>What this process keeps is fetched at once; for what others keep it looks every second. So a
 * process that dies takes no answer with it.
 */
@ApplicationScoped
public class OutsideTurnRunner {
  private static final Logger LOG = Logger.getLogger(OutsideTurnRunner.class.getName());
  private static final long LOOK_MILLIS = 1_000;

  /** What the names of agents begin with that may speak by messages. */
  private static final String PREFIX = AgentSpeaks.PREFIX;

  private final AskOutside askOutside;
  private final OutsideTurns turns;
  private final BackgroundThreads threads;
  private final Map<OutsideTurnId, CompletableFuture<TurnResult>> awaited =
      new ConcurrentHashMap<>();
  private Future<?> looking;

  protected OutsideTurnRunner() {
    this(null, null, null);
  }

  @Inject
  public OutsideTurnRunner(AskOutside askOutside, OutsideTurns turns, BackgroundThreads threads) {
    this.askOutside = askOutside;
    this.turns = turns;
    this.threads = threads;
  }

  /**
   * Takes the turn without holding up the caller.
   *
   * @return the answer; it ends with {@link TurnRejected} when the agent says that it cannot, and
   *     not at all when none comes: who asks knows the deadline
   */
  public CompletionStage<TurnResult> run(TurnRequest request) {
    String agent = request.agent().id().value();
    if (!agent.startsWith(PREFIX)) {
      return CompletableFuture.failedFuture(
          new TurnRejected(
              "%s cannot answer by messages: its name does not begin with %s"
                  .formatted(agent, PREFIX)));
    }
    OutsideTurnId id = OutsideTurnId.of(request.key());
    CompletableFuture<TurnResult> answer = new CompletableFuture<>();
    look();
    return askOutside
        .ask(request)
        .fold(
            turn -> {
              awaited.put(id, answer);
              CompletableFuture<TurnResult> unused =
                  answer.whenComplete((result, failure) -> awaited.remove(id, answer));
              // It may have been answered before it was awaited.
              fetch(id);
              return answer;
            },
            refusal -> CompletableFuture.failedFuture(new TurnRejected(refusal.message())));
  }

  private synchronized void look() {
    if (looking == null) {
      looking =
          threads
              .scheduler()
              .scheduleWithFixedDelay(
                  this::fetchAll, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  @PreDestroy
  synchronized void end() {
    if (looking != null) {
      looking.cancel(false);
    }
  }

  void committed(@Observes Committed committed) {
    committed.messages().stream()
        .filter(message -> message.aggregate().kind().equals(OutsideTurnNodes.KIND))
        .map(message -> new OutsideTurnId(message.aggregate().id()))
        .filter(awaited::containsKey)
        .distinct()
        .forEach(this::fetch);
  }

  private void fetchAll() {
    try {
      awaited.keySet().forEach(this::fetch);
    } catch (RuntimeException failure) {
      // Thrown on, it would end the schedule; the next look tries again.
      LOG.log(Level.WARNING, "answers from outside could not be looked for", failure);
    }
  }

  private void fetch(OutsideTurnId id) {
    CompletableFuture<TurnResult> answer = awaited.get(id);
    if (answer != null) {
      turns.find(id).ifPresent(turn -> hand(turn, answer));
    }
  }

  private static void hand(OutsideTurn turn, CompletableFuture<TurnResult> answer) {
    if (turn.state() instanceof Answered answered) {
      answer.complete(result(turn, answered.reply()));
    } else if (turn.state() instanceof Failed failed) {
      answer.completeExceptionally(new TurnRejected(failed.reason()));
    }
  }

  private static TurnResult result(OutsideTurn turn, Reply reply) {
    return new TurnResult(
        reply.text(),
        reply.promptTokens(),
        reply.completionTokens(),
        reply.model().isEmpty() ? turn.asked().agent().value() : reply.model());
  }
}
