package io.witan.ledger.adapter;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.witan.ledger.port.Transactions;
import io.witan.neo4j.Graph;
import io.witan.neo4j.GraphException;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One Neo4j transaction per use case, repeated with growing pauses while Neo4j answers that another
 * transaction was in the way.
 */
@ApplicationScoped
public class Neo4jTransactions implements Transactions {
  private static final RetryPolicy<Object> RETRY =
      RetryPolicy.builder()
          .handleIf(failure -> failure instanceof GraphException refused && refused.isTransient())
          .withBackoff(Duration.ofMillis(5), Duration.ofMillis(400))
          .withJitter(0.5)
          .withMaxRetries(8)
          .build();

  private final Graph graph;
  private final IdempotencyRecords idempotency;
  private final Consumer<Committed> afterCommit;

  // One per instance on purpose: two graphs in one process must not share a transaction.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<UnitOfWork> current = new ThreadLocal<>();

  protected Neo4jTransactions() {
    this(null, null, (Consumer<Committed>) null);
  }

  @Inject
  public Neo4jTransactions(Graph graph, IdempotencyRecords idempotency, Event<Committed> event) {
    this(graph, idempotency, event::fire);
  }

  Neo4jTransactions(Graph graph, IdempotencyRecords idempotency, Consumer<Committed> afterCommit) {
    this.graph = graph;
    this.idempotency = idempotency;
    this.afterCommit = afterCommit;
  }

  @Override
  public <T> Outcome<T> run(Command command, Answer<T> answer, Supplier<Outcome<T>> work) {
    UnitOfWork joined = current.get();
    if (joined != null) {
      return join(joined, command, work);
    }
    return Failsafe.with(RETRY).get(() -> once(command, answer, work));
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

  private <T> Outcome<T> once(Command command, Answer<T> answer, Supplier<Outcome<T>> work) {
    UnitOfWork unit = new UnitOfWork(command);
    current.set(unit);
    Outcome<T> outcome;
    try {
      outcome = graph.inTransaction(() -> answerOf(command, answer, work), Outcome::isDone);
    } finally {
      current.remove();
    }
    if (outcome.isDone() && !unit.messages().isEmpty()) {
      afterCommit.accept(new Committed(unit.messages()));
    }
    return outcome;
  }

  private <T> Outcome<T> answerOf(Command command, Answer<T> answer, Supplier<Outcome<T>> work) {
    Optional<Outcome<T>> before = idempotency.replay(command, answer);
    return before.orElseGet(
        () -> work.get().onDone(value -> idempotency.remember(command, answer, value)));
  }
}
