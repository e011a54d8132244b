package io.witan.ledger.heads;

import io.witan.ledger.adapter.AuditEntryNodes;
import io.witan.ledger.adapter.Journal;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.WireEvent;
import io.witan.neo4j.Graph;
import io.witan.shared.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * The batches in the graph: they are the changes of one aggregate, whose version is the number of
 * the last one. So a number is given once, whoever exports, and a batch goes the way of every
 * event.
 */
@ApplicationScoped
class HeadLedger implements Batches {
  /** The aggregate whose changes are the batches. */
  static final AggregateRef EXPORT = new AggregateRef("AuditExport", "heads");

  private static final int PAGE = 100;
  private static final String LINE = "line";
  private static final String LINE_HASH = "line_hash";

  private final Graph graph;
  private final Journal journal;

  protected HeadLedger() {
    this(null, null);
  }

  @Inject
  HeadLedger(Graph graph, Journal journal) {
    this.graph = graph;
    this.journal = journal;
  }

  /** The last batch. */
  record Last(long number, String hash) {
    static final Last NONE = new Last(0, "");
  }

  /** The last batch; nobody else adds one until the transaction ends. */
  Last lock() {
    return journal
        .lock(EXPORT)
        .map(node -> new Last(node.number("version"), node.text(LINE_HASH)))
        .orElse(Last.NONE);
  }

  /** Part of the running transaction, after {@link #lock()}: adds the next batch and tells it. */
  void add(BatchLine line) {
    save(line, List.of(told(line)));
  }

  /** The batch as an event. */
  static WireEvent told(BatchLine line) {
    return HeadContracts.SIGNED.event(line.fields());
  }

  /** The same with a batch that was told before. */
  void addAgain(BatchLine line) {
    save(line, List.of());
  }

  private void save(BatchLine line, List<WireEvent> events) {
    journal.save(
        new Journal.Entry(
            EXPORT,
            line.batch().number(),
            Map.of(LINE_HASH, line.hash(), "at", Times.text(line.batch().at())),
            "heads.signed",
            Map.of(LINE, line.text()),
            events));
  }

  @Override
  public long count() {
    return graph
        .first(
            "MATCH (a:AuditExport {id: $id}) RETURN a.version AS version",
            Map.of("id", EXPORT.id()))
        .map(row -> row.number("version"))
        .orElse(0L);
  }

  @Override
  public void read(long after, long most, Consumer<String> each) {
    long left = most;
    long last = after;
    List<String> page = lines(last, Math.min(left, PAGE));
    while (!page.isEmpty()) {
      page.forEach(each);
      last += page.size();
      left -= page.size();
      page = lines(last, Math.min(left, PAGE));
    }
  }

  /** The batches after a number, up to the first that is missing. */
  List<String> lines(long after, long most) {
    List<AuditEntry> entries =
        graph
            .query(
                """
                MATCH (e:AuditEntry {kind: $kind, aggregate_id: $id})
                WHERE e.sequence > $after AND e.sequence <= $after + $most
                RETURN e{.*} AS node ORDER BY e.sequence
                """,
                Map.of("kind", EXPORT.kind(), "id", EXPORT.id(), "after", after, "most", most))
            .stream()
            .map(row -> AuditEntryNodes.from(row.row("node")))
            .toList();
    return LongStream.range(0, entries.size())
        .takeWhile(place -> entries.get((int) place).sequence() == after + 1 + place)
        .mapToObj(place -> line(entries.get((int) place)))
        .toList();
  }

  private static String line(AuditEntry entry) {
    return AuditEntryNodes.body(entry).getJsonObject("facts").getString(LINE);
  }
}
