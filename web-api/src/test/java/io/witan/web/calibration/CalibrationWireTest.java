package io.witan.web.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.calibration.application.GetCalibration;
import io.witan.calibration.application.GetCalibration.Wanted;
import io.witan.calibration.domain.Dominance;
import io.witan.calibration.domain.Judge;
import io.witan.calibration.domain.Matter;
import io.witan.calibration.domain.Mode;
import io.witan.calibration.domain.Proportion;
import io.witan.calibration.domain.Sample;
import io.witan.calibration.domain.Standing;
import io.witan.calibration.domain.Tally;
import io.witan.deliberation.domain.AgentId;
import io.witan.shared.InvalidValue;
import io.witan.shared.Role;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class CalibrationWireTest {
  private static final Wanted ALL =
      new Wanted(Optional.empty(), Optional.empty(), Optional.empty());

  private final Known known = new Known();
  private final GetCalibration calibration = new GetCalibration(known, known);

  private void judged(String purpose, Judge judge, int many) {
    for (int each = 0; each < many; each++) {
      known.samples.add(new Sample(each % 2 == 0 ? 0.9 : 0.35, each % 4 == 0));
    }
    known.standings.add(Standing.of(purpose, judge, known.samples));
  }

  private static Dominance matter() {
    return new Dominance(
        new Matter("PLAN", Role.ARCHITECT),
        Map.of(
            Mode.COUNCIL, new Tally(new Proportion(36, 40), 10_000),
            Mode.VOTE, new Tally(new Proportion(20, 40), 10_000)));
  }

  @Nested
  class Judges {
    @Test
    void are_shown_with_what_they_are_worth() {
      judged("PLAN", Judge.agent(new AgentId("agent-architect-001"), "some-model"), 20);
      Standing standing = known.standings.get(0);

      StandingWire shown = StandingWire.from(standing);

      assertThat(shown.name()).isEqualTo("agent-architect-001 with some-model");
      assertThat(shown.kind()).isEqualTo("agent");
      assertThat(shown.samples()).isEqualTo(20);
      assertThat(shown.acceptance().value()).isEqualTo(0.25);
      assertThat(shown.acceptance().low()).isLessThan(0.25);
      assertThat(shown.brier().value()).isEqualTo(standing.brier().value());
      assertThat(shown.logLoss().high()).isEqualTo(standing.logLoss().interval().high());
      assertThat(shown.intercept()).isEqualTo(standing.recalibration().intercept());
      assertThat(shown.slope()).isEqualTo(standing.recalibration().slope());
      assertThat(shown.weight()).isEqualTo(standing.skill().weight());
      assertThat(shown.known()).isTrue();
    }

    @Test
    void are_narrowed_by_purpose_kind_and_name() {
      judged("PLAN", Judge.model("one"), 4);
      judged("PLAN", Judge.council(Role.QA), 4);
      judged("REVIEW", Judge.model("two"), 4);

      assertThat(calibration.get(CalibrationResource.wanted("PLAN", null, null))).hasSize(2);
      assertThat(calibration.get(CalibrationResource.wanted(null, "model", null))).hasSize(2);
      assertThat(calibration.get(CalibrationResource.wanted("PLAN", "Model", "one"))).hasSize(1);
      assertThat(calibration.get(CalibrationResource.wanted("PLAN", "", "two"))).isEmpty();
    }

    @Test
    void of_an_unknown_purpose_are_refused_by_name() {
      assertThatThrownBy(() -> CalibrationResource.wanted("LUNCH", null, null))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("purpose")
          .hasMessageContaining("LUNCH")
          .hasMessageContaining("IMPLEMENT");
    }

    @Test
    void of_an_unknown_kind_are_refused_by_name() {
      assertThatThrownBy(() -> CalibrationResource.wanted(null, "person", null))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("kind")
          .hasMessageContaining("agent, model, council");
    }
  }

  @Test
  void dominance_is_shown_mode_by_mode() {
    DominanceWire shown = DominanceWire.from(matter());

    assertThat(shown.verdict()).isEqualTo("council_better");
    assertThat(shown.role()).isEqualTo("architect");
    assertThat(shown.modes())
        .extracting(DominanceWire.ModeWire::mode)
        .containsExactly("council", "vote", "single");
    assertThat(shown.modes().get(0).acceptedPerHundredThousandTokens()).isEqualTo(9);
    assertThat(shown.modes().get(2).outcomes()).isZero();
    assertThat(shown.councilOverVote().low()).isPositive();
  }

  @Nested
  class A_drawing {
    private Document read(String drawing) throws Exception {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(drawing)));
    }

    private int count(String drawing, String shape) throws Exception {
      return read(drawing).getElementsByTagName(shape).getLength();
    }

    @Test
    void has_a_panel_for_each_judge_with_a_dot_for_each_tenth() throws Exception {
      judged("PLAN", Judge.model("a <b> & \"c\""), 20);
      judged("REVIEW", Judge.model("two"), 4);

      String drawing = ReliabilityChart.of(calibration.charts(ALL));

      assertThat(count(drawing, "polyline")).isEqualTo(2);
      assertThat(count(drawing, "circle")).isEqualTo(4);
      assertThat(read(drawing).getDocumentElement().getTextContent()).contains("a <b> & \"c\"");
    }

    @Test
    void has_twelve_panels_at_most_those_with_most_samples() throws Exception {
      for (int each = 0; each < 20; each++) {
        judged("PLAN", Judge.model("m" + each), 1);
      }

      String drawing = ReliabilityChart.of(calibration.charts(ALL));

      assertThat(count(drawing, "polyline")).isEqualTo(12);
      assertThat(drawing).contains(">m19<").doesNotContain(">m7<");
    }

    @Test
    void of_nothing_says_so() {
      assertThat(ReliabilityChart.of(List.of())).contains("No prediction has met its outcome yet");
      assertThat(DominanceChart.of(List.of())).contains("No result was decided on yet");
    }

    @Test
    void of_dominance_has_a_dot_for_each_mode_that_was_tried() throws Exception {
      String drawing = DominanceChart.of(List.of(matter()));

      assertThat(count(drawing, "circle")).isEqualTo(2);
      assertThat(read(drawing).getDocumentElement().getTextContent())
          .contains("PLAN, architect", "council better", "36 of 40", "never tried");
    }
  }
}
