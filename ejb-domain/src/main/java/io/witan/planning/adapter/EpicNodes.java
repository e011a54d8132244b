package io.witan.planning.adapter;

import io.witan.ledger.adapter.AggregateStore.Mapping;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Row;
import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicEvent;
import io.witan.planning.domain.EpicEvent.EpicArchived;
import io.witan.planning.domain.EpicEvent.EpicCreated;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.EpicStatus;
import io.witan.planning.domain.ProjectId;
import java.util.List;
import java.util.Map;

/** Epics as nodes, and their events on the wire. */
final class EpicNodes implements Mapping<Epic, EpicEvent> {

  @Override
  public String kind() {
    return "Epic";
  }

  @Override
  public String id(Epic epic) {
    return epic.id().value();
  }

  @Override
  public long version(Epic epic) {
    return epic.version();
  }

  @Override
  public Map<String, Object> properties(Epic epic) {
    return Fields.of(
        "project_id", epic.project().value(),
        "title", epic.title(),
        "description", epic.description(),
        "status", epic.status().name(),
        "created_at", epic.createdAt(),
        "updated_at", epic.updatedAt(),
        "archived", epic.archived());
  }

  @Override
  public Epic from(Row node) {
    return new Epic(
        new EpicId(node.text("id")),
        new ProjectId(node.text("project_id")),
        node.text("title"),
        node.text("description"),
        EpicStatus.valueOf(node.text("status")),
        node.time("created_at"),
        node.time("updated_at"),
        node.flag("archived"),
        node.number("version"));
  }

  @Override
  public Telling tell(Epic after, EpicEvent event) {
    if (event instanceof EpicArchived archived) {
      return ArchivedWire.tell(
          ArchivedWire.EPIC,
          Fields.of("epic_id", archived.epic().value(), "project_id", archived.project().value()),
          archived.by(),
          archived.with(),
          archived.at());
    }
    return created((EpicCreated) event);
  }

  private static Telling created(EpicCreated created) {
    return new Telling(
        "epic.created",
        Map.of(),
        List.of(
            PlanningContracts.EPIC_CREATED.event(
                Fields.of(
                    "event_type", "epic.created",
                    "epic_id", created.epic().value(),
                    "project_id", created.project().value(),
                    "title", created.title(),
                    "description", created.description(),
                    "created_at", created.at()))));
  }
}
