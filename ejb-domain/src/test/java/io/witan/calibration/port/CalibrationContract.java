package io.witan.calibration.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.calibration.domain.Decision;
import io.witan.calibration.domain.Dominance;
import io.witan.calibration.domain.Forecast;
import io.witan.calibration.domain.Judge;
import io.witan.calibration.domain.Matter;
import io.witan.calibration.domain.Mode;
import io.witan.calibration.domain.Prediction;
import io.witan.calibration.domain.Proportion;
import io.witan.calibration.domain.Sample;
import io.witan.calibration.domain.Standing;
import io.witan.calibration.domain.Tally;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.Moments;
import io.witan.testing.Outcomes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link Forecasts} and {@link Standings} promise, whatever keeps them. */
public abstract class CalibrationContract {
  private final String model = "model-" + UUID.randomUUID();
  private final Judge judge = Judge.model(model);
  private final Matter matter =
      new Matter("P-" + UUID.randomUUID().toString().substring(0, 8), Role.QA);
  private final String subject = "T-" + UUID.randomUUID();

  protected abstract Transactions transactions();

  protected abstract Forecasts forecasts();

  protected abstract Standings standings();

  private void within(Runnable work) {
    Outcomes.value(
        transactions()
            .run(
                Command.by(Actor.system()),
                () -> {
                  work.run();
                  return Outcome.done(true);
                }));
  }

  private Forecast forecast(Mode mode, double score) {
    return new Forecast(
        new DeliberationId("D-" + UUID.randomUUID()),
        matter,
        mode,
        subject,
        5000,
        Moments.MORNING,
        List.of(new Prediction(judge, score), new Prediction(Judge.council(Role.QA), 0.25)),
        Optional.empty());
  }

  private Forecast kept(Mode mode, double score) {
    Forecast forecast = forecast(mode, score);
    within(() -> forecasts().keep(forecast));
    return forecast;
  }

  private Forecast settled(Forecast forecast, Decision decision, Instant at) {
    within(
        () ->
            forecasts()
                .settle(
                    forecasts()
                        .lock(forecast.deliberation())
                        .flatMap(open -> open.after(decision, at))
                        .orElseThrow()));
    return forecasts().find(forecast.deliberation()).orElseThrow();
  }

  @Test
  void a_forecast_is_kept_as_it_is_and_only_once() {
    Forecast forecast = kept(Mode.COUNCIL, 0.75);
    Forecast other =
        new Forecast(
            forecast.deliberation(),
            matter,
            Mode.VOTE,
            subject,
            1,
            Moments.NOON,
            List.of(),
            Optional.empty());

    within(() -> forecasts().keep(other));

    assertThat(forecasts().find(forecast.deliberation())).contains(forecast);
    assertThat(forecasts().samples(matter.purpose(), judge, 10)).isEmpty();
  }

  @Test
  void one_that_nobody_kept_is_not_there() {
    within(() -> assertThat(forecasts().lock(new DeliberationId("D-none"))).isEmpty());

    assertThat(forecasts().find(new DeliberationId("D-none"))).isEmpty();
  }

  @Test
  void a_judge_without_a_word_is_no_reason_not_to_settle() {
    Forecast silent =
        new Forecast(
            new DeliberationId("D-" + UUID.randomUUID()),
            matter,
            Mode.SINGLE,
            subject,
            700,
            Moments.MORNING,
            List.of(),
            Optional.empty());
    within(() -> forecasts().keep(silent));

    assertThat(settled(silent, Decision.PASSED, Moments.NOON))
        .isEqualTo(silent.after(Decision.PASSED, Moments.NOON).orElseThrow());
  }

