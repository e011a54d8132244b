package io.witan.ledger.heads;

import io.witan.ledger.adapter.AuditEntryNodes;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.ChainHead;
import io.witan.ledger.domain.ChainVerdict;
import io.witan.ledger.domain.ChainVerdict.Broken;
import io.witan.ledger.domain.SignedHead;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of chains that one batch vouches for: those that were new when it was signed, of each
 * chain, after the one before them. So all batches together cover every entry once.
 */
final class VouchedEntries {
  private final long batch;
  private final List<ChainHead> heads;
  private final List<List<AuditEntry>> entries = new ArrayList<>();

  private VouchedEntries(long batch, List<ChainHead> heads) {
    this.batch = batch;
    this.heads = heads;
    heads.forEach(head -> entries.add(new ArrayList<>()));
  }

  static VouchedEntries of(Graph graph, long batch, List<ChainHead> heads) {
    VouchedEntries found = new VouchedEntries(batch, heads);
    graph
        .query(
            """
            UNWIND $heads AS head
            MATCH (e:AuditEntry {kind: head.kind, aggregate_id: head.id})
            WHERE e.sequence >= head.first - 1 AND e.sequence <= head.last
            RETURN head.place AS place, e{.*} AS node ORDER BY e.sequence
            """,
            Map.of("heads", places(heads)))
        .forEach(found::add);
    return found;
  }

  private static List<Map<String, Object>> places(List<ChainHead> heads) {
    List<Map<String, Object>> places = new ArrayList<>();
    for (ChainHead head : heads) {
      places.add(
          Map.of(
              "place", places.size(),
              "kind", head.aggregate().kind(),
              "id", head.aggregate().id(),
              "first", head.first(),
              "last", head.sequence()));
    }
    return places;
  }

  private void add(Row row) {
    entries.get((int) row.number("place")).add(AuditEntryNodes.from(row.row("node")));
  }

  long count() {
    return entries.stream().mapToLong(List::size).sum();
  }

  /** What is wrong with the entries of one head; the first thing. */
  Optional<Broken> broken(int place) {
    ChainHead head = heads.get(place);
    List<AuditEntry> found = entries.get(place);
    boolean hasBefore = head.first() > 1 && !found.isEmpty();
    long first = hasBefore ? head.first() - 1 : head.first();
    String previous = hasBefore ? found.get(0).previous() : "";
    Optional<Broken> link =
        ChainVerdict.firstBroken(found, first, previous, AuditEntryNodes::fault);
    return new ChainVerdict(head.aggregate(), found.size(), 0, link)
        .comparedWith(List.of(new SignedHead(batch, head)), found)
        .broken();
  }
}
