package io.witan.ledger.adapter;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.ChainVerdict;
import io.witan.ledger.port.AuditTrail;
import io.witan.neo4j.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Audit entries as nodes, found by aggregate and sequence. */
@ApplicationScoped
class Neo4jAuditTrail implements AuditTrail {
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

  @Override
  public ChainVerdict verify(AggregateRef aggregate) {
    List<AuditEntry> entries = of(aggregate);
    ChainVerdict verdict = ChainVerdict.of(aggregate, entries, AuditEntryNodes::fault);
    return verdict.holds() ? verifyHead(verdict, entries) : verdict;
  }

  private ChainVerdict verifyHead(ChainVerdict verdict, List<AuditEntry> entries) {
    AggregateRef aggregate = verdict.aggregate();
    String last = entries.isEmpty() ? "" : entries.get(entries.size() - 1).hash();
    String head =
        graph
            .first(
                "MATCH (a:%s {id: $id}) RETURN a._head AS head".formatted(aggregate.kind()),
                Map.of("id", aggregate.id()))
            .flatMap(row -> row.optionalText("head"))
            .orElse("");
    if (head.equals(last)) {
      return verdict;
    }
    return verdict.orBroken(
        Optional.of(
            new ChainVerdict.Broken(
                entries.size() + 1L, "the aggregate points to an entry that is not the last")));
  }
}
