package io.witan.shared;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a use case answers: the value, or the reason why it was refused.
 *
 * <p>A refusal is an expected answer (a stale version, an illegal transition) and therefore a
 * value; exceptions are left for broken promises.
 *
 * @param <T> the value when it is done
 */
public sealed interface Outcome<T> {

  /** The use case did what it was asked for. */
  record Done<T>(T value) implements Outcome<T> {}

  /** The use case changed nothing, and says why. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }

  /**
   * What was looked for, or the refusal that says it is not there.
   *
   * @param kind what it is, in one word: {@code story}
   */
  static <T> Outcome<T> found(String kind, Object id, Optional<T> found) {
    return found.map(Outcome::done).orElseGet(() -> refused(Refusal.notFound(kind, id.toString())));
  }

  /** Exactly one of the two functions is called. */
  default <R> R fold(Function<? super T, R> onDone, Function<? super Refusal, R> onRefused) {
    if (this instanceof Done<T> done) {
      return onDone.apply(done.value());
    }
    return onRefused.apply(((Refused<T>) this).refusal());
  }

  default <R> Outcome<R> map(Function<? super T, R> change) {
    return fold(value -> done(change.apply(value)), Outcome::refused);
  }

  /** Goes on with another step that may be refused too. */
  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return fold(next, Outcome::refused);
  }

  /** Does something with the value, and answers it unchanged. */
  default Outcome<T> onDone(Consumer<? super T> effect) {
    return map(
        value -> {
          effect.accept(value);
          return value;
        });
  }

  default boolean isDone() {
    return this instanceof Done<T>;
  }
}
