package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Bulletin;
import io.witan.deliberation.domain.Report;
import io.witan.deliberation.port.Bulletins;
import io.witan.ledger.adapter.AggregateStore;
import io.witan.ledger.adapter.AggregateStore.Mapping;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.ledger.adapter.Journal;
import io.witan.neo4j.Graph;
import io.witan.neo4j.Row;
import io.witan.shared.Change;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Bulletins in Neo4j, one node for each story. */
@Dependent
public class Neo4jBulletins implements Bulletins {
  private final AggregateStore<Bulletin, Report> store;

  @Inject
  public Neo4jBulletins(Graph graph, Journal journal) {
    this.store = new AggregateStore<>(graph, journal, new Nodes());
  }

  @Override
  public Optional<Bulletin> find(String storyId) {
    return store.find(Bulletin.idOf(storyId));
  }

  @Override
  public Optional<Bulletin> lock(String storyId) {
    return store.lock(Bulletin.idOf(storyId));
  }

  @Override
  public void save(Change<Bulletin, Report> change) {
    store.save(change);
  }

  private static final class Nodes implements Mapping<Bulletin, Report> {
    @Override
    public String kind() {
      return "Bulletin";
    }

    @Override
    public String id(Bulletin bulletin) {
      return bulletin.id();
    }

    @Override
    public long version(Bulletin bulletin) {
      return bulletin.version();
    }

    @Override
    public Map<String, Object> properties(Bulletin bulletin) {
      return Fields.of(
          "story_id", bulletin.storyId(),
          "created_at", bulletin.firstAt(),
          "updated_at", bulletin.lastAt());
    }

    @Override
    public Bulletin from(Row node) {
      return new Bulletin(
          node.text("story_id"),
          node.time("created_at"),
          node.time("updated_at"),
          node.number("version"));
    }

    @Override
    public Telling tell(Bulletin after, Report report) {
      return ReportWire.tell(report);
    }
  }
}
