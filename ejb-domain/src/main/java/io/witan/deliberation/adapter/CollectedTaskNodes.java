package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.CollectedTask;
import io.witan.deliberation.domain.CollectedTask.End;
import io.witan.deliberation.domain.CollectedTask.Heard;
import io.witan.deliberation.domain.CollectedTaskEvent;
import io.witan.deliberation.domain.CollectedTaskId;
import io.witan.ledger.adapter.AggregateStore.Mapping;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.neo4j.Row;
import io.witan.shared.Role;
import io.witan.shared.Times;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Collected tasks as nodes, {@code collected-<task>}: their names are made up outside, and must not
 * be taken for those of tasks that are kept here. What belongs to one agent stands at the same
 * place of each list; nothing is an empty text there.
 */
final class CollectedTaskNodes implements Mapping<CollectedTask, CollectedTaskEvent> {
  static final String KIND = "CollectedTask";

  /** The status of one that was removed, beside those of the domain. */
  private static final String REMOVED = "REMOVED";

  static String id(CollectedTaskId id) {
    return "collected-" + id;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String id(CollectedTask task) {
    return id(task.id());
  }

  @Override
  public long version(CollectedTask task) {
    return task.version();
  }

  @Override
  public Map<String, Object> properties(CollectedTask task) {
    return Fields.of(
        "task_id", task.id().value(),
        "expected", task.expected(),
        "status", task.removed() ? REMOVED : task.status().name(),
        "created_at", task.startedAt(),
        "ended_at", task.ending().map(End::at),
        "error", task.ending().flatMap(End::failure),
        "agents", each(task, heard -> heard.agent().value()),
        "roles", each(task, heard -> heard.role().map(Role::wire).orElse("")),
        "answers", each(task, heard -> heard.answer().orElse("")),
        "errors", each(task, heard -> heard.error().orElse("")),
        "durations", each(task, heard -> heard.duration().toString()),
        "times", each(task, heard -> Times.text(heard.at())));
  }

  private static List<String> each(CollectedTask task, Function<Heard, String> property) {
    return task.heard().stream().map(property).toList();
  }

  @Override
  public CollectedTask from(Row node) {
    return new CollectedTask(
        new CollectedTaskId(node.text("task_id")),
        node.optionalNumber("expected").map(Math::toIntExact),
        heard(node),
        node.time("created_at"),
        ending(node),
        node.text("status").equals(REMOVED),
        node.number("version"));
  }

  private static Optional<End> ending(Row node) {
    return node.optionalText("ended_at")
        .map(at -> new End(node.optionalText("error"), node.time("ended_at")));
  }

  private static List<Heard> heard(Row node) {
    return IntStream.range(0, node.texts("agents").size())
        .mapToObj(place -> heard(node, place))
        .toList();
  }

  private static Heard heard(Row node, int place) {
    return new Heard(
        new AgentId(node.texts("agents").get(place)),
        said(node, "roles", place).map(role -> Role.parse("role", role)),
        said(node, "answers", place),
        said(node, "errors", place),
        Duration.parse(node.texts("durations").get(place)),
        Times.parse("times", node.texts("times").get(place)));
  }

  private static Optional<String> said(Row node, String list, int place) {
    return Optional.of(node.texts(list).get(place)).filter(text -> !text.isEmpty());
  }

  @Override
  public Telling tell(CollectedTask after, CollectedTaskEvent event) {
    return CollectedTaskWire.tell(after, event);
  }
}
