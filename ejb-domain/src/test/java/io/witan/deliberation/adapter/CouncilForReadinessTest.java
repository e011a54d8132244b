package io.witan.deliberation.adapter;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.context.port.ContextQuery;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.ReadinessProposal;
import io.witan.deliberation.domain.Subject;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.Readiness;
import io.witan.planning.domain.Story;
import io.witan.shared.Command;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.AStory;
import io.witan.testing.FakeReadinessCouncil;
import io.witan.testing.People;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CouncilForReadinessTest {
  private static final Command PO = Command.by(People.PAULA);
  private static final Story STORY = aStory().called("s-7").build();
  private static final JudgementId ID = JudgementId.of(STORY.id());

  private final CouncilRoom room = new CouncilRoom();
  private final CouncilForReadiness council = new CouncilForReadiness(room.start(), room.get());

  private String convened() {
    return value(council.convene(PO, ID, STORY));
  }

  @Nested
  class Convened {
    @Test
    void is_a_deliberation_whose_task_says_that_it_judges_readiness() {
      Deliberation started = room.kept(convened());

      assertThat(started.charter().subject()).isEqualTo(Subject.task("readiness-s-7"));
      assertThat(started.charter().purpose()).isEqualTo(Purpose.READINESS);
      assertThat(started.charter().agents()).isEqualTo(value(CouncilRoom.COUNCILS.of(Role.QA)));
    }

    @Test
    void is_given_the_story_and_what_is_known_about_it() {
      Deliberation started = room.kept(convened());

      assertThat(started.charter().assignment().title()).isEqualTo(AStory.READY.title());
      assertThat(started.charter().assignment().text()).isEqualTo(AStory.READY.brief());
      assertThat(started.charter().assignment().acceptanceCriteria())
          .isEqualTo(AStory.READY.acceptanceCriteria());
      assertThat(started.charter().assignment().storyId()).contains("s-7");
      assertThat(room.asked())
          .containsExactly(
              new ContextQuery(
                  ContextQuery.Kind.STORY, "s-7", Role.QA, 6_000, ContextQuery.Scope.SURROUNDINGS));
    }

    @Test
    void again_is_the_same_while_it_is_open() {
      assertThat(convened()).isEqualTo(convened());
    }

    @Test
    void is_for_product_owners() {
      assertThat(refusal(council.convene(Command.by(People.DEV), ID, STORY)).code())
          .isEqualTo(Refusal.Code.FORBIDDEN);
    }
  }

  @Nested
  class Its_verdict {
    @Test
    void is_what_the_winner_finds_criterion_by_criterion() {
      Readiness found = FakeReadinessCouncil.verdict(0, "");
      ReadinessProposal proposal =
          new ReadinessProposal(
              "Pay",
              found.criteria().stream()
                  .map(
                      one ->
                          new ReadinessProposal.Finding(
                              one.name(), one.points(), one.evidence(), one.reason()))
                  .toList());

      assertThat(value(council.verdict(room.won(convened(), proposal)))).isEqualTo(found);
    }

    @Test
    void is_about_what_the_rules_are_about() {
      assertThat(Readiness.of(AStory.VAGUE).criteria())
          .extracting(Readiness.Verdict::name)
          .isEqualTo(ReadinessProposal.CRITERIA);
      assertThat(Readiness.of(AStory.VAGUE).criteria())
          .extracting(Readiness.Verdict::of)
          .containsOnly(ReadinessProposal.MOST_POINTS);
    }

    @Test
    void is_refused_when_the_winner_says_something_else_or_there_is_none() {
      String other = room.won(convened(), Deliberations.plan("Plan"));

      assertThat(refusal(council.verdict(other)).message()).contains("no verdict on readiness");
      assertThat(refusal(council.verdict("D-0")).code()).isEqualTo(Refusal.Code.NOT_FOUND);
    }
  }
}
