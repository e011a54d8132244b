package io.witan.ledger.adapter;

import io.witan.ledger.port.Transactions.Answer;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers, per actor and key, what was answered; in the transaction of the change.
 *
 * <p>The first statement of a keyed command takes the key's node, so two requests with the same key
 * at the same time follow one another.
 */
@ApplicationScoped
class IdempotencyRecords {
  private final Graph graph;
  private final Clock clock;

  protected IdempotencyRecords() {
    this(null, null);
  }

  @Inject
  IdempotencyRecords(Graph graph, Clock clock) {
    this.graph = graph;
    this.clock = clock;
  }

  <T> Optional<Outcome<T>> replay(Command command, Answer<T> answer) {
    return command
        .idempotency()
        .flatMap(
            sent ->
                graph
                    .first(
                        """
                        MERGE (k:IdempotencyKey {key: $key})
                        ON CREATE SET k.digest = $digest, k.at = $now
                        SET k._lock = true
                        WITH k RETURN k.digest AS digest, k.reference AS reference
                        """,
                        Map.of(
                            "key", key(command, sent),
                            "digest", sent.requestDigest(),
                            "now", Times.text(clock.instant())))
                    .flatMap(row -> replay(sent, row, answer)));
  }

  private static <T> Optional<Outcome<T>> replay(
      Command.Idempotency sent, Row row, Answer<T> answer) {
    if (!row.text("digest").equals(sent.requestDigest())) {
      return Optional.of(
          Outcome.refused(
              Refusal.of(
                  Refusal.Code.IDEMPOTENCY_MISMATCH,
                  "the idempotency key \"%s\" was used for another request: use a new key"
                      .formatted(sent.key()))));
    }
    return row.optionalText("reference").map(answer.byReference());
  }

  <T> void remember(Command command, Answer<T> answer, T value) {
    command
        .idempotency()
        .ifPresent(
            sent ->
                graph.run(
                    "MATCH (k:IdempotencyKey {key: $key}) SET k.reference = $reference",
                    Map.of(
                        "key", key(command, sent), "reference", answer.reference().apply(value))));
  }

  private static String key(Command command, Command.Idempotency sent) {
    return command.actor().id() + "|" + sent.key();
  }
}
