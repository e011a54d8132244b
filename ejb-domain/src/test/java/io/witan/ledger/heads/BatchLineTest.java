package io.witan.ledger.heads;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.CanonicalJson;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchLineTest {
  private final BatchLine line = BatchLine.sign(Lines.batch(7, "abc"), Lines.NOTARY);

  @Nested
  class A_line {
    @Test
    void is_canonical_json_with_the_signed_part_as_it_was_signed() {
      String signed =
          "{\"at\":\"2026-01-02T03:04:05.678Z\",\"batch\":7,\"heads\":[{\"first\":7,"
              + "\"hash\":\"hash-7\",\"id\":\"s-1\",\"kind\":\"Story\",\"sequence\":7}],"
              + "\"previous\":\"abc\"}";

      assertThat(line.text())
          .isEqualTo(
              "{\"signature\":\"%s\",\"signed\":%s}".formatted(Lines.NOTARY.sign(signed), signed));
    }

    @Test
    void is_read_as_it_was_written() {
      assertThat(BatchLine.parse(line.text())).contains(line);
    }

    @Test
    void has_the_hash_of_all_its_bytes() {
      assertThat(line.hash()).isEqualTo(CanonicalJson.sha256(line.text()));
    }

    @Test
    void is_signed() {
      assertThat(line.fault(Lines.NOTARY)).isEmpty();
      assertThat(line.fault(new FakeNotary("other"))).contains("it is not signed");
    }
  }

  @Nested
  class What_is_no_batch {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{",
          "[]",
          "{}",
          "{\"signature\":\"x\",\"signed\":{}}",
          "{\"signature\":\"x\",\"signed\":{\"at\":\"now\",\"batch\":1,\"heads\":[],"
              + "\"previous\":\"\"}}",
          "{\"signature\":1,\"signed\":{\"at\":\"2026-01-02T03:04:05Z\",\"batch\":1,"
              + "\"heads\":[],\"previous\":\"\"}}"
        })
    void is_not_read(String text) {
      assertThat(BatchLine.parse(text)).isEmpty();
    }

    @Test
    void is_also_a_line_with_something_more_in_it() {
      String more = line.text().replace("{\"signature\"", "{\"more\":1,\"signature\"");

      assertThat(BatchLine.parse(more)).isEmpty();
    }

    @Test
    void is_also_a_line_that_is_written_in_another_way() {
      assertThat(BatchLine.parse(line.text().replace(",\"heads\"", ", \"heads\""))).isEmpty();
    }
  }
}
