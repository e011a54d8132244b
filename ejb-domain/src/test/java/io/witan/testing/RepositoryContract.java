package io.witan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.ledger.port.Transactions;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What every repository promises, in memory and on Neo4j alike.
 *
 * @param <A> the aggregate
 * @param <E> its events
 */
public abstract class RepositoryContract<A, E> {
  private static final Refusal NO = Refusal.of(Refusal.Code.GUARD_FAILED, "no");

  protected abstract Transactions transactions();

  /** Something new, with version 1 and an id of its own. */
  protected abstract Change<A, E> something();

  /** The same thing, a little other, with that version. */
  protected abstract Change<A, E> changed(A before, long version);

  protected abstract Optional<A> find(A thing);

  protected abstract Optional<A> lock(A thing);

  protected abstract void save(Change<A, E> change);

  protected final <T> T within(Supplier<T> work) {
    return Outcomes.value(outcome(() -> Outcome.done(work.get())));
  }

  private <T> Outcome<T> outcome(Supplier<Outcome<T>> work) {
    return transactions().run(Command.by(People.PAULA), work);
  }

  protected final A saved(Change<A, E> change) {
    return within(
        () -> {
          save(change);
          return change.after();
        });
  }

  @Test
  void what_was_saved_reads_back_as_it_was() {
    A thing = saved(something());

    assertThat(find(thing)).contains(thing);
  }

  @Test
  void what_was_never_saved_is_not_there() {
    A thing = something().after();

    assertThat(find(thing)).isEmpty();
    assertThat(within(() -> lock(thing))).isEmpty();
  }

  @Test
  void a_change_replaces_what_was_there() {
    A before = saved(something());
    Change<A, E> change = changed(before, 2);

    within(
        () -> {
          assertThat(lock(before)).contains(before);
          save(change);
          return true;
        });

    assertThat(find(before)).contains(change.after());
  }

  @Test
  void two_changes_in_one_transaction_need_one_lock() {
    A before = saved(something());

    within(
        () -> {
          assertThat(lock(before)).isPresent();
          save(changed(before, 2));
          save(changed(before, 3));
          return true;
        });

    assertThat(find(before)).contains(changed(before, 3).after());
  }

  @Test
  void what_was_saved_is_found_in_the_same_transaction() {
    Change<A, E> change = something();

    within(
        () -> {
          save(change);
          assertThat(find(change.after())).contains(change.after());
          return true;
        });
  }

  @Test
  void a_change_needs_a_transaction() {
    Change<A, E> change = something();

    assertThatThrownBy(() -> save(change)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> lock(change.after())).isInstanceOf(IllegalStateException.class);
    assertThat(find(change.after())).isEmpty();
  }

  @Test
  void a_change_of_what_exists_needs_a_lock() {
    A before = saved(something());

    assertThatThrownBy(() -> saved(changed(before, 2))).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> saved(changed(before, 1))).isInstanceOf(IllegalStateException.class);
    assertThat(find(before)).contains(before);
  }

  @Test
  void versions_go_up_one_by_one() {
    A before = saved(something());

    for (long wrong : new long[] {1, 3}) {
      assertThatThrownBy(
              () ->
                  within(
                      () -> {
                        assertThat(lock(before)).isPresent();
                        save(changed(before, wrong));
                        return true;
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("the next one is 2");
    }
    assertThat(find(before)).contains(before);
  }

  @Test
  void a_refusal_keeps_nothing() {
    Change<A, E> change = something();

    Outcome<A> refused =
        outcome(
            () -> {
              save(change);
              return NO.asOutcome();
            });

    assertThat(refused.isDone()).isFalse();
    assertThat(find(change.after())).isEmpty();
  }

  @Test
  void a_failure_keeps_nothing() {
    A before = saved(something());

    assertThatThrownBy(
            () ->
                within(
                    () -> {
                      assertThat(lock(before)).isPresent();
                      save(changed(before, 2));
                      throw new IllegalArgumentException("broken");
                    }))
        .hasMessage("broken");
    assertThat(find(before)).contains(before);
  }

  @Test
  void of_those_who_change_it_at_the_same_time_each_sees_the_one_before() throws Exception {
    A thing = saved(something());
    List<Callable<Boolean>> crowd = new ArrayList<>();
    for (int one = 0; one < 4; one++) {
      crowd.add(() -> within(() -> changeOnce(thing)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<Boolean> done : threads.invokeAll(crowd)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(find(thing)).contains(changed(thing, 5).after());
  }

  private boolean changeOnce(A thing) {
    A current = lock(thing).orElseThrow();
    save(changed(current, version(current) + 1));
    return true;
  }

  protected abstract long version(A thing);
}
