package io.witan.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.testkit.TestServers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MigrationsIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  private final String id = UUID.randomUUID().toString();
  private final String file = "900-tried-%s.cypher".formatted(id);
  private final String text =
      """
      // Counts how often it ran.
      MERGE (t:Tried {id: '%s'})
      SET t.times = coalesce(t.times, 0) + 1;
      """
          .formatted(id);
  private final Map<String, String> files = new HashMap<>(Map.of("index", file, file, text));

  private void migrate() {
    new Migrations(LEDGER.graph, files::get).migrate();
  }

  private long timesRun() {
    return LEDGER
        .graph
        .first("MATCH (t:Tried {id: $id}) RETURN t.times AS times", Map.of("id", id))
        .map(row -> row.number("times"))
        .orElse(0L);
  }

  private String mark() {
    return LEDGER
        .graph
        .first("MATCH (m:Migration {name: $name}) RETURN m.checksum AS mark", Map.of("name", file))
        .orElseThrow()
        .text("mark");
  }

  private void markedAs(String checksum) {
    LEDGER.graph.run(
        "MERGE (m:Migration {name: $name}) SET m.checksum = $checksum",
        Map.of("name", file, "checksum", checksum));
  }

  @Test
  void runs_each_file_once() {
    migrate();
    migrate();

    assertThat(timesRun()).isEqualTo(1);
    assertThat(mark()).matches("[0-9a-f]{64}");
  }

  @Nested
  class A_file_that_ran {
    @Test
    void may_get_other_comments_and_ends_of_lines() {
      migrate();
      files.put(file, "// Said better.\r\n\r\n" + text.replace("\n", " \r\n"));

      migrate();

      assertThat(timesRun()).isEqualTo(1);
    }

    @Test
    void may_not_get_other_statements() {
      migrate();
      files.put(file, text.replace("+ 1", "+ 2"));

      assertThatThrownBy(MigrationsIT.this::migrate)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(file)
          .hasMessageContaining("add a new file instead");
    }

    /** These two have one {@code hashCode}. */
    @Test
    void may_not_be_another_with_a_short_hash_of_its_own() {
      files.put(file, text + "MERGE (:Tried {id: 'Aa'});\n");
      migrate();
      files.put(file, text + "MERGE (:Tried {id: 'BB'});\n");

      assertThatThrownBy(MigrationsIT.this::migrate).isInstanceOf(IllegalStateException.class);
    }
  }

  @Nested
  class A_store_of_the_version_before {
    @Test
    void is_taken_and_its_marks_are_brought_up() {
      markedAs(Integer.toHexString(text.hashCode()));

      migrate();

      assertThat(timesRun()).isZero();
      assertThat(mark()).matches("[0-9a-f]{64}");
    }

    /** Its marks, to the letter: so the files themselves are as they were, too. */
    @Test
    void starts_with_the_files_that_it_ran() {
      Map<String, String> marks =
          Map.of(
              "001-ledger.cypher", "e59ba171",
              "002-planning.cypher", "65bfcfb7",
              "003-deliberation.cypher", "9f627427",
              "004-identity.cypher", "c86f6118",
              "005-relay.cypher", "6c57e44f");
      marks.forEach(
          (name, mark) ->
              LEDGER.graph.run(
                  "MATCH (m:Migration {name: $name}) SET m.checksum = $mark",
                  Map.of("name", name, "mark", mark)));

      new Migrations(LEDGER.graph).migrate();

      assertThat(
              LEDGER.graph.query(
                  "MATCH (m:Migration) WHERE m.name IN $names RETURN m.checksum AS mark",
                  Map.of("names", List.copyOf(marks.keySet()))))
          .hasSize(marks.size())
          .allSatisfy(row -> assertThat(row.text("mark")).matches("[0-9a-f]{64}"));
    }

    @Test
    void is_refused_when_the_file_has_changed_since() {
      markedAs(Integer.toHexString("MATCH (n) RETURN n;".hashCode()));

      assertThatThrownBy(MigrationsIT.this::migrate).isInstanceOf(IllegalStateException.class);
    }
  }
}
