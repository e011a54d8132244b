package io.witan.ledger.port;

import io.witan.shared.Command;
import io.witan.shared.Outcome;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs a use case so that its change, audit entries, events and the answer under an idempotency key
 * are kept together or not at all.
 *
 * <p>The work may run more than once (after a conflict with another transaction), so it must have
 * no effect outside of the repositories. A refusal keeps nothing. Inside a transaction, a second
 * {@code run} joins the first.
 */
public interface Transactions {
  /**
   * Runs the work of a use case.
   *
   * @param command who acts
   * @throws IllegalStateException when the command has an idempotency key and nobody around it
   *     keeps the answer: the key would be ignored
   */
  <T> Outcome<T> run(Command command, Supplier<Outcome<T>> work);

  /**
   * Runs the work once per idempotency key: a repetition gets the first answer, as it was then, and
   * another request under the same key is refused. For the edges, as they alone know what the
   * caller got to see; a command without a key just runs.
   *
   * @param answer how the first answer is kept, in the transaction of the change
   */
  <T> Outcome<T> once(Command command, Answer<T> answer, Supplier<Outcome<T>> work);

  /**
   * How an answer is kept for a repetition.
   *
   * @param kept its text, at most {@value #MOST_CHARACTERS} characters
   * @param again makes the same answer of that text
   */
  record Answer<T>(Function<? super T, String> kept, Function<String, Outcome<T>> again) {
    /** A longer answer is refused, and with it the change: it needs no key, or other bounds. */
    public static final int MOST_CHARACTERS = 4_000_000;
  }
}