  @Test
  void samples_are_those_of_settled_ones_the_latest_first() {
    Forecast first = kept(Mode.COUNCIL, 0.75);
    Forecast second = kept(Mode.COUNCIL, 0.5);
    kept(Mode.COUNCIL, 0.3);
    settled(first, Decision.PASSED, Moments.MORNING);
    settled(second, Decision.TURNED_DOWN, Moments.NOON);

    assertThat(forecasts().samples(matter.purpose(), judge, 10))
        .containsExactly(new Sample(0.5, false), new Sample(0.75, true));
    assertThat(forecasts().samples(matter.purpose(), judge, 1))
        .containsExactly(new Sample(0.5, false));
    assertThat(forecasts().samples(matter.purpose(), Judge.council(Role.QA), 10)).hasSize(2);
    assertThat(forecasts().samples("ANOTHER", judge, 10)).isEmpty();
  }

  @Test
  void what_is_reverted_replaces_its_outcome_and_counts_once() {
    Forecast accepted = settled(kept(Mode.COUNCIL, 0.75), Decision.PASSED, Moments.MORNING);
    assertThat(forecasts().acceptedAbout(subject)).containsExactly(accepted.deliberation());

    Forecast reverted = settled(accepted, Decision.TURNED_DOWN, Moments.NOON);

    assertThat(reverted)
        .isEqualTo(accepted.after(Decision.TURNED_DOWN, Moments.NOON).orElseThrow());
    assertThat(forecasts().acceptedAbout(subject)).isEmpty();
    assertThat(forecasts().samples(matter.purpose(), judge, 10))
        .containsExactly(new Sample(0.75, false));
  }

  @Test
  void each_mode_is_counted_by_itself() {
    settled(kept(Mode.COUNCIL, 0.75), Decision.PASSED, Moments.MORNING);
    settled(kept(Mode.COUNCIL, 0.75), Decision.TURNED_DOWN, Moments.MORNING);
    settled(kept(Mode.VOTE, 0.75), Decision.PASSED, Moments.MORNING);
    kept(Mode.SINGLE, 0.75);
    Dominance expected =
        new Dominance(
            matter,
            Map.of(
                Mode.COUNCIL, new Tally(new Proportion(1, 2), 5000),
                Mode.VOTE, new Tally(new Proportion(1, 1), 5000)));

    assertThat(forecasts().dominance(matter)).isEqualTo(expected);
    assertThat(forecasts().dominance()).contains(expected);
    Matter other = new Matter(matter.purpose(), Role.DATA);
    assertThat(forecasts().dominance(other)).isEqualTo(new Dominance(other, Map.of()));
  }

  @Test
  void a_standing_replaces_the_one_before() {
    Standing before = Standing.of(matter.purpose(), judge, List.of(new Sample(0.5, true)));
    Standing after =
        Standing.of(
            matter.purpose(), judge, List.of(new Sample(0.5, true), new Sample(0.25, false)));
    saved(before);

    saved(after);

    assertThat(standings().of(matter.purpose(), List.of(judge, Judge.model("stranger"))))
        .containsExactly(after);
    assertThat(standings().all(Optional.of(matter.purpose()))).containsExactly(after);
    assertThat(standings().all(Optional.empty())).contains(after);
    assertThat(standings().of("ANOTHER", List.of(judge))).isEmpty();
  }

  private void saved(Standing standing) {
    within(
        () -> {
          standings().lock(matter.purpose(), List.of(judge));
          standings().save(standing);
        });
  }

  @Test
  void who_is_only_locked_has_no_standing() {
    within(() -> standings().lock(matter.purpose(), List.of(judge)));

    assertThat(standings().of(matter.purpose(), List.of(judge))).isEmpty();
    assertThat(standings().all(Optional.of(matter.purpose()))).isEmpty();
  }

  @Test
  void a_refusal_keeps_nothing() {
    Forecast forecast = forecast(Mode.COUNCIL, 0.75);

    Outcome<Object> refused =
        transactions()
            .run(
                Command.by(Actor.system()),
                () -> {
                  forecasts().keep(forecast);
                  return Refusal.notFound("story", "S-1").asOutcome();
                });

    assertThat(refused.isDone()).isFalse();
    assertThat(forecasts().find(forecast.deliberation())).isEmpty();
  }
}
