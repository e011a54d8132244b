package io.witan.ledger.port;

import io.witan.shared.Command;
import io.witan.shared.Outcome;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs a use case so that its change, audit entries, events and idempotency record are kept
 * together or not at all.
 *
 * <p>The work may run more than once (after a conflict with another transaction), so it must have
 * no effect outside of the repositories. A refusal keeps nothing. Inside a transaction, a second
 * {@code run} joins the first.
 */
public interface Transactions {

  /**
   * Runs the work.
   *
   * @param command who acts; with an idempotency key, a repetition gives the first answer without
   *     running the work, and another request under the same key is refused
   * @param answer how the answer is remembered for a repetition
   */
  <T> Outcome<T> run(Command command, Answer<T> answer, Supplier<Outcome<T>> work);

  /**
   * How an answer is remembered: by a reference from which it can be read again.
   *
   * @param reference the id of what was written
   * @param byReference reads it again
   */
  record Answer<T>(Function<T, String> reference, Function<String, Outcome<T>> byReference) {}
}
