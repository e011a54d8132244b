package io.witan.deliberation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.application.CollectAnswers;
import io.witan.deliberation.application.RecordAgentFailure;
import io.witan.deliberation.application.RecordAgentResponse;
import io.witan.deliberation.application.RecordTurnAnswer;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.CollectedTask;
import io.witan.deliberation.domain.CollectedTask.Aside;
import io.witan.deliberation.domain.CollectedTask.Heard;
import io.witan.deliberation.domain.CollectedTaskEvent.AgentHeard;
import io.witan.deliberation.domain.CollectedTaskId;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.OutsideTurn;
import io.witan.deliberation.domain.Questions;
import io.witan.deliberation.domain.TurnKey;
import io.witan.messaging.EventRefusedException;
import io.witan.messaging.OnceInEffect;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.testing.Deliveries;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.Outcomes;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliberationCollectorTest {
  private final Memory memory = new Memory();
  private final CollectAnswers collect =
      new CollectAnswers(memory.transactions, memory.collectedTasks, Moments.CLOCK);
  private final DeliberationCollector collector =
      new DeliberationCollector(
          new OnceInEffect(memory.transactions, memory.inbox),
          new RecordTurnAnswer(
              memory.transactions, memory.outsideTurns, memory.deliberations, Moments.CLOCK),
          new RecordAgentResponse(collect),
          new RecordAgentFailure(collect));

  private void completed(String event, String task, String more) {
    collector.completed(
        "{\"task_id\": \"%s\", \"agent_id\": \"agent-1\", \"proposal\": \"Do it\"%s}"
            .formatted(task, more),
        Deliveries.of(event, "agent.response.completed"));
  }

  private Optional<CollectedTask> kept(String task) {
    return memory.collectedTasks.find(new CollectedTaskId(task));
  }

  @Test
  void an_answer_to_a_task_that_nobody_asked_about_is_kept_once() {
    String more = ", \"role\": \"DEV\", \"duration_ms\": 1500, \"num_agents\": 2";

    completed("e-1", "T-9", more + ", \"timestamp\": \"2026-03-02T08:00:00.250Z\"");
    completed("e-1", "T-9", more);
    completed("e-2", "T-9", more);

    assertThat(kept("T-9").orElseThrow().heard())
        .containsExactly(
            Heard.answer(
                new AgentId("agent-1"),
                Optional.of(Role.DEVELOPER),
                "Do it",
                Duration.ofMillis(1500),
                Moments.MORNING));
  }

  @Test
  void what_an_agent_says_besides_is_told_on() {
    completed(
        "e-1",
        "T-9",
        ", \"story_id\": \"S-1\", \"output\": {\"duration_ms\": 40, \"checks_passed\": true}");
    collector.failed(
        "{\"task_id\": \"T-9\", \"agent_id\": \"agent-2\", \"error_type\": \"OutOfMemory\"}",
        Deliveries.of("e-2", "agent.response.failed"));

    assertThat(memory.transactions.events())
        .extracting(event -> ((AgentHeard) event).aside())
        .containsExactly(
            new Aside(Optional.of("S-1"), Optional.of(true), Optional.empty()),
            new Aside(Optional.empty(), Optional.empty(), Optional.of("OutOfMemory")));
    assertThat(kept("T-9").orElseThrow().heard().get(0).duration())
        .isEqualTo(Duration.ofMillis(40));
  }

  @Test
  void a_failure_is_kept_too() {
    collector.failed(
        "{\"task_id\": \"T-9\", \"agent_id\": \"agent-1\", \"num_agents\": 1}",
        Deliveries.of("e-1", "agent.response.failed"));

    assertThat(kept("T-9").orElseThrow().heard())
        .containsExactly(
            Heard.failure(new AgentId("agent-1"), Optional.empty(), "Unknown error", Moments.NOON));
  }

  @ParameterizedTest
  @ValueSource(strings = {"derive-PL-7", "ceremony-C-1:story-S-1:role-QA", "D-1:3"})
  void what_somebody_waits_for_is_left_to_them(String task) {
    Outcomes.value(
        memory.transactions.run(
            Command.by(Actor.system()),
            () ->
                Outcome.done(
                        OutsideTurn.ask(
                            new TurnKey(new DeliberationId("D-1"), 3),
                            Questions.QUESTION,
                            Moments.MORNING,
                            Moments.NOON))
                    .onDone(memory.outsideTurns::save)));

    completed("e-1", task, "");

    assertThat(kept(task)).isEmpty();
  }

  @Test
  void what_is_malformed_is_named() {
    assertThatThrownBy(() -> completed("e-1", "T-9", ", \"num_agents\": -1"))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining("num_agents");
    assertThatThrownBy(() -> completed("e-2", "T-9", ", \"role\": \"juggler\""))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining("juggler");
    assertThatThrownBy(() -> completed("e-3", "T-9", ", \"duration_ms\": -5"))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining("duration_ms");
    assertThat(kept("T-9")).isEmpty();
  }
}
