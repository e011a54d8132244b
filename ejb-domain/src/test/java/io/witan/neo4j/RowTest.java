package io.witan.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowTest {
  private final Row row =
      new Row(
          Map.of(
              "name",
              "Shop",
              "version",
              7L,
              "at",
              "2026-01-02T03:04:05.600Z",
              "open",
              true,
              "tags",
              List.of("a", "b"),
              "node",
              Map.of("id", "s-1"),
              "nodes",
              List.of(Map.of("id", "s-1"), Map.of("id", "s-2"))));

  @Test
  void reads_by_name_and_type() {
    assertThat(row.text("name")).isEqualTo("Shop");
    assertThat(row.number("version")).isEqualTo(7);
    assertThat(row.time("at")).isEqualTo(Instant.parse("2026-01-02T03:04:05.600Z"));
    assertThat(row.flag("open")).isTrue();
    assertThat(row.texts("tags")).containsExactly("a", "b");
    assertThat(row.row("node").text("id")).isEqualTo("s-1");
    assertThat(row.rows("nodes")).extracting(node -> node.text("id")).containsExactly("s-1", "s-2");
  }

  @Test
  void names_what_must_be_there_and_is_not() {
    assertThatIllegalStateException()
        .isThrownBy(() -> row.text("title"))
        .withMessageContaining("no value 'title' among");
    assertThatIllegalStateException().isThrownBy(() -> row.number("size"));
  }

  @Test
  void is_empty_where_something_may_be_missing() {
    assertThat(row.optionalText("title")).isEmpty();
    assertThat(row.optionalNumber("size")).isEmpty();
    assertThat(row.flag("done")).isFalse();
    assertThat(row.texts("labels")).isEmpty();
    assertThat(row.rows("parts")).isEmpty();
    assertThat(row.row("part").values()).isEmpty();
  }
}
