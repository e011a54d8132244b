package io.witan.deliberation.port;

import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.OutsideTurn;
import io.witan.deliberation.domain.OutsideTurnEvent;
import io.witan.deliberation.domain.OutsideTurnEvent.OutsideTurnAsked;
import io.witan.deliberation.domain.Questions;
import io.witan.deliberation.domain.Reply;
import io.witan.deliberation.domain.TurnKey;
import io.witan.shared.Change;
import io.witan.testing.Moments;
import io.witan.testing.RepositoryContract;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link OutsideTurns} promises. */
public abstract class OutsideTurnsContract
    extends RepositoryContract<OutsideTurn, OutsideTurnEvent> {

  protected abstract OutsideTurns turns();

  @Override
  protected Change<OutsideTurn, OutsideTurnEvent> something() {
    return OutsideTurn.ask(
        new TurnKey(new DeliberationId("d-" + UUID.randomUUID()), 3),
        Questions.QUESTION,
        Moments.MORNING,
        Moments.NOON);
  }

  @Override
  protected Change<OutsideTurn, OutsideTurnEvent> changed(OutsideTurn before, long version) {
    return new Change<>(
        new OutsideTurn(before.key(), before.asked(), new OutsideTurn.Waiting(), version),
        new OutsideTurnAsked(before.key(), Questions.QUESTION, Moments.NOON, Moments.MORNING));
  }

  @Override
  protected Optional<OutsideTurn> find(OutsideTurn thing) {
    return turns().find(thing.id());
  }

  @Override
  protected Optional<OutsideTurn> lock(OutsideTurn thing) {
    return turns().lock(thing.id());
  }

  @Override
  protected void save(Change<OutsideTurn, OutsideTurnEvent> change) {
    turns().save(change);
  }

  @Override
  protected long version(OutsideTurn thing) {
    return thing.version();
  }

  private void write(Change<OutsideTurn, OutsideTurnEvent> change) {
    within(
        () -> {
          assertThat(lock(change.after())).isPresent();
          save(change);
          return true;
        });
    assertThat(find(change.after())).contains(change.after());
  }

  @Test
  void an_answer_reads_back_to_the_letter_and_goes_when_it_is_asked_again() {
    OutsideTurn asked = saved(something());
    Change<OutsideTurn, OutsideTurnEvent> answered =
        value(
            asked.answer(
                Questions.AGENT,
                new Reply("{ \"as\": \"is\" }\n\u00e4.", "m-1", 10, 20, Duration.ofMillis(30)),
                Moments.NOON));

    write(answered);
    write(answered.after().askAgain(Questions.QUESTION, Moments.NOON, Moments.NOON));
  }

  @Test
  void a_failure_reads_back_with_its_reason() {
    OutsideTurn asked = saved(something());

    write(value(asked.fail(Questions.AGENT, "out of memory", "MemoryError", Moments.NOON)));
  }
}
