package io.witan.testing;

import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.ledger.port.Transactions;
import io.witan.ledger.port.Transactions.Answer;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every transaction runner promises. */
public abstract class TransactionsContract {
  private static final int CROWD = 6;

  private final String key = UUID.randomUUID().toString();
  private final List<String> ran = new ArrayList<>();

  protected abstract Transactions transactions();

  private Outcome<String> once(Command command, String answer) {
    return once(
        command,
        () -> {
          ran.add(answer);
          return Outcome.done(answer);
        });
  }

  private Outcome<String> once(Command command, Supplier<Outcome<String>> work) {
    return transactions()
        .once(
            command,
            new Answer<>(text -> text, kept -> Outcome.done("again: " + kept)),
            () -> transactions().run(command, work));
  }

  private Outcome<String> refuse(Command command) {
    return once(command, () -> Refusal.of(Refusal.Code.GUARD_FAILED, "no").asOutcome());
  }

  @Test
  void without_a_key_the_work_runs_every_time() {
    Command command = Command.by(People.PAULA);

    assertThat(value(once(command, "one"))).isEqualTo("one");
    assertThat(value(once(command, "two"))).isEqualTo("two");
    assertThat(ran).containsExactly("one", "two");
  }

  @Test
  void with_a_key_it_runs_once_and_the_first_answer_is_given_again() {
    Command keyed = People.keyed(People.PAULA, key, "digest");

    assertThat(value(once(keyed, "one"))).isEqualTo("one");
    assertThat(value(once(keyed, "two"))).isEqualTo("again: one");
    assertThat(ran).containsExactly("one");
  }

  @Test
  void a_key_for_another_request_is_refused() {
    value(once(People.keyed(People.PAULA, key, "digest-a"), "one"));

    Refusal refusal = refusal(once(People.keyed(People.PAULA, key, "digest-b"), "two"));

    assertThat(refusal.code()).isEqualTo(Refusal.Code.IDEMPOTENCY_MISMATCH);
    assertThat(refusal.message())
        .isEqualTo(
            "the idempotency key \"%s\" was used for another request: use a new key"
                .formatted(key));
  }

  @Test
  void everybody_has_their_own_keys() {
    value(once(People.keyed(People.PAULA, key, "digest-a"), "one"));

    assertThat(value(once(People.keyed(People.DEV, key, "digest-b"), "two"))).isEqualTo("two");
  }

  @Test
  void a_refusal_is_not_remembered() {
    Command keyed = People.keyed(People.PAULA, key, "digest");

    assertThat(refuse(keyed).isDone()).isFalse();
    assertThat(value(once(keyed, "one"))).isEqualTo("one");
  }

  @Test
  void a_transaction_inside_of_another_joins_it() {
    Command keyed = People.keyed(People.PAULA, key, "digest");

    Outcome<String> outcome =
        transactions()
            .run(
                Command.by(People.PAULA),
                () -> once(keyed, "one").then(inner -> once(keyed, "two")));
    assertThat(value(outcome)).isEqualTo("two");
    assertThat(ran).containsExactly("one", "two");
  }

  @Test
  void a_failure_is_not_remembered() {
    Command keyed = People.keyed(People.PAULA, key, "digest");
    assertThatThrownBy(
            () ->
                once(
                    keyed,
                    () -> {
                      throw new IllegalArgumentException("broken");
                    }))
        .hasMessage("broken");
    assertThat(value(once(keyed, "one"))).isEqualTo("one");
  }

  @Test
  void a_key_that_nobody_keeps_the_answer_for_is_a_mistake() {
    Command keyed = People.keyed(People.PAULA, key, "digest");
    assertThatThrownBy(() -> transactions().run(keyed, () -> Outcome.done("one")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("nobody keeps the answer for the idempotency key");
  }

  @Test
  void an_answer_that_is_too_long_to_be_kept_keeps_the_change_from_happening() {
    Command keyed = People.keyed(People.PAULA, key, "digest");
    Refusal refusal = refusal(once(keyed, "x".repeat(Answer.MOST_CHARACTERS + 1)));
    assertThat(refusal.code()).isEqualTo(Refusal.Code.LIMIT_EXCEEDED);
    assertThat(refusal.message()).contains("4000001 characters", "send this without a key");
    assertThat(value(once(keyed, "short"))).isEqualTo("short");
  }

  @Test
  void many_at_once_under_one_key_run_once() throws Exception {
    Command keyed = People.keyed(People.PAULA, key, "digest");
    AtomicInteger runs = new AtomicInteger();
    CyclicBarrier together = new CyclicBarrier(CROWD);
    Callable<Outcome<String>> attempt =
        () -> {
          together.await();
          return once(keyed, () -> Outcome.done("run " + runs.incrementAndGet()));
        };
    ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
    try {
      List<String> answers = new ArrayList<>();
      for (Future<Outcome<String>> future : crowd.invokeAll(Collections.nCopies(CROWD, attempt))) {
        answers.add(value(future.get()));
      }
      assertThat(answers).containsOnlyOnce("run 1");
      assertThat(answers).filteredOn(answer -> answer.equals("again: run 1")).hasSize(CROWD - 1);
    } finally {
      crowd.shutdownNow();
    }
  }
}
