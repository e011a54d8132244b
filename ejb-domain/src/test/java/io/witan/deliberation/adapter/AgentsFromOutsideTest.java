package io.witan.deliberation.adapter;

import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.application.AskOutside;
import io.witan.deliberation.application.RecordTurnAnswer;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.OutsideTurn;
import io.witan.deliberation.domain.OutsideTurn.Answered;
import io.witan.deliberation.domain.OutsideTurn.Failed;
import io.witan.deliberation.domain.OutsideTurn.Waiting;
import io.witan.deliberation.domain.OutsideTurnId;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.TurnKey;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.port.Attempt;
import io.witan.deliberation.port.Prompt;
import io.witan.deliberation.port.TurnFacts;
import io.witan.deliberation.port.TurnFailure.TurnRejected;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.messaging.EventRefusedException;
import io.witan.messaging.OnceInEffect;
import io.witan.shared.Role;
import io.witan.testing.Deliveries;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AgentsFromOutsideTest {
  private static final Subject STORY = Subject.story("S-1");
  private static final DeliberationId ID = new DeliberationId("D-1");
  private static final OutsideTurnId TURN = new OutsideTurnId("D-1:1");
  private static final String AGENT = "agent-architect-001";

  private final Memory memory = new Memory();
  private final AskOutside ask =
      new AskOutside(memory.transactions, memory.outsideTurns, Moments.CLOCK);
  private final RecordTurnAnswer record =
      new RecordTurnAnswer(
          memory.transactions, memory.outsideTurns, memory.deliberations, Moments.CLOCK);
  private final AnswersOfAgents answers =
      new AnswersOfAgents(new OnceInEffect(memory.transactions, memory.inbox), record);
  private final ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor();
  private final OutsideTurnRunner runner = process();

  @BeforeEach
  void a_deliberation() {
    memory.deliberations.given(Deliberations.started(ID, STORY, Purpose.PLAN, 3));
  }

  @AfterEach
  void stop_threads() {
    runner.end();
    threads.shutdownNow();
  }

  private OutsideTurnRunner process() {
    return new OutsideTurnRunner(ask, memory.outsideTurns, BackgroundThreads.of(threads));
  }

  private static TurnRequest request(Agent agent, int attempt) {
    return new TurnRequest(
        new TurnKey(ID, 1),
        new Attempt(attempt, 1, 0),
        agent,
        new Prompt("system", "user", 0.7, 500, "plan_proposal", "{}"),
        7,
        Moments.NOON.plus(Duration.ofMinutes(10)),
        new TurnFacts(
            Purpose.PLAN,
            TurnKind.PROPOSE,
            agent,
            0,
            3,
            STORY,
            new Assignment("Pay", "By card", List.of(), Optional.of("S-1")),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.empty());
  }

  private static Agent agent() {
    return Agent.council(Role.ARCHITECT, 1, "model-x").get(0);
  }

  private CompletableFuture<TurnResult> asked(int attempt) {
    return runner.run(request(agent(), attempt)).toCompletableFuture();
  }

  private void says(String event, String agent, String proposal) {
    answers.completed(
        """
        {"task_id": "D-1:1", "agent_id": "%s", "model": "m-1", "proposal": %s, "num_agents": 3,
         "prompt_tokens": 10, "completion_tokens": 20, "duration_ms": 1500}"""
            .formatted(agent, proposal),
        Deliveries.of(event, "agent.response.completed"));
  }

  private OutsideTurn kept() {
    return memory.outsideTurns.find(TURN).orElseThrow();
  }

  @Nested
  class A_turn {
    @Test
    void is_asked_for_once_and_waits() {
      assertThat(asked(1)).isNotDone();

      assertThat(kept().state()).isEqualTo(new Waiting());
      assertThat(kept().asked().times()).isEqualTo(1);
      assertThat(kept().asked().deadline()).isEqualTo("2026-03-02T12:10:00.500Z");
    }

    @Test
    void gets_what_the_agent_says_wherever_it_is_kept() throws Exception {
      CompletableFuture<TurnResult> answer = asked(1);

      says("e-1", AGENT, "{\"content\": \"a plan\"}");

      assertThat(answer.get(10, TimeUnit.SECONDS))
          .isEqualTo(new TurnResult("a plan", 10, 20, "m-1"));
    }

    @Test
    void that_was_answered_while_nobody_waited_is_not_asked_for_again() throws Exception {
      value(ask.ask(request(agent(), 1)));
      says("e-1", AGENT, "\"a plan\"");

      assertThat(asked(1).get(10, TimeUnit.SECONDS).text()).isEqualTo("a plan");
      assertThat(kept().asked().times()).isEqualTo(1);
    }

    @Test
    void that_is_resumed_waits_on() {
      value(ask.ask(request(agent(), 1)));

      assertThat(asked(1)).isNotDone();
      assertThat(kept().asked().times()).isEqualTo(1);
    }

    @Test
    void whose_answer_was_of_no_use_is_asked_for_again() throws Exception {
      value(ask.ask(request(agent(), 1)));
      says("e-1", AGENT, "\"well ...\"");

      CompletableFuture<TurnResult> second = asked(2);
      assertThat(second).isNotDone();
      says("e-2", AGENT, "\"a plan\"");

      assertThat(second.get(10, TimeUnit.SECONDS).text()).isEqualTo("a plan");
      assertThat(kept().asked().times()).isEqualTo(2);
    }

    @Test
    void fails_when_the_agent_says_so() {
      CompletableFuture<TurnResult> answer = asked(1);

      answers.failed(
          "{\"task_id\": \"D-1:1\", \"agent_id\": \"%s\", \"error\": \"no GPU\"}".formatted(AGENT),
          Deliveries.of("e-1", "agent.response.failed"));

      assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(TurnRejected.class)
          .hasMessageContaining("no GPU");
      assertThat(kept().state()).isEqualTo(new Failed("no GPU", Moments.NOON));
    }

    @Test
    void is_not_for_an_agent_that_could_not_answer() {
      Agent named = new Agent(new AgentId("ada"), Role.QA, "m-1");

      assertThat(runner.run(request(named, 1)).toCompletableFuture())
          .failsWithin(Duration.ofSeconds(1))
          .withThrowableThat()
          .havingCause()
          .withMessageContaining("does not begin with agent-");
      assertThat(memory.outsideTurns.find(TURN)).isEmpty();
    }
  }

  @Nested
  class An_answer {
    @BeforeEach
    void to_a_turn() {
      value(ask.ask(request(agent(), 1)));
    }

    @Test
    void counts_once() {
      says("e-1", AGENT, "\"first\"");
      says("e-1", AGENT, "\"first\"");
      says("e-2", AGENT, "\"second\"");

      assertThat(kept().state())
          .isInstanceOfSatisfying(
              Answered.class, answered -> assertThat(answered.reply().text()).isEqualTo("first"));
      assertThat(kept().version()).isEqualTo(2);
    }

    @Test
    void of_somebody_else_is_refused() {
      says("e-1", "agent-architect-002", "\"mine\"");

      assertThat(kept().state()).isEqualTo(new Waiting());
    }

    @Test
    void comes_too_late_when_the_deliberation_went_on() {
      Deliberation open = memory.deliberations.find(ID).orElseThrow();
      memory.deliberations.given(
          Deliberations.with(open, Deliberations.failed(open.next().get(0))));

      says("e-1", AGENT, "\"late\"");

      assertThat(kept().state()).isEqualTo(new Waiting());
    }

    @Test
    void in_the_name_of_a_person_is_malformed() {
      assertThatThrownBy(() -> says("e-1", "paula", "\"mine\""))
          .isInstanceOf(EventRefusedException.class)
          .hasMessageContaining("agent_id", "agent-");
    }

    @Test
    void that_says_nothing_is_malformed() {
      assertThatThrownBy(() -> says("e-1", AGENT, "\"\""))
          .isInstanceOf(EventRefusedException.class)
          .hasMessageContaining("proposal");
      assertThat(kept().state()).isEqualTo(new Waiting());
    }

    @Test
    void to_another_task_is_for_others() {
      answers.completed(
          "{\"task_id\": \"T-9\", \"agent_id\": \"agent-1\", \"proposal\": \"x\"}",
          Deliveries.of("e-1", "agent.response.completed"));

      assertThat(memory.transactions.events()).hasSize(1);
    }

    @Test
    void on_its_way_changes_nothing() {
      answers.progress(
          "{\"task_id\": \"D-1:1\", \"agent_id\": \"%s\", \"progress_pct\": 40}".formatted(AGENT),
          Deliveries.of("e-1", "agent.response.progress"));

      assertThat(kept().version()).isEqualTo(1);
    }
  }
}
