package io.witan.ledger.heads;

import io.witan.identity.adapter.Notaries;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.adapter.Journal;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.ChainVerdict;
import io.witan.ledger.domain.HeadsVerdict;
import io.witan.ledger.domain.WireEvent;
import io.witan.ledger.port.Notary;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Chains that grow, their signed heads, and one who tampers with both. */
final class HeadsOnNeo4j {
  static final String KIND = "HeadThing";

  final LedgerOnNeo4j ledger;
  final Notary notary;
  final HeadsFile file;
  final HeadLedger heads;
  final UnsignedEntries unsigned;
  final HeadsExport export;
  final HeadsCheck check;

  /** One process with a key and a file in a folder. */
  HeadsOnNeo4j(LedgerOnNeo4j ledger, Path folder) {
    this(ledger, folder, Notaries.in(folder));
  }

  /** One process with a file in a folder. */
  HeadsOnNeo4j(LedgerOnNeo4j ledger, Path folder, Notary notary) {
    this.ledger = ledger;
    this.notary = notary;
    file = new HeadsFile(folder.toString());
    heads = new HeadLedger(ledger.graph, ledger.journal);
    unsigned = new UnsignedEntries(ledger.graph);
    export = new HeadsExport(ledger.transactions, unsigned, heads, file, notary, ledger.clock);
    check = new HeadsCheck(ledger.graph, ledger.trail, file, heads, notary);
  }

  /** Forgets what other tests left to be signed, and what was signed. */
  static void forget(LedgerOnNeo4j ledger) {
    ledger.graph.run("MATCH (e:Unsigned) REMOVE e:Unsigned", Map.of());
    ledger.graph.run("MATCH (e:AuditEntry {kind: 'AuditExport'}) DELETE e", Map.of());
    ledger.graph.run("MATCH (a:AuditExport) DELETE a", Map.of());
    ledger.graph.run("MATCH (e:AuditEntry {kind: 'HeadThing'}) DELETE e", Map.of());
    ledger.graph.run("MATCH (a:HeadThing) DELETE a", Map.of());
    ledger.graph.run("MATCH (m:OutboxMessage) DELETE m", Map.of());
    ledger.backlog.count(() -> 0);
  }

  static AggregateRef chain(String id) {
    return new AggregateRef(KIND, id);
  }

  /** Lets a chain grow by so many entries. */
  void grow(String id, int entries) {
    grow(id, entries, List.of());
  }

  void grow(String id, int entries, List<WireEvent> events) {
    for (int i = 0; i < entries; i++) {
      Outcome<Long> done =
          ledger.transactions.run(
              Command.by(Actor.system()), () -> Outcome.done(change(id, events)));
      if (!done.isDone()) {
        throw new AssertionError(done);
      }
    }
  }

  private long change(String id, List<WireEvent> events) {
    long version = ledger.journal.lock(chain(id)).map(row -> row.number("version")).orElse(0L) + 1;
    ledger.journal.save(
        new Journal.Entry(
            chain(id),
            version,
            Map.of("step", version),
            "thing.changed",
            Map.of("note", "step " + version),
            events));
    return version;
  }

  /** One turn of the job. */
  void export() {
    try {
      int unused = export.restore();
      Outcome<Integer> signed = export.sign();
      if (!signed.isDone()) {
        throw new AssertionError(signed);
      }
      export.copy();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  ChainVerdict verdictOn(String id) {
    return check.verify(List.of(chain(id))).get(0);
  }

  HeadsVerdict verdictOnAll() {
    return check.verify(0, Integer.MAX_VALUE);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    file.read(0, Long.MAX_VALUE, lines::add);
    return lines;
  }

  List<BatchLine> batches() {
    return lines().stream().map(line -> BatchLine.parse(line).orElseThrow()).toList();
  }

  /** Changes the export file behind Witan's back. */
  void tamper(Consumer<List<String>> change) {
    List<String> lines = new ArrayList<>(lines());
    change.accept(lines);
    try {
      Files.write(file.path(), lines);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Writes a chain anew from an entry on, with another content and hashes that fit. */
  void rewrite(String id, long from) {
    String previous = "";
    for (AuditEntry entry : ledger.trail.of(chain(id))) {
      String body = entry.body();
      if (entry.sequence() >= from) {
        body =
            body.replace("\"note\":\"step", "\"note\":\"never")
                .replace(
                    "\"previous\":\"" + entry.previous() + "\"",
                    "\"previous\":\"" + previous + "\"");
      }
      String hash = CanonicalJson.sha256(body);
      ledger.graph.run(
          """
          MATCH (e:AuditEntry {kind: $kind, aggregate_id: $id, sequence: $sequence})
          SET e.body = $body, e.hash = $hash, e.previous = $previous
          WITH e MATCH (a:HeadThing {id: $id}) SET a._head = $hash
          """,
          Map.of(
              "kind",
              KIND,
              "id",
              id,
              "sequence",
              entry.sequence(),
              "body",
              body,
              "hash",
              hash,
              "previous",
              previous));
      previous = hash;
    }
  }

  /** Takes the end off a chain, so that what is left holds on its own. */
  void cutOff(String id, long last) {
    ledger.graph.run(
        """
        MATCH (e:AuditEntry {kind: $kind, aggregate_id: $id}) WHERE e.sequence > $last DELETE e
        """,
        Map.of("kind", KIND, "id", id, "last", last));
    ledger.graph.run(
        """
        MATCH (a:HeadThing {id: $id})
        MATCH (e:AuditEntry {kind: $kind, aggregate_id: $id, sequence: $last})
        SET a.version = $last, a.step = $last, a._head = e.hash
        """,
        Map.of("kind", KIND, "id", id, "last", last));
  }

  /** Takes a chain and its aggregate away. */
  void delete(String id) {
    ledger.graph.run(
        "MATCH (e:AuditEntry {kind: $kind, aggregate_id: $id}) DELETE e",
        Map.of("kind", KIND, "id", id));
    ledger.graph.run("MATCH (a:HeadThing {id: $id}) DELETE a", Map.of("id", id));
  }

  void set(String id, long sequence, String field, Object value) {
    ledger.graph.run(
        """
        MATCH (e:AuditEntry {kind: $kind, aggregate_id: $id, sequence: $sequence})
        SET e[$field] = $value
        """,
        Map.of("kind", KIND, "id", id, "sequence", sequence, "field", field, "value", value));
  }
}
