package io.witan.calibration.domain;

import static io.witan.calibration.domain.Decision.PASSED;
import static io.witan.calibration.domain.Decision.TURNED_DOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.calibration.domain.Forecast.Settlement;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.shared.Role;
import io.witan.testing.Moments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {
  private static final Prediction SURE = new Prediction(Judge.model("some-model"), 0.9);

  private static Forecast of(List<Prediction> predictions) {
    return new Forecast(
        new DeliberationId("D-1"),
        new Matter("IMPLEMENT", Role.DEVELOPER),
        Mode.COUNCIL,
        "T-7",
        5000,
        Moments.MORNING,
        predictions,
        Optional.empty());
  }

  @Test
  void is_settled_once_and_may_be_reverted() {
    Forecast accepted = of(List.of(SURE)).after(PASSED, Moments.NOON).orElseThrow();

    assertThat(accepted.settled()).contains(new Settlement(Acceptance.ACCEPTED, Moments.NOON));
    assertThat(accepted.after(PASSED, Moments.NOON)).isEmpty();
    assertThat(accepted.after(TURNED_DOWN, Moments.NOON).orElseThrow().settled())
        .contains(new Settlement(Acceptance.REVERTED, Moments.NOON));
  }

  @Test
  void stays_rejected_whatever_is_accepted_afterwards() {
    Forecast rejected = of(List.of(SURE)).after(TURNED_DOWN, Moments.NOON).orElseThrow();

    assertThat(rejected.settled()).map(Settlement::acceptance).contains(Acceptance.REJECTED);
    assertThat(rejected.after(PASSED, Moments.NOON)).isEmpty();
    assertThat(rejected.after(TURNED_DOWN, Moments.NOON)).isEmpty();
  }

  @Test
  void stays_reverted() {
    Forecast reverted =
        of(List.of(SURE))
            .after(PASSED, Moments.NOON)
            .flatMap(accepted -> accepted.after(TURNED_DOWN, Moments.NOON))
            .orElseThrow();

    assertThat(reverted.after(PASSED, Moments.NOON)).isEmpty();
    assertThat(reverted.after(TURNED_DOWN, Moments.NOON)).isEmpty();
  }

  @Test
  void has_each_judge_once() {
    assertThatThrownBy(() -> of(List.of(SURE, SURE))).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "IMPLEMENT, REJECT_DESIGN, TURNED_DOWN",
    "IMPLEMENT, APPROVE_TESTS, PASSED",
    "IMPLEMENT, REJECT_TESTS, TURNED_DOWN",
    "IMPLEMENT, APPROVE_STORY,",
    "IMPLEMENT, REJECT_STORY, TURNED_DOWN",
    "JUDGE_DESIGN, REJECT_DESIGN,",
    "JUDGE_DESIGN, APPROVE_TESTS, PASSED",
    "JUDGE_DESIGN, REJECT_TESTS, TURNED_DOWN",
    "JUDGE_DESIGN, APPROVE_STORY,",
    "JUDGE_DESIGN, REJECT_STORY, TURNED_DOWN",
    "JUDGE_TESTS, REJECT_DESIGN,",
    "JUDGE_TESTS, APPROVE_TESTS,",
    "JUDGE_TESTS, REJECT_TESTS,",
    "JUDGE_TESTS, APPROVE_STORY, PASSED",
    "JUDGE_TESTS, REJECT_STORY, TURNED_DOWN",
    "PLAN, APPROVE_TESTS,",
    "PLAN, REJECT_STORY,"
  })
  void each_word_at_a_gate_decides_on_some_results(
      String purpose, WorkStep step, Decision decision) {
    assertThat(step.on(purpose)).isEqualTo(Optional.ofNullable(decision));
  }
}
