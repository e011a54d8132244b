package io.witan.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.planning.domain.Readiness.Verdict;
import io.witan.shared.InvalidValue;
import io.witan.testing.AStory;
import io.witan.testing.FakeReadinessCouncil;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadinessTest {
  private static int points(String criterion, StoryText text) {
    return Readiness.of(text).criteria().stream()
        .filter(verdict -> verdict.name().equals(criterion))
        .findFirst()
        .orElseThrow()
        .points();
  }

  private static StoryText brief(String brief) {
    return new StoryText("Title", brief, List.of());
  }

  private static StoryText criteria(String... criteria) {
    return new StoryText("Title", "Brief", List.of(criteria));
  }

  @Nested
  class Of_a_whole_text {
    @Test
    void is_100_when_every_criterion_is_met() {
      Readiness readiness = Readiness.of(AStory.READY);

      assertThat(readiness.score()).isEqualTo(100);
      assertThat(readiness.ready()).isTrue();
      assertThat(readiness.missing()).isEmpty();
    }

    @Test
    void is_0_when_none_is_and_says_what_each_misses() {
      Readiness readiness = Readiness.of(AStory.VAGUE);

      assertThat(readiness.score()).isZero();
      assertThat(readiness.ready()).isFalse();
      assertThat(readiness.missing())
          .containsExactly(
              "clear: the brief has 3 words, write at least 30",
              "acceptance criteria: 0 acceptance criteria, name at least 2",
              "dependencies: none are named; write 'Dependencies: none' if so",
              "estimate: no size is named; write for example 'Estimate: 8 hours'",
              "testable: no acceptance criterion says what can be observed");
    }

    @Test
    void shows_the_evidence_of_each_and_why_it_got_its_points() {
      assertThat(Readiness.of(AStory.READY).criteria())
          .extracting(Readiness.Verdict::evidence)
          .containsExactly(
              "the brief has 38 words",
              "2 acceptance criteria",
              "\"Dependencies\" is in the brief",
              "\"Estimate\" is in the brief",
              "\"It shows a receipt\"");
      assertThat(Readiness.of(AStory.READY).criteria())
          .extracting(Readiness.Verdict::reason)
          .containsExactly(
              "30 words or more say enough to start from",
              "at least 2 are named",
              "what it stands on is named",
              "a size is named",
              "it says what can be observed");
      assertThat(Readiness.of(AStory.VAGUE).criteria())
          .extracting(Readiness.Verdict::evidence)
          .containsExactly(
              "the brief has 3 words",
              "0 acceptance criteria",
              "no word of it in the brief",
              "no size in the brief",
              "none of 0 acceptance criteria");
    }

    @Test
    void quotes_a_long_criterion_in_part() {
      StoryText text = new StoryText("T", "B", List.of("It shows " + "x".repeat(200)));

      assertThat(Readiness.of(text).criteria().get(4).evidence()).hasSize(122).endsWith("x…\"");
    }

    @Test
    void judges_the_five_criteria_in_a_fixed_order_of_20_points_each() {
      assertThat(Readiness.of(AStory.VAGUE).criteria())
          .extracting(Readiness.Verdict::name)
          .containsExactly("CLEAR", "ACCEPTANCE_CRITERIA", "DEPENDENCIES", "ESTIMATE", "TESTABLE");
      assertThat(Readiness.of(AStory.VAGUE).criteria())
          .extracting(Readiness.Verdict::of)
          .containsOnly(20);
    }

    @Test
    void names_its_thresholds() {
      assertThat(Readiness.READY).isEqualTo(80);
      assertThat(Readiness.PARTIALLY_READY).isEqualTo(50);
    }

    @Test
    void is_the_same_every_time() {
      assertThat(Readiness.of(AStory.READY)).isEqualTo(Readiness.of(AStory.READY));
    }
  }

  @Nested
  class Found_by_a_council {
    private List<Verdict> all() {
      return FakeReadinessCouncil.verdict(3, "Estimate: 8 hours.").criteria();
    }

    @Test
    void comes_in_the_order_of_the_rules_and_says_what_is_missing() {
      Readiness found = Readiness.found(all());

      assertThat(found.criteria())
          .extracting(Verdict::name)
          .isEqualTo(Readiness.of(AStory.READY).criteria().stream().map(Verdict::name).toList());
      assertThat(found.score()).isEqualTo(78);
      assertThat(found.missing()).containsExactly("a size", "the other cannot be seen");
    }

    @Test
    void is_one_verdict_for_each_criterion() {
      assertThatThrownBy(() -> Readiness.found(all().subList(0, 4)))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("one verdict for each of [CLEAR, ACCEPTANCE_CRITERIA");
      assertThatThrownBy(() -> Verdict.found("CLEAR", 21, "so", "so"))
          .hasMessageContaining("0 to 20");
      assertThatThrownBy(() -> Verdict.found("CLEAR", -1, "so", "so"))
          .hasMessageContaining("0 to 20");
    }

    @Test
    void quotes_the_story_or_is_told_what_it_made_up() {
      assertThat(Readiness.found(all()).unquoted(AStory.READY)).isEmpty();
      assertThat(Readiness.found(all()).unquoted(AStory.VAGUE).map(Verdict::name))
          .contains("CLEAR");
    }

    @Test
    void cuts_long_evidence_where_it_is_told() {
      assertThat(Verdict.found("CLEAR", 1, "x".repeat(120), "so").shortEvidence()).hasSize(120);
      assertThat(Verdict.found("CLEAR", 1, "x".repeat(121), "so").shortEvidence())
          .hasSize(120)
          .endsWith("x…");
    }
  }

  @Nested
  class Clear {
    @ParameterizedTest
    @CsvSource({"1, 0", "9, 0", "10, 10", "29, 10", "30, 20", "5000, 20"})
    void counts_the_words_of_the_brief(int words, int points) {
      assertThat(points("CLEAR", brief("word ".repeat(words)))).isEqualTo(points);
    }
  }

  @Nested
  class Acceptance_criteria {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 10", "2, 20", "7, 20"})
    void are_counted(int count, int points) {
      StoryText text = new StoryText("T", "B", java.util.Collections.nCopies(count, "It works"));

      assertThat(points("ACCEPTANCE_CRITERIA", text)).isEqualTo(points);
    }
  }

  @Nested
  class Dependencies {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "Dependencies: none",
          "a dependency on billing",
          "It DEPENDS ON the ledger",
          "blocked by s-4",
          "requires a key",
          "stands on the login"
        })
    void are_named(String brief) {
      assertThat(points("DEPENDENCIES", brief(brief))).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"independencies", "it stands", "required", "blocked"})
    void are_not_found_inside_of_other_words(String brief) {
      assertThat(points("DEPENDENCIES", brief(brief))).isZero();
    }

    @Test
    void count_in_the_brief_only() {
      assertThat(points("DEPENDENCIES", criteria("Dependencies: none"))).isZero();
    }
  }

  @Nested
  class Estimate {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "Estimate: small",
          "estimated",
          "3 story points",
          "8 hours",
          "1 day",
          "5points",
          "Size: XL"
        })
    void is_named(String brief) {
      assertThat(points("ESTIMATE", brief(brief))).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"size matters", "underestimated", "hours", "size: huge"})
    void is_not_guessed(String brief) {
      assertThat(points("ESTIMATE", brief(brief))).isZero();
    }
  }

  @Nested
  class Testable {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "Given a basket, when paid, then a receipt",
          "It shows a receipt",
          "Answers within a second",
          "at most once",
          "status PAID",
          "3 retries",
          "It MUST be logged"
        })
    void is_one_criterion_that_can_be_observed(String criterion) {
      assertThat(points("TESTABLE", criteria("Nice", criterion))).isEqualTo(20);
    }

    @Test
    void is_nothing_that_only_sounds_good() {
      assertThat(points("TESTABLE", criteria("Users are happy", "Looks good"))).isZero();
    }
  }
}
