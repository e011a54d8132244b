package io.witan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static final long YEAR_9999 = 253_402_300_799_999L;

  @Test
  void are_written_with_milliseconds_even_if_there_are_none() {
    assertThat(Times.text(Instant.parse("2026-11-20T08:00:05Z")))
        .isEqualTo("2026-11-20T08:00:05.000Z");
    assertThat(Times.text(Instant.parse("2026-11-20T08:00:05.120Z")))
        .isEqualTo("2026-11-20T08:00:05.120Z");
    assertThat(Times.text(Instant.parse("2026-11-20T08:00:05.123999Z")))
        .isEqualTo("2026-11-20T08:00:05.123Z");
  }

  @Test
  void are_read_in_any_zone_but_not_without_one() {
    assertThat(Times.parse("reviewed_at", "2026-11-20T09:00:05.120+01:00"))
        .isEqualTo(Instant.parse("2026-11-20T08:00:05.120Z"));
    assertThatThrownBy(() -> Times.parse("reviewed_at", "2026-11-20T09:00:05"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("reviewed_at")
        .hasMessageContaining("a time such as");
  }

  @Property
  void sort_as_texts_as_they_do_as_times(
      @ForAll @LongRange(max = YEAR_9999 - 1_000) long first,
      @ForAll @LongRange(max = 1_000) long later) {
    Instant one = Instant.ofEpochMilli(first);
    Instant other = one.plusMillis(later);

    assertThat(Integer.signum(Times.text(one).compareTo(Times.text(other))))
        .isEqualTo(Integer.signum(one.compareTo(other)));
    assertThat(Instant.parse(Times.text(one))).isEqualTo(one);
  }
}
