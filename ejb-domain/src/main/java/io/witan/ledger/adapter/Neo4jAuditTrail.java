package io.witan.ledger.adapter;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.ChainVerdict;
import io.witan.ledger.domain.EntryFilter;
import io.witan.ledger.domain.PastState;
import io.witan.ledger.port.AuditTrail;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import io.witan.shared.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Audit entries as nodes, found by aggregate and sequence. */
@ApplicationScoped
class Neo4jAuditTrail implements AuditTrail {
  // The condition on the sequence is true for all of them: without one the index is not used, which
  // has it as its last property.
  private static final String CHAINS =
      """
      UNWIND $ids AS id
      OPTIONAL MATCH (a:%s {id: id}) %s
      WITH id, a{.*} AS node
      OPTIONAL MATCH (e:AuditEntry {kind: $kind, aggregate_id: id})
      USING INDEX e:AuditEntry(kind, aggregate_id, sequence)
      WHERE e.sequence >= 0
      WITH id, node, e ORDER BY e.sequence
      RETURN id, node, collect(e{.*}) AS entries ORDER BY id
      """;
  private static final String NODES =
      "MATCH (a:%s) WHERE a.id > $after RETURN a.id AS id ORDER BY a.id LIMIT $most";
  private static final String WITH_ENTRIES =
      """
      MATCH (e:AuditEntry {kind: $kind})
      USING INDEX e:AuditEntry(kind, aggregate_id, sequence)
      WHERE e.aggregate_id > $after AND e.aggregate_id <= $last AND e.sequence >= 0
      RETURN DISTINCT e.aggregate_id AS id
      """;
  private static final String LIST =
      """
      MATCH (e:AuditEntry {kind: $kind})
      USING INDEX e:AuditEntry(kind, aggregate_id, sequence)
      WHERE e.aggregate_id >= $id AND e.aggregate_id <= $last AND e.sequence >= 0
        AND (e.aggregate_id > $id OR e.sequence > $sequence)
        AND ($since = '' OR e.at >= $since)
      RETURN e{.*} AS node ORDER BY e.kind, e.aggregate_id, e.sequence LIMIT $most
      """;
  private static final String BEHIND_ALL = "\uffff";
  private static final String FREELY = "";
  private static final String ALONE = "SET a._lock = true";

  private final Graph graph;
  private final Replay replay;

  protected Neo4jAuditTrail() {
    this(null);
  }

  @Inject
  Neo4jAuditTrail(Graph graph) {
    this.graph = graph;
    this.replay = new Replay(graph);
  }

  @Override
  public List<AuditEntry> of(AggregateRef aggregate) {
    return graph
        .query(
            """
            MATCH (e:AuditEntry {kind: $kind, aggregate_id: $id})
            USING INDEX e:AuditEntry(kind, aggregate_id, sequence)
            WHERE e.sequence >= 0
            RETURN e{.*} AS node ORDER BY e.sequence
            """,
            Map.of("kind", aggregate.kind(), "id", aggregate.id()))
        .stream()
        .map(row -> AuditEntryNodes.from(row.row("node")))
        .toList();
  }

  @Override
  public Optional<PastState> at(AggregateRef aggregate, long sequence) {
    List<AuditEntry> told =
        of(aggregate).stream().filter(entry -> entry.sequence() <= sequence).toList();
    return told.stream()
        .filter(entry -> entry.sequence() == sequence)
        .findFirst()
        .map(last -> new PastState(last, replay.of(aggregate, told)));
  }

  @Override
  public List<AuditEntry> list(EntryFilter filter, Optional<AuditEntry> after, int most) {
    return graph
        .query(
            LIST,
            Map.of(
                "kind", filter.kind(),
                "id", after.map(last -> last.aggregate().id()).or(filter::id).orElse(""),
                "sequence", after.map(AuditEntry::sequence).orElse(-1L),
                "last", filter.id().orElse(BEHIND_ALL),
                "since", filter.since().map(Times::text).orElse(""),
                "most", most))
        .stream()
        .map(row -> AuditEntryNodes.from(row.row("node")))
        .toList();
  }

  @Override
  public ChainVerdict verify(AggregateRef aggregate) {
    return verify(aggregate.kind(), List.of(aggregate.id())).get(0);
  }

  /**
   * By the aggregates that there are. Entries whose aggregate is gone are looked for between them,
   * so that all pages together look at each place once.
   */
  @Override
  public List<ChainVerdict> verify(String kind, String after, int most) {
    Set<String> ids = new TreeSet<>();
    graph
        .query(NODES.formatted(kind), Map.of("after", after, "most", most))
        .forEach(row -> ids.add(row.text("id")));
    String last = ids.size() < most ? BEHIND_ALL : Collections.max(ids);
    graph
        .query(WITH_ENTRIES, Map.of("kind", kind, "after", after, "last", last))
        .forEach(row -> ids.add(row.text("id")));
    return verify(kind, List.copyOf(ids));
  }

  /** Once more, and alone, what does not hold: a change may have been between what was read. */
  private List<ChainVerdict> verify(String kind, List<String> ids) {
    return verdicts(kind, ids, FREELY).stream()
        .map(
            verdict ->
                verdict.holds()
                    ? verdict
                    : verdicts(kind, List.of(verdict.aggregate().id()), ALONE).get(0))
        .toList();
  }

  private List<ChainVerdict> verdicts(String kind, List<String> ids, String lock) {
    return graph.query(CHAINS.formatted(kind, lock), Map.of("kind", kind, "ids", ids)).stream()
        .map(chain -> verdict(new AggregateRef(kind, chain.text("id")), chain))
        .toList();
  }

  private ChainVerdict verdict(AggregateRef aggregate, Row chain) {
    List<AuditEntry> entries = chain.rows("entries").stream().map(AuditEntryNodes::from).toList();
    ChainVerdict verdict = ChainVerdict.of(aggregate, entries, AuditEntryNodes::fault);
    return verdict.holds()
        ? verdict.orBroken(replay.difference(aggregate, entries, chain.row("node")))
        : verdict;
  }
}
