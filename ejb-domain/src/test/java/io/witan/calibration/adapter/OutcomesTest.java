package io.witan.calibration.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.witan.calibration.application.KeepForecast;
import io.witan.calibration.application.SettleForecast;
import io.witan.calibration.application.SettlePlan;
import io.witan.calibration.domain.Acceptance;
import io.witan.calibration.domain.Decision;
import io.witan.calibration.domain.Forecast;
import io.witan.calibration.domain.Judge;
import io.witan.calibration.domain.Matter;
import io.witan.calibration.domain.Mode;
import io.witan.calibration.domain.Prediction;
import io.witan.calibration.domain.Proportion;
import io.witan.calibration.domain.Standing;
import io.witan.calibration.port.PlanOrigins;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.Ending;
import io.witan.deliberation.domain.JudgeCalibration;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.TurnSlot;
import io.witan.deliberation.domain.VerdictProposal;
import io.witan.messaging.EventRefusedException;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Role;
import io.witan.testing.Deliveries;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.Outcomes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomesTest {
  private static final DeliberationId ID = new DeliberationId("D-1");
  private static final Judge MODEL = Judge.model("model-x");

  private final Memory memory = new Memory();
  private final OnceInEffect once = new OnceInEffect(memory.transactions, memory.inbox);
  private final KeepForecast keep =
      new KeepForecast(
          memory.transactions,
          new ForecastsOfDeliberations(memory.deliberations),
          memory.forecasts);
  private final SettleForecast settle =
      new SettleForecast(
          memory.transactions,
          keep,
          memory.forecasts,
          memory.standings,
          Clock.fixed(Moments.NOON, ZoneOffset.UTC));
  private final OutcomesOfWork work = new OutcomesOfWork(once, settle);
  private final OutcomesOfPlans plans =
      new OutcomesOfPlans(once, new SettlePlan(new Origins(), settle));
  private int events;

  /** One plan and its tasks came out of councils of their own, a review asked two. */
  private static final class Origins implements PlanOrigins {
    @Override
    public Optional<DeliberationId> ofPlan(PlanId plan) {
      return Optional.of(ID);
    }

    @Override
    public List<DeliberationId> ofReview(CeremonyId ceremony, StoryId story) {
      return List.of(ID, new DeliberationId("D-2"));
    }

    @Override
    public Optional<DeliberationId> ofTasks(PlanId plan) {
      return Optional.of(new DeliberationId("D-2"));
    }
  }

  private void completed(DeliberationId id, Purpose purpose, int agents) {
    Deliberation running = Deliberations.started(id, Subject.task("T-7"), purpose, agents);
    while (!running.next().isEmpty()) {
      TurnSlot slot = running.next().get(0);
      running = Deliberations.with(running, Deliberations.said(slot, score(slot)));
    }
    memory.deliberations.given(Deliberations.value(running.conclude(Moments.MORNING)).after());
  }

  /** The last agent is liked best, by the one before it. */
  private static double score(TurnSlot slot) {
    return slot.about().filter(author -> author.value().endsWith("3")).isPresent() ? 0.75 : 0.5;
  }

  private JetStreamMetadata delivery(String subject) {
    return Deliveries.of("e-" + ++events, subject);
  }

  private void heardOf(DeliberationId id) {
    new ForecastsFromDeliberations(once, keep)
        .receive("{\"deliberation_id\":\"%s\"}".formatted(id), delivery("deliberation.completed"));
  }

  private void step(String action) {
    step(action, "\"D-1\"");
  }

  private void step(String action, String councils) {
    work.receive(
        "{\"task_id\":\"T-7\",\"action\":\"%s\",\"deliberations\":[%s]}"
            .formatted(action, councils),
        delivery("workflow.state.changed"));
  }

  private void decided(String subject, String ceremony) {
    plans.receive(
        "{\"plan_id\":\"P-1\",\"story_id\":\"S-1\",\"ceremony_id\":%s}".formatted(ceremony),
        delivery(subject));
  }

  private Optional<Acceptance> outcome(String id) {
    return memory
        .forecasts
        .find(new DeliberationId(id))
        .flatMap(Forecast::settled)
        .map(Forecast.Settlement::acceptance);
  }

  @Nested
  class A_completed_deliberation {
    @Test
    void is_forecast_by_each_reviewer_of_the_winner_and_by_the_council() {
      completed(ID, Purpose.IMPLEMENT, 3);

      heardOf(ID);

      Forecast forecast = memory.forecasts.find(ID).orElseThrow();
      assertThat(forecast.predictions())
          .containsExactly(
              new Prediction(Judge.agent(new AgentId("agent-dev-002"), "model-x"), 0.75),
              new Prediction(MODEL, 0.75),
              new Prediction(Judge.council(Role.DEVELOPER), 0.75));
      assertThat(forecast.matter()).isEqualTo(new Matter("IMPLEMENT", Role.DEVELOPER));
      assertThat(forecast.mode()).isEqualTo(Mode.COUNCIL);
      assertThat(forecast.subject()).isEqualTo("T-7");
      assertThat(forecast.tokens()).isEqualTo(9 * 120);
      assertThat(forecast.at()).isEqualTo(Moments.MORNING);
      assertThat(forecast.settled()).isEmpty();
    }

    @Test
    void of_one_agent_is_judged_by_nobody() {
      completed(ID, Purpose.IMPLEMENT, 1);

      heardOf(ID);

      Forecast forecast = memory.forecasts.find(ID).orElseThrow();
      assertThat(forecast.mode()).isEqualTo(Mode.SINGLE);
      assertThat(forecast.predictions()).isEmpty();
    }

    @Test
    void about_readiness_is_not_decided_on_by_anybody() {
      completed(ID, Purpose.READINESS, 3);

      heardOf(ID);

      assertThat(memory.forecasts.find(ID)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void at_a_gate_is_tested_only_when_it_let_work_pass(boolean approved, boolean forecast) {
      completed(ID, Purpose.JUDGE_DESIGN, 3);
      Deliberation deliberation = memory.deliberations.find(ID).orElseThrow();
      Ranked winner = deliberation.winner().orElseThrow();
      Ranked verdict =
          new Ranked(
              1,
              winner.agent(),
              winner.turn(),
              winner.score(),
              true,
              "{}",
              new VerdictProposal("Verdict", approved, "It is as it should be", List.of()));
      memory.deliberations.given(
          new Deliberation(
              ID,
              deliberation.charter(),
              deliberation.turns(),
              Optional.of(
                  new Ending.Completed(List.of(verdict), Optional.empty(), Moments.MORNING)),
              deliberation.version()));

      heardOf(ID);

      assertThat(memory.forecasts.find(ID).isPresent()).isEqualTo(forecast);
    }

    @Test
    void that_nobody_knows_is_done_with() {
      heardOf(new DeliberationId("D-unknown"));

      assertThat(memory.forecasts.find(new DeliberationId("D-unknown"))).isEmpty();
    }
  }

  @Nested
  class Work_at_the_gates {
    @Test
    void is_accepted_when_it_has_passed_both_gates() {
      completed(ID, Purpose.IMPLEMENT, 3);
      heardOf(ID);

      step("approve_design");
      assertThat(outcome("D-1")).isEmpty();
      step("approve_tests");

      assertThat(outcome("D-1")).contains(Acceptance.ACCEPTED);
    }

    @Test
    void is_settled_even_before_the_end_of_its_deliberation_is_heard_of() {
      completed(ID, Purpose.IMPLEMENT, 3);

      step("reject_tests");
      heardOf(ID);

      assertThat(outcome("D-1")).contains(Acceptance.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({"reject_story", "retry"})
    void is_reverted_by_what_comes_later(String action) {
      completed(ID, Purpose.IMPLEMENT, 3);
      step("approve_tests");

      step(action, action.equals("retry") ? "" : "\"D-1\"");

      assertThat(outcome("D-1")).contains(Acceptance.REVERTED);
    }

    @Test
    void that_was_not_accepted_yet_has_no_outcome_when_it_begins_anew() {
      completed(ID, Purpose.IMPLEMENT, 3);
      heardOf(ID);

      step("retry", "");

      assertThat(outcome("D-1")).isEmpty();
    }

    @Test
    void stays_rejected_when_somebody_else_has_mended_it() {
      completed(ID, Purpose.IMPLEMENT, 3);
      step("reject_design");

      step("approve_tests");

      assertThat(outcome("D-1")).contains(Acceptance.REJECTED);
    }

    @Test
    void of_another_task_is_not_the_work_of_that_council() {
      completed(ID, Purpose.IMPLEMENT, 3);
      heardOf(ID);

      work.receive(
          "{\"task_id\":\"T-8\",\"action\":\"approve_tests\",\"deliberations\":[\"D-1\"]}",
          delivery("workflow.state.changed"));

      assertThat(outcome("D-1")).isEmpty();
    }

    @Test
    void of_people_concerns_no_council() {
      work.receive(
          "{\"task_id\":\"T-7\",\"action\":\"approve_tests\"}", delivery("workflow.state.changed"));

      assertThat(memory.forecasts.dominance()).isEmpty();
    }

    @Test
    void without_an_action_is_malformed() {
      assertThatThrownBy(
              () -> work.receive("{\"task_id\":\"T-7\"}", delivery("workflow.state.changed")))
          .isInstanceOf(EventRefusedException.class)
          .hasMessageContaining("action");
    }
  }

  @Nested
  class A_plan {
    @ParameterizedTest
    @CsvSource({"approved, ACCEPTED", "rejected, REJECTED"})
    void of_a_council_is_decided_on_by_a_person(String how, Acceptance acceptance) {
      completed(ID, Purpose.PLAN, 3);

      decided("planning.plan." + how, "null");

      assertThat(outcome("D-1")).contains(acceptance);
    }

    @Test
    void of_a_review_is_the_outcome_of_all_roles() {
      completed(ID, Purpose.REVIEW, 3);
      completed(new DeliberationId("D-2"), Purpose.REVIEW, 3);

      decided("planning.plan.approved", "\"BRC-1\"");

      assertThat(outcome("D-1")).contains(Acceptance.ACCEPTED);
      assertThat(outcome("D-2")).contains(Acceptance.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"planning.tasks.derived, ACCEPTED", "planning.task.derivation.failed, REJECTED"})
    void is_cut_into_tasks_or_cannot_be(String subject, Acceptance acceptance) {
      completed(new DeliberationId("D-2"), Purpose.DERIVE, 3);

      decided(subject, "null");

      assertThat(outcome("D-2")).contains(acceptance);
    }
  }

  @Nested
  class What_comes_of_it {
    private void outcomes(int accepted, int rejected) {
      for (int each = 0; each < accepted + rejected; each++) {
        DeliberationId id = new DeliberationId("D-%02d".formatted(each));
        completed(id, Purpose.IMPLEMENT, 3);
        step(each < accepted ? "approve_tests" : "reject_tests", "\"%s\"".formatted(id));
      }
    }

    private Map<AgentId, JudgeCalibration> calibrations(String model) {
      return new CalibratedTrackRecord(memory.standings, memory.forecasts)
          .calibrations(Purpose.IMPLEMENT, Agent.council(Role.DEVELOPER, 3, model));
    }

    @Test
    void is_a_standing_of_each_judge() {
      outcomes(2, 1);

      Standing standing = memory.standings.of("IMPLEMENT", List.of(MODEL)).get(0);
      assertThat(standing.accepted()).isEqualTo(new Proportion(2, 3));
      assertThat(standing.meanScore()).isEqualTo(0.75);
      assertThat(standing.brier().value()).isCloseTo((0.0625 * 2 + 0.5625) / 3, within(1e-9));
      assertThat(memory.standings.all(Optional.empty())).hasSize(3);
    }

    @Test
    void is_what_agents_are_worth_then_or_their_models() {
      outcomes(3, 17);

      Map<AgentId, JudgeCalibration> known = calibrations("model-x");
      JudgeCalibration spoke = known.get(new AgentId("agent-dev-002"));

      assertThat(spoke.intercept()).isNegative();
      assertThat(known.get(new AgentId("agent-dev-001"))).isEqualTo(spoke);
    }

    @Test
    void is_nothing_for_another_model_or_by_a_few_outcomes() {
      outcomes(4, 5);

      assertThat(calibrations("model-x")).isEmpty();
      outcomes(10, 10);
      assertThat(calibrations("model-y")).isEmpty();
    }
  }

  @Nested
  class The_mode_that_is_worth_its_tokens {
    private final CalibratedTrackRecord record =
        new CalibratedTrackRecord(memory.standings, memory.forecasts);

    private void tried(Mode mode, int accepted, int rejected) {
      for (int each = 0; each < accepted + rejected; each++) {
        Forecast forecast =
            new Forecast(
                new DeliberationId("D-%s-%d".formatted(mode, each)),
                new Matter("PLAN", Role.ARCHITECT),
                mode,
                "S-1",
                1000,
                Moments.MORNING,
                List.of(),
                Optional.empty());
        Decision decision = each < accepted ? Decision.PASSED : Decision.TURNED_DOWN;
        Outcomes.value(
            memory.transactions.run(
                Command.by(Actor.system()),
                () -> {
                  memory.forecasts.keep(forecast);
                  return settle.settle(
                      Command.by(Actor.system()), List.of(forecast.deliberation()), decision);
                }));
      }
    }

    @Test
    void is_not_known_at_first() {
      tried(Mode.COUNCIL, 30, 0);
      tried(Mode.VOTE, 0, 19);

      assertThat(record.favoured(Purpose.PLAN, Role.ARCHITECT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20, 0, 10, 10, COUNCIL", "11, 9, 10, 10, VOTE", "2, 18, 18, 2, VOTE"})
    void is_the_council_only_where_it_beats_the_vote(
        int accepted, int rejected, int votes, int lost, io.witan.deliberation.domain.Mode mode) {
      tried(Mode.COUNCIL, accepted, rejected);
      tried(Mode.VOTE, votes, lost);

      assertThat(record.favoured(Purpose.PLAN, Role.ARCHITECT)).contains(mode);
      assertThat(record.favoured(Purpose.PLAN, Role.QA)).isEmpty();
    }
  }
}
