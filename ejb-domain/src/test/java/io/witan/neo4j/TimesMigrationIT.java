package io.witan.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.testkit.TestServers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The migration that brings times to the form in which they sort, on nodes of the form before. */
class TimesMigrationIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());
  private static final String BODY = "{\"at\":\"2026-11-20T08:00:05Z\"}";

  private final String id = UUID.randomUUID().toString();

  private void migrate() throws IOException {
    String file = "907-%s.cypher".formatted(id);
    try (InputStream text = Migrations.class.getResourceAsStream("migrations/007-times.cypher")) {
      String statements = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      new Migrations(LEDGER.graph, Map.of("index", file, file, statements)::get).migrate();
    }
  }

  private List<String> texts(String cypher) {
    return LEDGER.graph.query(cypher, Map.of("id", id)).stream()
        .map(row -> row.text("text"))
        .toList();
  }

  @Test
  void marks_sort_by_their_times() throws IOException {
    LEDGER.graph.run(
        """
        UNWIND ['2026-11-20T08:00:05.123Z', '2026-11-20T08:00:05Z'] AS at
        CREATE (:InboxMark {key: $id + at, test: $id, at: at})
        """,
        Map.of("id", id));

    migrate();

    assertThat(texts("MATCH (n:InboxMark {test: $id}) RETURN n.at AS text ORDER BY n.at"))
        .containsExactly("2026-11-20T08:00:05.000Z", "2026-11-20T08:00:05.123Z");
  }

  @Test
  void what_is_hashed_stays_as_it_is() throws IOException {
    LEDGER.graph.run(
        """
        CREATE (:AuditEntry {kind: 'Tried', aggregate_id: $id, sequence: 1,
          at: '2026-11-20T08:00:05Z', body: $body})
        """,
        Map.of("id", id, "body", BODY));

    migrate();

    assertThat(texts("MATCH (n:AuditEntry {aggregate_id: $id}) RETURN n.body AS text"))
        .containsExactly(BODY);
    assertThat(texts("MATCH (n:AuditEntry {aggregate_id: $id}) RETURN n.at AS text"))
        .containsExactly("2026-11-20T08:00:05.000Z");
  }
}
