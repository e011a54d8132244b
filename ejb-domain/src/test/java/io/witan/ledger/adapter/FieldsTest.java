package io.witan.ledger.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldsTest {

  @Test
  void write_times_so_that_they_sort() {
    assertThat(Fields.of("at", Instant.parse("2026-11-20T08:00:05Z")))
        .isEqualTo(Map.of("at", "2026-11-20T08:00:05.000Z"));
  }

  @Test
  void leave_out_what_is_absent_and_write_what_is_present() {
    assertThat(Fields.of("plan", Optional.empty(), "at", Optional.of(Instant.EPOCH), "size", 3))
        .isEqualTo(Map.of("at", "1970-01-01T00:00:00.000Z", "size", 3L));
  }
}
