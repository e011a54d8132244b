package io.witan.grpc.fakes;

import io.witan.ledger.port.Transactions;
import io.witan.shared.Command;
import io.witan.shared.Command.Idempotency;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs work at once and remembers answers by their keys. */
public final class MemoryTransactions implements Transactions {
  private record Remembered(String digest, String reference) {}

  private final Map<String, Remembered> answers = new HashMap<>();

  @Override
  public <T> Outcome<T> run(Command command, Answer<T> answer, Supplier<Outcome<T>> work) {
    Optional<Idempotency> key = command.idempotency();
    Optional<Remembered> before = key.map(Idempotency::key).map(answers::get);
    if (before.isPresent()) {
      return before.get().digest().equals(key.orElseThrow().requestDigest())
          ? answer.byReference().apply(before.get().reference())
          : Refusal.of(Refusal.Code.IDEMPOTENCY_MISMATCH, "another request").asOutcome();
    }
    return work.get()
        .onDone(
            done ->
                key.ifPresent(
                    sent ->
                        answers.put(
                            sent.key(),
                            new Remembered(sent.requestDigest(), answer.reference().apply(done)))));
  }
}
