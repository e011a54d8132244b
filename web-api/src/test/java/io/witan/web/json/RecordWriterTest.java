package io.witan.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordWriterTest {

  record Inner(String someName) {}

  record Outer(
      String title,
      long version,
      double share,
      boolean ready,
      Instant createdAt,
      List<Inner> inners,
      Map<String, Integer> counts,
      Optional<String> next,
      JsonValue body,
      String gone) {}

  record Wrong(Object thing) {}

  @Test
  void writes_every_kind_of_field_in_snake_case_and_leaves_out_what_is_not_there() {
    Outer outer =
        new Outer(
            "ü\"",
            7,
            0.25,
            true,
            Instant.parse("2026-01-02T03:04:05Z"),
            List.of(new Inner("x")),
            Map.of("a", 1),
            Optional.empty(),
            Json.createObjectBuilder().add("k", 1).build(),
            null);

    assertThat(written(outer))
        .isEqualTo(
            "{\"title\":\"ü\\\"\",\"version\":7,\"share\":0.25,\"ready\":true,"
                + "\"created_at\":\"2026-01-02T03:04:05Z\",\"inners\":[{\"some_name\":\"x\"}],"
                + "\"counts\":{\"a\":1},\"body\":{\"k\":1}}");
  }

  @Test
  void refuses_what_has_no_json_form() {
    assertThatIllegalStateException().isThrownBy(() -> written(new Wrong(new Object())));
  }

  private static String written(Object record) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    RecordWriter.write(record, stream);
    return stream.toString(StandardCharsets.UTF_8);
  }
}
