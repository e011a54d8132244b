package io.witan.deliberation.adapter;

import static io.witan.contract.Field.field;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.deliberation.domain.CollectedTask;
import io.witan.deliberation.domain.CollectedTask.Aside;
import io.witan.deliberation.domain.CollectedTask.End;
import io.witan.deliberation.domain.CollectedTask.Heard;
import io.witan.deliberation.domain.CollectedTaskEvent;
import io.witan.deliberation.domain.CollectedTaskEvent.AgentHeard;
import io.witan.deliberation.domain.CollectedTaskEvent.CollectedTaskRemoved;
import io.witan.deliberation.domain.CollectedTaskEvent.CollectedTaskTimedOut;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.Fields;
import io.witan.ledger.domain.WireEvent;
import io.witan.shared.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Collected tasks on the wire. How one ended goes under the name that followers of the orchestrator
 * know alone: {@code deliberation.completed} is of Witan's own deliberations.
 */
final class CollectedTaskWire {
  static final EventContract REMOVED =
      EventContract.of(
          "orchestration.deliberation.removed",
          "What agents from outside answered to a task that ended some time ago is no longer kept.",
          field("task_id", Shape.id()),
          field("timestamp", Shape.time()));

  private CollectedTaskWire() {}

  static Telling tell(CollectedTask after, CollectedTaskEvent event) {
    if (event instanceof AgentHeard heard) {
      return heard(after, heard);
    }
    if (event instanceof CollectedTaskTimedOut) {
      return new Telling(
          "collected_task.timed_out",
          Map.of(),
          List.of(ended(after, after.ending().orElseThrow())));
    }
    CollectedTaskRemoved removed = (CollectedTaskRemoved) event;
    return new Telling(
        "collected_task.removed",
        Map.of(),
        List.of(
            REMOVED.event(Fields.of("task_id", after.id().value(), "timestamp", removed.at()))));
  }

  private static Telling heard(CollectedTask after, AgentHeard heard) {
    List<WireEvent> messages = new ArrayList<>();
    messages.add(spoken(after, heard.said(), heard.aside()));
    heard.ending().ifPresent(end -> messages.add(ended(after, end)));
    return new Telling("collected_task.agent_heard", Map.of(), messages);
  }

  private static WireEvent spoken(CollectedTask after, Heard said, Aside aside) {
    TaskWire.Who who =
        new TaskWire.Who(after.id().value(), aside.story(), said.agent().value(), said.role());
    return said.error()
        .map(error -> TaskWire.failed(who, error, aside.kindOfError().orElse("UNKNOWN"), said.at()))
        .orElseGet(() -> TaskWire.completed(who, said.duration(), aside.checksPassed(), said.at()));
  }

  private static WireEvent ended(CollectedTask after, End end) {
    EventContract contract =
        end.failure().isPresent() ? DeliberationContracts.FAILED : DeliberationContracts.COMPLETED;
    Map<String, Object> payload =
        Fields.of(
            "event_type", contract.subject(),
            "task_id", after.id().value(),
            "story_id", null,
            "status", after.status().name().toLowerCase(Locale.ROOT),
            "error", end.failure(),
            "total_agents", after.expected().orElse(after.heard().size()),
            "successful_responses", (int) after.answers().count(),
            "failed_responses", (int) after.failures().count(),
            "failed_agents", after.failures().map(CollectedTaskWire::failure).toList(),
            "duration_ms", Duration.between(after.startedAt(), end.at()).toMillis(),
            "completed_at", end.at(),
            "timestamp", end.at().toEpochMilli() / 1000.0);
    if (end.failure().isEmpty()) {
      payload.put("results", after.answers().map(CollectedTaskWire::result).toList());
    }
    return contract.named("orchestration." + contract.subject()).event(payload);
  }

  private static Map<String, Object> failure(Heard said) {
    return Fields.of("agent_id", said.agent().value(), "error", said.error());
  }

  private static Map<String, Object> result(Heard said) {
    String answer = said.answer().orElseThrow();
    boolean isLong = answer.length() > DeliberationWire.LONGEST_CONTENT;
    return Fields.of(
        "agent_id",
        said.agent().value(),
        "role",
        said.role().map(Role::wire),
        "proposal",
        Map.of("content", isLong ? "" : answer, "content_omitted", isLong),
        "duration_ms",
        said.duration().toMillis(),
        "timestamp",
        said.at());
  }
}
