package io.witan.planning.domain;

import static io.witan.testing.ADecision.aDecision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.shared.InvalidValue;
import io.witan.testing.Moments;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {
  @Nested
  class Its_text {
    private DecisionText text(List<String> options, String chosen) {
      return new DecisionText("Title", options, chosen, "Because");
    }

    @Test
    void chooses_one_of_its_options() {
      assertThat(text(List.of(" A ", "B"), "A").options()).containsExactly("A", "B");
      assertThatThrownBy(() -> text(List.of("A", "B"), "C"))
          .isInstanceOf(InvalidValue.class)
          .hasMessage("chosen is \"C\": expected one of the options: A, B");
    }

    @Test
    void has_1_to_20_options_no_two_the_same() {
      assertThatThrownBy(() -> text(List.of(), "A")).hasMessageContaining("0 options");
      assertThatThrownBy(() -> text(Collections.nCopies(21, "A"), "A"))
          .hasMessageContaining("21 options");
      assertThatThrownBy(() -> text(List.of("A", "A"), "A")).hasMessageContaining("no two");
      assertThat(text(IntStream.range(0, 20).mapToObj(String::valueOf).toList(), "7").chosen())
          .isEqualTo("7");
    }

    @Test
    void says_why() {
      assertThatThrownBy(() -> new DecisionText("T", List.of("A"), "A", " "))
          .hasMessageContaining("rationale");
    }
  }

  @Test
  void its_digest_tells_contents_apart_and_not_rulings() {
    Decision decision = aDecision().called("DEC-1").build();

    assertThat(decision.digest()).matches("[0-9a-f]{64}");
    assertThat(aDecision().called("DEC-1").approved().build().digest())
        .isEqualTo(decision.digest());
    assertThat(aDecision().affecting(new TaskId("T-1")).build().digest())
        .isNotEqualTo(decision.digest());
    assertThat(aDecision().about(new PlanId("PL-1")).build().digest())
        .isNotEqualTo(decision.digest());
    assertThat(aDecision().insteadOf(new DecisionId("DEC-0")).build().digest())
        .isNotEqualTo(decision.digest());
    assertThat(aDecision().of(new StoryId("s-8")).build().digest()).isNotEqualTo(decision.digest());
  }

  @ParameterizedTest
  @EnumSource
  void gives_way_while_it_waits_or_holds(DecisionStatus status) {
    Decision decision = aDecision().ruled(status, "").build();

    assertThat(decision.supersede(new DecisionId("DEC-8"), Moments.NOON).isPresent())
        .isEqualTo(status == DecisionStatus.PROPOSED || status == DecisionStatus.APPROVED);
  }
}
