package io.witan.web.planning;

import static io.witan.testing.AStory.aStory;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.application.GetReadiness;
import io.witan.planning.domain.Readiness;
import io.witan.planning.domain.ReadinessJudge;
import io.witan.planning.domain.ReadinessJudgement;
import io.witan.planning.domain.Story;
import io.witan.testing.FakeReadinessCouncil;
import io.witan.testing.Moments;
import io.witan.testing.People;
import io.witan.web.planning.ReadinessWire.JudgementWire;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReadinessWireTest {
  private static final Story STORY = aStory().called("s-7").build();
  private static final ReadinessJudgement REQUESTED =
      ReadinessJudgement.request(STORY, "D-1", People.PAULA.id(), Moments.NOON).after();
  private static final ReadinessJudgement JUDGED =
      REQUESTED.judged(STORY, FakeReadinessCouncil.verdict(0, ""), Moments.NOON).after();

  private static ReadinessWire told(
      Story story, ReadinessJudge judge, Optional<ReadinessJudgement> judgement) {
    return ReadinessWire.from(
        new GetReadiness.Found(
            story, Readiness.of(story.text()), judgement, judge.at(story, judgement)));
  }

  private static JudgementWire told(Story story, ReadinessJudgement judgement) {
    return told(story, ReadinessJudge.RULES, Optional.of(judgement)).judgement().orElseThrow();
  }

  @Test
  void the_score_is_that_of_the_rules_whoever_judges() {
    ReadinessWire wire = told(STORY, ReadinessJudge.COUNCIL, Optional.of(JUDGED));

    assertThat(wire.score()).isEqualTo(100);
    assertThat(wire.ready()).isTrue();
    assertThat(wire.criteria()).hasSize(5);
    assertThat(wire.gate().judge()).isEqualTo("council");
    assertThat(wire.gate().score()).contains(75);
    assertThat(wire.gate().open()).isFalse();
    assertThat(wire.gate().reason().orElseThrow()).contains("score of 75, below 80");
  }

  @Test
  void without_a_council_there_is_no_judgement() {
    ReadinessWire wire = told(STORY, ReadinessJudge.RULES, Optional.empty());

    assertThat(wire.judgement()).isEmpty();
    assertThat(wire.gate())
        .isEqualTo(new ReadinessWire.GateWire("rules", Optional.of(100), true, Optional.empty()));
  }

  @Nested
  class A_judgement {
    @Test
    void that_is_requested_one_waits_for() {
      JudgementWire wire = told(STORY, REQUESTED);

      assertThat(wire.status()).isEqualTo("REQUESTED");
      assertThat(wire.score()).isEmpty();
      assertThat(wire.criteria()).isEmpty();
      assertThat(wire.reason()).isEmpty();
      assertThat(wire.whatToDo()).contains("GET /api/v1/deliberations/D-1");
    }

    @Test
    void shows_every_criterion_and_whether_it_is_ready() {
      JudgementWire wire = told(STORY, JUDGED);

      assertThat(wire.score()).contains(75);
      assertThat(wire.ready()).contains(false);
      assertThat(wire.criteria().orElseThrow())
          .hasSize(5)
          .anySatisfy(
              one -> {
                assertThat(one.name()).isEqualTo("TESTABLE");
                assertThat(one.evidence()).isEqualTo("It shows a receipt");
                assertThat(one.missing()).contains("the other cannot be seen");
              });
      assertThat(wire.outOfDate()).isFalse();
      assertThat(wire.whatToDo()).startsWith("Nothing");
    }

    @Test
    void of_another_text_is_out_of_date() {
      JudgementWire wire = told(aStory().called("s-7").titled("Pay by bank").build(), JUDGED);

      assertThat(wire.outOfDate()).isTrue();
      assertThat(wire.whatToDo()).contains("POST /api/v1/stories/s-7/readiness/judgement");
    }

    @Test
    void that_failed_says_why_and_what_to_do() {
      JudgementWire wire = told(STORY, REQUESTED.failed("nobody came", Moments.NOON).after());

      assertThat(wire.reason()).contains("nobody came");
      assertThat(wire.whatToDo())
          .contains("deliberation D-1", "POST /api/v1/stories/s-7/readiness/judgement");
    }
  }
}
