package io.witan.deliberation.domain;

import static io.witan.deliberation.domain.Deliberations.MORNING;
import static io.witan.deliberation.domain.Deliberations.failed;
import static io.witan.deliberation.domain.Deliberations.ofAgents;
import static io.witan.deliberation.domain.Deliberations.said;
import static io.witan.deliberation.domain.Deliberations.value;
import static io.witan.deliberation.domain.Deliberations.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.domain.Progress.Partial;
import io.witan.deliberation.domain.Progress.Stage;
import io.witan.shared.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NarrationTest {
  private final Narration narration = Narration.fromTheBeginning();

  private static Deliberation talked(int agents) {
    Deliberation current = ofAgents(agents);
    while (!current.next().isEmpty()) {
      current = with(current, said(current.next().get(0), 0.75));
    }
    return current;
  }

  private static Deliberation won() {
    return value(talked(2).conclude(MORNING)).after();
  }

  @Nested
  class Who_watches_from_the_beginning {
    @Test
    void hears_of_it_then_each_turn_then_the_end() {
      List<Progress> told = new ArrayList<>(narration.see(ofAgents(2)));
      Deliberation current = ofAgents(2);
      while (!current.next().isEmpty()) {
        current = with(current, said(current.next().get(0), 0.75));
        told.addAll(narration.see(current));
      }
      told.addAll(narration.see(value(current.conclude(MORNING)).after()));

      assertThat(told)
          .extracting(Progress::stage)
          .containsExactly(
              Stage.GENERATING,
              Stage.GENERATING,
              Stage.GENERATING,
              Stage.REVIEWING,
              Stage.REVIEWING,
              Stage.REVIEWING,
              Stage.REVIEWING,
              Stage.SCORING,
              Stage.COMPLETE);
      assertThat(told)
          .extracting(Progress::percent)
          .containsExactly(0, 16, 33, 49, 66, 82, 99, 99, 100);
      assertThat(told).extracting(Progress::isLast).endsWith(false, true);
    }

    @Test
    void hears_nothing_twice() {
      Deliberation one = with(ofAgents(2), said(ofAgents(2).next().get(1), 0));
      narration.see(one);

      assertThat(narration.see(one)).isEmpty();
    }

    @Test
    void hears_what_was_recorded_before_at_once() {
      assertThat(narration.see(won())).hasSize(9);
    }

    @Test
    void hears_which_proposal_was_criticised_and_how_good_it_is() {
      Progress critique =
          narration.see(won()).stream()
              .filter(step -> step.step().contains("criticised"))
              .findFirst()
              .orElseThrow();

      assertThat(critique.step())
          .isEqualTo("agent-architect-001 criticised the proposal of agent-architect-002");
      assertThat(critique.agent()).hasToString("Optional[agent-architect-001]");
      assertThat(critique.partial().orElseThrow().author()).hasToString("agent-architect-002");
      assertThat(critique.partial().map(Partial::score)).contains(0.75);
    }

    @Test
    void hears_why_an_agent_has_said_nothing() {
      Deliberation one = with(ofAgents(1), failed(ofAgents(1).next().get(0)));

      assertThat(narration.see(one).get(1))
          .matches(step -> step.step().endsWith("gave no usable answer: no usable answer"))
          .matches(step -> step.partial().isEmpty());
    }

    @Test
    void hears_who_has_won() {
      List<Progress> told = narration.see(won());

      assertThat(told.get(8).partial().flatMap(Partial::rank)).contains(1);
      assertThat(told.get(8).step()).contains("wins");
    }

    @Test
    void hears_why_nobody_has() {
      List<Progress> told = narration.see(value(ofAgents(2).fail("away", MORNING)).after());

      assertThat(told.get(1))
          .matches(Progress::isLast)
          .matches(end -> end.stage() == Stage.FAILED && end.percent() == 0)
          .matches(end -> end.error().equals(Optional.of("away")));
    }
  }

  @Nested
  class Who_comes_back {
    private Narration after(Told seen) {
      return Narration.after(Told.parse("id", seen.text()));
    }

    @Test
    void hears_what_they_have_missed_and_nothing_else() {
      Deliberation two = ofAgents(2);
      Deliberation second = with(two, said(two.next().get(1), 0));
      Told seen = narration.see(second).get(1).told();
      Deliberation both = with(second, said(second.next().get(0), 0));

      assertThat(after(seen).see(both))
          .singleElement()
          .matches(step -> step.step().equals("agent-architect-001 wrote a proposal"))
          .matches(step -> step.percent() == 33);
    }

    @Test
    void is_as_far_as_before() {
      Deliberation all = talked(2);
      List<Progress> told = narration.see(all);
      Told seen = told.get(told.size() - 1).told();

      assertThat(after(seen).see(all)).isEmpty();
      assertThat(after(seen).see(value(all.fail("away", MORNING)).after()))
          .singleElement()
          .matches(end -> end.percent() == 99);
    }

    @Test
    void hears_the_end_again() {
      List<Progress> told = narration.see(won());

      assertThat(after(told.get(8).told()).see(won()))
          .extracting(Progress::stage)
          .containsExactly(Stage.SCORING, Stage.COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s-1/3", "-1", "FF", " 1"})
    void is_refused_with_an_id_of_another_stream(String id) {
      assertThatThrownBy(() -> Told.parse("Last-Event-ID", id))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("Last-Event-ID is \"" + id + "\"");
    }
  }
}
