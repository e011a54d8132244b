package io.witan.testing;

import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.port.Transactions;
import io.witan.ledger.port.Transactions.Answer;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every transaction runner promises. */
public abstract class TransactionsContract {
  private final String key = UUID.randomUUID().toString();
  private final List<String> ran = new ArrayList<>();

  protected abstract Transactions transactions();

  private Outcome<String> run(Command command, String answer) {
    return transactions()
        .run(
            command,
            new Answer<>(text -> text, reference -> Outcome.done("again: " + reference)),
            () -> {
              ran.add(answer);
              return Outcome.done(answer);
            });
  }

  private Outcome<String> refuse(Command command) {
    return transactions()
        .run(
            command,
            new Answer<>(text -> text, Outcome::done),
            () -> Refusal.of(Refusal.Code.GUARD_FAILED, "no").asOutcome());
  }

  @Test
  void without_a_key_the_work_runs_every_time() {
    Command command = Command.by(People.PAULA);

    assertThat(value(run(command, "one"))).isEqualTo("one");
    assertThat(value(run(command, "two"))).isEqualTo("two");
    assertThat(ran).containsExactly("one", "two");
  }

  @Test
  void with_a_key_it_runs_once_and_the_answer_is_read_again() {
    Command keyed = People.keyed(People.PAULA, key, "digest");

    assertThat(value(run(keyed, "one"))).isEqualTo("one");
    assertThat(value(run(keyed, "two"))).isEqualTo("again: one");
    assertThat(ran).containsExactly("one");
  }

  @Test
  void a_key_for_another_request_is_refused() {
    value(run(People.keyed(People.PAULA, key, "digest-a"), "one"));

    Refusal refusal = refusal(run(People.keyed(People.PAULA, key, "digest-b"), "two"));

    assertThat(refusal.code()).isEqualTo(Refusal.Code.IDEMPOTENCY_MISMATCH);
    assertThat(refusal.message())
        .isEqualTo(
            "the idempotency key \"%s\" was used for another request: use a new key"
                .formatted(key));
  }

  @Test
  void everybody_has_their_own_keys() {
    value(run(People.keyed(People.PAULA, key, "digest-a"), "one"));

    assertThat(value(run(People.keyed(People.DEV, key, "digest-b"), "two"))).isEqualTo("two");
  }

  @Test
  void a_refusal_is_not_remembered() {
    Command keyed = People.keyed(People.PAULA, key, "digest");

    assertThat(refuse(keyed).isDone()).isFalse();
    assertThat(value(run(keyed, "one"))).isEqualTo("one");
  }

  @Test
  void a_transaction_inside_of_another_joins_it() {
    Command keyed = People.keyed(People.PAULA, key, "digest");

    Outcome<String> outcome =
        transactions()
            .run(
                Command.by(People.PAULA),
                new Answer<>(text -> text, Outcome::done),
                () -> run(keyed, "one").then(inner -> run(keyed, "two")));

    assertThat(value(outcome)).isEqualTo("two");
    assertThat(ran).containsExactly("one", "two");
  }
}
