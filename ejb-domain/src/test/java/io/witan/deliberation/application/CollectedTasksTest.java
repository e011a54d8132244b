package io.witan.deliberation.application;

import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.application.CleanupDeliberations.Cleaned;
import io.witan.deliberation.application.CollectAnswers.Collected;
import io.witan.deliberation.application.RecordAgentFailure.Failure;
import io.witan.deliberation.application.RecordAgentResponse.Response;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.CollectedTask;
import io.witan.deliberation.domain.CollectedTask.Aside;
import io.witan.deliberation.domain.CollectedTask.Status;
import io.witan.deliberation.domain.CollectedTaskId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CollectedTasksTest {
  private static final CollectedTaskId TASK = new CollectedTaskId("T-9");
  private static final Command SYSTEM = Command.by(Actor.system());
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration KEEP = Duration.ofHours(1);

  private final Memory memory = new Memory();
  private final SettableClock clock = new SettableClock(Moments.NOON);
  private final CollectAnswers collect =
      new CollectAnswers(memory.transactions, memory.collectedTasks, clock);
  private final RecordAgentResponse responses = new RecordAgentResponse(collect);
  private final RecordAgentFailure failures = new RecordAgentFailure(collect);
  private final CleanupDeliberations cleanup =
      new CleanupDeliberations(memory.transactions, memory.collectedTasks, clock);
  private final GetCollectedTask get = new GetCollectedTask(memory.collectedTasks);

  private Outcome<Collected> answers(String agent, Integer expected) {
    return responses.record(
        SYSTEM,
        new Response(
            TASK,
            new AgentId(agent),
            Optional.empty(),
            "the answer of " + agent,
            Duration.ofMillis(20),
            clock.instant(),
            Optional.ofNullable(expected),
            Aside.nothing()));
  }

  private Outcome<Collected> fails(String agent, Integer expected) {
    return failures.record(
        SYSTEM,
        new Failure(
            TASK,
            new AgentId(agent),
            Optional.empty(),
            "no GPU",
            clock.instant(),
            Optional.ofNullable(expected),
            Aside.nothing()));
  }

  private CollectedTask task() {
    return value(get.get(TASK));
  }

  @Nested
  class A_task_that_nobody_knows {
    @Test
    void begins_with_the_first_answer() {
      assertThat(value(answers("agent-1", null)))
          .isEqualTo(new Collected(TASK, false, false, 1, Optional.empty()));

      assertThat(task().startedAt()).isEqualTo(Moments.NOON);
    }

    @Test
    void is_complete_when_as_many_have_spoken_as_were_announced_first() {
      value(answers("agent-1", 2));
      Collected last = value(answers("agent-2", 5));

      assertThat(last).isEqualTo(new Collected(TASK, true, false, 2, Optional.of(2)));
      assertThat(task().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void is_complete_with_one_answer_among_failures() {
      value(fails("agent-1", 2));

      assertThat(value(answers("agent-2", 2)))
          .isEqualTo(new Collected(TASK, true, false, 1, Optional.of(2)));
    }

    @Test
    void fails_when_nobody_has_an_answer() {
      value(fails("agent-1", 2));

      assertThat(value(fails("agent-2", null)))
          .isEqualTo(new Collected(TASK, true, true, 0, Optional.of(2)));
      assertThat(task().ending().orElseThrow().failure()).contains("All agents failed");
    }

    @Test
    void hears_each_agent_once() {
      value(answers("agent-1", 2));

      assertThat(refusal(fails("agent-1", 2)).message()).contains("spoken already");
      assertThat(task().heard()).hasSize(1);
    }

    @Test
    void hears_nobody_after_its_end() {
      value(answers("agent-1", 1));

      Refusal late = refusal(answers("agent-2", 1));
      assertThat(late.code()).isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
      assertThat(late.message()).contains("agent-2", "T-9", "it has ended");
    }

    @Test
    void has_one_agent_at_least() {
      assertThatThrownBy(() -> answers("agent-1", 0))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("num_agents");
    }
  }

  @Nested
  class Cleaning_up {
    @Test
    void gives_up_what_takes_too_long() {
      value(answers("agent-1", 2));

      clock.set(Moments.NOON.plus(PATIENCE).minusMillis(1));
      assertThat(cleanup.clean(PATIENCE, KEEP)).isEqualTo(new Cleaned(List.of(), List.of()));

      clock.set(Moments.NOON.plus(PATIENCE));
      assertThat(cleanup.clean(PATIENCE, KEEP)).isEqualTo(new Cleaned(List.of(TASK), List.of()));
      assertThat(task().ending().orElseThrow().failure()).contains("Timeout after 300s");
      assertThat(task().heard()).hasSize(1);
    }

    @Test
    void forgets_what_ended_some_time_ago() {
      value(answers("agent-1", 1));

      clock.set(Moments.NOON.plus(KEEP).minusMillis(1));
      assertThat(cleanup.clean(PATIENCE, KEEP)).isEqualTo(new Cleaned(List.of(), List.of()));

      clock.set(Moments.NOON.plus(KEEP));
      assertThat(cleanup.clean(PATIENCE, KEEP)).isEqualTo(new Cleaned(List.of(), List.of(TASK)));
      assertThat(refusal(get.get(TASK)).code()).isEqualTo(Refusal.Code.NOT_FOUND);
      assertThat(cleanup.clean(PATIENCE, KEEP)).isEqualTo(new Cleaned(List.of(), List.of()));
    }

    @Test
    void lets_a_name_be_used_again() {
      value(answers("agent-1", 1));
      clock.set(Moments.NOON.plus(KEEP));
      cleanup.clean(PATIENCE, KEEP);

      value(answers("agent-1", 2));

      assertThat(task().status()).isEqualTo(Status.IN_PROGRESS);
      assertThat(task().startedAt()).isEqualTo(Moments.NOON.plus(KEEP));
      assertThat(task().heard()).hasSize(1);
    }
  }
}
