package io.witan.ledger.adapter;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.witan.ledger.port.Asides.Aside;
import io.witan.ledger.port.Transactions;
import io.witan.neo4j.Graph;
import io.witan.neo4j.GraphException;
import io.witan.shared.Command;
import io.witan.shared.Command.Idempotency;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One Neo4j transaction per use case, repeated with growing pauses while another transaction is in
 * the way.
 */
@ApplicationScoped
public class Neo4jTransactions implements Transactions {
  private static final RetryPolicy<Object> RETRY =
      RetryPolicy.builder()
          .handleIf(Neo4jTransactions::isInTheWay)
          .withBackoff(Duration.ofMillis(5), Duration.ofMillis(400))
          .withJitter(0.5)
          .withMaxRetries(8)
          .build();

  private final Graph graph;
  private final IdempotencyRecords idempotency;
  private final Consumer<Committed> afterCommit;
  private final Consumer<Refused> afterRefusal;
  private final Backlog backlog;

  // One per instance on purpose: two graphs in one process must not share a transaction.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<UnitOfWork> current = new ThreadLocal<>();

  protected Neo4jTransactions() {
    this(null, null, null, committed -> {}, refused -> {});
  }

  @Inject
  public Neo4jTransactions(
      Graph graph,
      IdempotencyRecords idempotency,
      Backlog backlog,
      Event<Committed> committed,
      Event<Refused> refused) {
    this(graph, idempotency, backlog, committed::fire, refused::fire);
  }

  Neo4jTransactions(Graph graph, IdempotencyRecords idempotency, Consumer<Committed> afterCommit) {
    this(graph, idempotency, new Backlog(), afterCommit, refused -> {});
  }

  Neo4jTransactions(
      Graph graph,
      IdempotencyRecords idempotency,
      Backlog backlog,
      Consumer<Committed> afterCommit,
      Consumer<Refused> afterRefusal) {
    this.graph = graph;
    this.idempotency = idempotency;
    this.backlog = backlog;
    this.afterCommit = afterCommit;
    this.afterRefusal = afterRefusal;
  }

  private static boolean isInTheWay(Throwable failure) {
    return failure instanceof Overtaken
        || (failure instanceof GraphException refused && refused.isTransient());
  }

  @Override
  public <T> Outcome<T> run(Command command, Supplier<Outcome<T>> work) {
    UnitOfWork joined = current.get();
    if (joined != null) {
      return join(joined, command, work);
    }
    if (command.idempotency().isPresent()) {
      throw new IllegalStateException("nobody keeps the answer for the idempotency key");
    }
    return repeatedly(command, work);
  }

  @Override
  public <T> Outcome<T> once(Command command, Answer<T> answer, Supplier<Outcome<T>> work) {
    Optional<Idempotency> sent = command.idempotency();
    if (current.get() != null || sent.isEmpty()) {
      return run(command, work);
    }
    return repeatedly(
        command, () -> idempotency.once(command.actor().id(), sent.get(), answer, work));
  }

  private <T> Outcome<T> repeatedly(Command command, Supplier<Outcome<T>> work) {
    List<Aside> asides = new ArrayList<>();
    Outcome<T> outcome = Failsafe.with(RETRY).get(() -> attempt(command, work, asides));
    if (outcome instanceof Outcome.Refused<T> refused) {
      afterRefusal.accept(new Refused(command, refused.refusal(), asides));
    }
    return outcome;
  }

  /** The transaction of this thread. */
  UnitOfWork current() {
    UnitOfWork work = current.get();
    if (work == null) {
      throw new IllegalStateException("a change needs a transaction around it");
    }
    return work;
  }

  private static <T> Outcome<T> join(
      UnitOfWork joined, Command command, Supplier<Outcome<T>> work) {
    joined.enter(command);
    try {
      return work.get();
    } finally {
      joined.leave();
    }
  }

  private <T> Outcome<T> attempt(Command command, Supplier<Outcome<T>> work, List<Aside> asides) {
    UnitOfWork unit = new UnitOfWork(command);
    current.set(unit);
    Outcome<T> outcome;
    try {
      outcome =
          graph.inTransaction(
              () -> work.get().then(value -> fitting(unit, value)), Outcome::isDone);
    } finally {
      current.remove();
      asides.clear();
      asides.addAll(unit.asides());
    }
    if (outcome.isDone() && !unit.messages().isEmpty()) {
      backlog.added(unit.messages().size());
      afterCommit.accept(new Committed(unit.messages()));
    }
    return outcome;
  }

  private <T> Outcome<T> fitting(UnitOfWork unit, T value) {
    if (unit.messages().isEmpty() || !backlog.isFull()) {
      return Outcome.done(value);
    }
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.LIMIT_EXCEEDED,
            "%d events wait to be sent, no more are taken: repeat this once NATS is reached again"
                .formatted(backlog.waiting())));
  }
}
