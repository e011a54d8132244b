package io.witan.ledger.adapter;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.ChainVerdict.Broken;
import io.witan.ledger.domain.KeptState;
import io.witan.ledger.domain.ToldChange;
import io.witan.ledger.domain.ToldState;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folds the entries of a chain to the properties that they tell, and compares the node with them.
 */
final class Replay {
  private final MigratedProperties migrated;

  Replay(Graph graph) {
    this.migrated = new MigratedProperties(graph);
  }

  /** What entries tell, which must be a chain that holds, from its first on. */
  ToldState of(AggregateRef aggregate, List<AuditEntry> entries) {
    List<ToldChange> changes = entries.stream().map(Replay::change).toList();
    return ToldState.of(
        changes.isEmpty()
            ? changes
            : Stream.concat(Stream.of(migrated.before(aggregate, changes.get(0))), changes.stream())
                .toList());
  }

  private static ToldChange change(AuditEntry entry) {
    return new ToldChange(
        entry.sequence(),
        AuditEntryNodes.body(entry).get("change") instanceof JsonObject change
            ? PlainValues.of(change)
            : Map.of());
  }

  /**
   * What does not fit between a chain that holds by itself and the aggregate that it is of.
   *
   * @param node the properties of the aggregate; empty when there is none
   */
  Optional<Broken> difference(AggregateRef aggregate, List<AuditEntry> entries, Row node) {
    if (node.values().isEmpty()) {
      return entries.isEmpty()
          ? Optional.empty()
          : Optional.of(new Broken(entries.size(), "the aggregate itself is gone"));
    }
    if (entries.isEmpty()) {
      return Optional.of(
          new Broken(1, "entry 1 is missing: the aggregate is there without a chain"));
    }
    KeptState kept = kept(node);
    if (!kept.head().equals(entries.get(entries.size() - 1).hash())) {
      return Optional.of(
          new Broken(entries.size() + 1L, "the aggregate points to an entry that is not the last"));
    }
    return of(aggregate, entries).difference(kept);
  }

  private static KeptState kept(Row node) {
    Map<String, Object> properties = new LinkedHashMap<>();
    node.values().forEach((name, value) -> properties.put(name, PlainValues.of(value)));
    properties.keySet().removeIf(name -> name.startsWith("_"));
    properties.remove("id");
    Object version = properties.remove("version");
    return new KeptState(
        version instanceof Long number ? number : 0,
        String.valueOf(node.values().get("_head")),
        properties);
  }
}
