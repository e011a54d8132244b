package io.witan.deliberation.adapter;

import static io.witan.contract.Field.field;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.ledger.adapter.Fields;
import io.witan.ledger.domain.WireEvent;
import io.witan.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What agents from outside do, as the orchestrator tells it to whoever follows tasks. */
final class TaskWire {
  static final EventContract DISPATCHED =
      about("orchestration.task.dispatched", "An agent from outside was asked.")
          .with(field("event_type", Shape.exactly("task.dispatched")));

  static final EventContract COMPLETED =
      about("orchestration.task.completed", "An agent from outside has answered.")
          .with(
              field("duration_ms", Shape.whole(0).meaning("As the agent says; 0 when not.")),
              field(
                  "checks_passed",
                  Shape.flag().orNull().meaning("As the agent says; null when not.")));

  static final EventContract FAILED =
      about("orchestration.task.failed", "An agent from outside could not answer.")
          .with(field("error", Shape.text()), field("error_type", Shape.text()));

  /**
   * Whom it is about.
   *
   * @param role as far as it is known
   */
  record Who(String task, Optional<String> story, String agent, Optional<Role> role) {}

  private TaskWire() {}

  static WireEvent dispatched(Who who, Instant at) {
    Map<String, Object> payload = payload(who, at);
    payload.put("event_type", "task.dispatched");
    return DISPATCHED.event(payload);
  }

  static WireEvent completed(
      Who who, Duration duration, Optional<Boolean> checksPassed, Instant at) {
    Map<String, Object> payload = payload(who, at);
    payload.put("duration_ms", duration.toMillis());
    payload.put("checks_passed", checksPassed.orElse(null));
    return COMPLETED.event(payload);
  }

  static WireEvent failed(Who who, String error, String kindOfError, Instant at) {
    Map<String, Object> payload = payload(who, at);
    payload.put("error", error);
    payload.put("error_type", kindOfError);
    return FAILED.event(payload);
  }

  private static Map<String, Object> payload(Who who, Instant at) {
    return Fields.of(
        "task_id", who.task(),
        "story_id", who.story().orElse(null),
        "agent_id", who.agent(),
        "role", who.role().map(Role::wire).orElse(null),
        "timestamp", at);
  }

  private static EventContract about(String subject, String summary) {
    return EventContract.of(
        subject,
        summary,
        field("task_id", Shape.id().meaning("What the agent was asked, or says that it did.")),
        field("story_id", Shape.id().orNull()),
        field("agent_id", Shape.id()),
        field("role", Shape.oneOf(Role.values(), Role::wire).orNull()),
        field("timestamp", Shape.time()));
  }
}
