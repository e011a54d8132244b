package io.witan.ledger.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.shared.ActorId;
import io.witan.shared.Refusal.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalRateTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final ActorId PAULA = new ActorId("paula");

  private final RefusalRate rate = new RefusalRate();

  @Test
  void the_first_refusal_is_written() {
    assertThat(rate.admit(PAULA, Code.FORBIDDEN, START)).hasValue(0);
  }

  @Test
  void the_same_code_within_a_second_is_left_out_and_counted_with_the_next() {
    assertThat(rate.admit(PAULA, Code.FORBIDDEN, START)).hasValue(0);
    assertThat(rate.admit(PAULA, Code.FORBIDDEN, START.plusMillis(10))).isEmpty();
    assertThat(rate.admit(PAULA, Code.FORBIDDEN, START.plusMillis(999))).isEmpty();

    assertThat(rate.admit(PAULA, Code.FORBIDDEN, START.plusMillis(1000))).hasValue(2);
  }

  @Test
  void another_code_and_another_actor_are_written_at_once() {
    assertThat(rate.admit(PAULA, Code.FORBIDDEN, START)).hasValue(0);

    assertThat(rate.admit(PAULA, Code.STALE_VERSION, START)).hasValue(0);
    assertThat(rate.admit(new ActorId("olga"), Code.FORBIDDEN, START)).hasValue(0);
  }

  @Test
  void sixty_a_minute_are_written_and_then_none_until_the_next_minute() {
    Code[] codes = {Code.FORBIDDEN, Code.STALE_VERSION};
    long written =
        IntStream.range(0, 100)
            .filter(
                i ->
                    rate.admit(PAULA, codes[i % 2], START.plus(Duration.ofMillis(550L * i)))
                        .isPresent())
            .count();

    assertThat(written).isEqualTo(60);
    assertThat(rate.admit(PAULA, Code.FORBIDDEN, START.plus(Duration.ofMinutes(1)))).hasValue(40);
  }

  @Test
  void many_names_do_not_fill_the_memory() {
    IntStream.range(0, 20_000)
        .forEach(
            i -> assertThat(rate.admit(new ActorId("a" + i), Code.FORBIDDEN, START)).hasValue(0));

    assertThat(rate.admit(new ActorId("a0"), Code.FORBIDDEN, START)).hasValue(0);
    assertThat(rate.admit(new ActorId("a19999"), Code.FORBIDDEN, START)).isEmpty();
  }
}
