package io.witan.ledger.adapter;

import io.witan.ledger.port.Transactions.Answer;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import io.witan.shared.ActorId;
import io.witan.shared.Command.Idempotency;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps, per actor and key, what was answered first; in the transaction of the change.
 *
 * <p>The first statement takes the key's node, so two requests with the same key at the same time
 * follow one another. A refusal rolls it back with all else: the request may be tried again.
 */
@ApplicationScoped
class IdempotencyRecords {
  private static final String TAKE =
      """
      MERGE (k:IdempotencyKey {key: $key})
      ON CREATE SET k.digest = $digest, k.at = $now
      SET k._lock = true
      WITH k RETURN k.digest AS digest, k.answer AS answer, k.reference AS reference
      """;
  private static final String KEEP = "MATCH (k:IdempotencyKey {key: $key}) SET k.answer = $answer";

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

  /** The first answer, or what the work answers now; needs a transaction. */
  <T> Outcome<T> once(
      ActorId actor, Idempotency sent, Answer<T> answer, Supplier<Outcome<T>> work) {
    String key = actor + "|" + sent.key();
    return take(key, sent)
        .flatMap(row -> before(sent, row, answer))
        .orElseGet(() -> work.get().then(value -> keep(key, answer, value)));
  }

  private Optional<Row> take(String key, Idempotency sent) {
    return graph.first(
        TAKE,
        Map.of("key", key, "digest", sent.requestDigest(), "now", Times.text(clock.instant())));
  }

  private static <T> Optional<Outcome<T>> before(Idempotency sent, Row row, Answer<T> answer) {
    if (!row.text("digest").equals(sent.requestDigest())) {
      return Optional.of(
          refused(
              Refusal.Code.IDEMPOTENCY_MISMATCH,
              "the idempotency key \"%s\" was used for another request: use a new key"
                  .formatted(sent.key())));
    }
    return row.optionalText("answer")
        .map(answer.again())
        .or(() -> row.optionalText("reference").map(made -> doneEarlier(sent, made)));
  }

  /** Earlier versions kept what was made, and not how it looked. */
  private static <T> Outcome<T> doneEarlier(Idempotency sent, String made) {
    return refused(
        Refusal.Code.ALREADY_EXISTS,
        "the request under the idempotency key \"%s\" was done before this server was upgraded: see %s"
            .formatted(sent.key(), made));
  }

  private <T> Outcome<T> keep(String key, Answer<T> answer, T value) {
    String kept = answer.kept().apply(value);
    if (kept.length() > Answer.MOST_CHARACTERS) {
      return refused(
          Refusal.Code.LIMIT_EXCEEDED,
          "the answer has %d characters, more than the %d that are kept under an idempotency key:"
                  .formatted(kept.length(), Answer.MOST_CHARACTERS)
              + " send this without a key");
    }
    graph.run(KEEP, Map.of("key", key, "answer", kept));
    return Outcome.done(value);
  }

  private static <T> Outcome<T> refused(Refusal.Code code, String message) {
    return Refusal.of(code, message).asOutcome();
  }
}
