package io.witan.ledger.adapter;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.ChainVerdict;
import io.witan.ledger.port.AuditTrail;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Audit entries as nodes, found by aggregate and sequence. */
@ApplicationScoped
class Neo4jAuditTrail implements AuditTrail {
  private static final String CHAIN =
      """
      OPTIONAL MATCH (a:%s {id: $id}) %s
      WITH a._head AS head
      OPTIONAL MATCH (e:AuditEntry {kind: $kind, aggregate_id: $id})
      WITH head, e ORDER BY e.sequence
      RETURN head, collect(e{.*}) AS entries
      """;
  private static final String FREELY = "";
  private static final String ALONE = "SET a._lock = true";

  private final Graph graph;

  protected Neo4jAuditTrail() {
    this(null);
  }

  @Inject
  Neo4jAuditTrail(Graph graph) {
    this.graph = graph;
  }

  @Override
  public List<AuditEntry> of(AggregateRef aggregate) {
    return graph
        .query(
            """
            MATCH (e:AuditEntry {kind: $kind, aggregate_id: $id})
            RETURN e{.*} AS node ORDER BY e.sequence
            """,
            Map.of("kind", aggregate.kind(), "id", aggregate.id()))
        .stream()
        .map(row -> AuditEntryNodes.from(row.row("node")))
        .toList();
  }

  /** Once more, and alone, when it does not hold: a change may have been between what was read. */
  @Override
  public ChainVerdict verify(AggregateRef aggregate) {
    ChainVerdict verdict = verify(aggregate, FREELY);
    return verdict.holds() ? verdict : verify(aggregate, ALONE);
  }

  private ChainVerdict verify(AggregateRef aggregate, String lock) {
    Row chain =
        graph
            .first(
                CHAIN.formatted(aggregate.kind(), lock),
                Map.of("kind", aggregate.kind(), "id", aggregate.id()))
            .orElseThrow();
    List<AuditEntry> entries = chain.rows("entries").stream().map(AuditEntryNodes::from).toList();
    ChainVerdict verdict = ChainVerdict.of(aggregate, entries, AuditEntryNodes::fault);
    String last = entries.isEmpty() ? "" : entries.get(entries.size() - 1).hash();
    if (!verdict.holds() || chain.optionalText("head").orElse("").equals(last)) {
      return verdict;
    }
    return verdict.orBroken(
        Optional.of(
            new ChainVerdict.Broken(
                entries.size() + 1L, "the aggregate points to an entry that is not the last")));
  }
}
