package io.witan.planning.adapter;

import static io.witan.contract.Field.field;
import static io.witan.contract.Field.optional;

import io.witan.contract.EventContract;
import io.witan.contract.Field;
import io.witan.contract.Shape;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.shared.ActorId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deletion of a thing on the wire: the same for every kind. */
final class ArchivedWire {
  static final EventContract PROJECT = contract("project", field("project_id", Shape.id()));

  static final EventContract EPIC =
      contract("epic", field("epic_id", Shape.id()), field("project_id", Shape.id()));

  static final EventContract STORY =
      contract("story", field("story_id", Shape.id()), field("epic_id", Shape.id()));

  static final EventContract TASK =
      contract("task", field("task_id", Shape.id()), field("story_id", Shape.id()));

  private ArchivedWire() {}

  private static EventContract contract(String kind, Field... ids) {
    return EventContract.of(
            "planning.%s.archived".formatted(kind),
            "The deletion of this kind of thing (%s): hidden and closed from then on."
                .formatted(kind),
            field("event_type", Shape.exactly(kind + ".archived")))
        .with(ids)
        .with(
            field("archived_by", Shape.id()),
            optional("archived_with", Shape.text().meaning("The deleted thing that it was in.")),
            field("archived_at", Shape.time()),
            field("timestamp", Shape.time()));
  }

  /**
   * How a deletion is told.
   *
   * @param ids the id of the thing and of what it belongs to
   */
  static Telling tell(
      EventContract contract,
      Map<String, Object> ids,
      ActorId by,
      Optional<String> with,
      Instant at) {
    String type = contract.subject().substring("planning.".length());
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("event_type", type);
    payload.putAll(ids);
    payload.putAll(
        Fields.of(
            "archived_by", by.value(), "archived_with", with, "archived_at", at, "timestamp", at));
    return new Telling(type, Fields.of("archived_with", with), List.of(contract.event(payload)));
  }
}
