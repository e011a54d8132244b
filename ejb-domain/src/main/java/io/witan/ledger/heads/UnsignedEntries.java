package io.witan.ledger.heads;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.ChainHead;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * The entries of audit chains that no batch vouches for yet. Each carries a label from the moment
 * it is written, so that they are found without a look at all others, whenever they commit.
 */
@ApplicationScoped
class UnsignedEntries {
  private final Graph graph;

  protected UnsignedEntries() {
    this(null);
  }

  @Inject
  UnsignedEntries(Graph graph) {
    this.graph = graph;
  }

  /** Whether there is none. */
  boolean isEmpty() {
    return graph
        .first("MATCH (e:Unsigned) RETURN e.sequence AS sequence LIMIT 1", Map.of())
        .isEmpty();
  }

  /**
   * Part of the running transaction: the heads of chains that grew, by up to so many entries, which
   * are counted as vouched for from now on. The batches' own chain is left out: it would grow with
   * every batch.
   */
  List<ChainHead> take(int entries) {
    return graph
        .query(
            """
            MATCH (e:Unsigned) WITH e LIMIT $most REMOVE e:Unsigned
            WITH e WHERE e.kind <> $export
            WITH e ORDER BY e.sequence
            WITH e.kind AS kind, e.aggregate_id AS id, collect(e) AS grown
            RETURN kind, id, grown[0].sequence AS first, grown[-1].sequence AS sequence,
              grown[-1].hash AS hash
            ORDER BY kind, id
            """,
            Map.of("most", entries, "export", HeadLedger.EXPORT.kind()))
        .stream()
        .map(UnsignedEntries::head)
        .toList();
  }

  private static ChainHead head(Row row) {
    return new ChainHead(
        new AggregateRef(row.text("kind"), row.text("id")),
        row.number("first"),
        row.number("sequence"),
        row.text("hash"));
  }
}
