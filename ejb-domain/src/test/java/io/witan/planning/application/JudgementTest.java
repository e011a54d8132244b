package io.witan.planning.application;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.FakeReadinessCouncil.verdict;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.JudgementEvent.JudgementFailed;
import io.witan.planning.domain.JudgementEvent.ReadinessJudged;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.JudgementStatus;
import io.witan.planning.domain.Readiness;
import io.witan.planning.domain.ReadinessJudge;
import io.witan.planning.domain.ReadinessJudgement;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.StoryText;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.testing.AStory;
import io.witan.testing.FakeReadinessCouncil;
import io.witan.testing.Gates;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.People;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgementTest {
  private static final Command PO = Command.by(People.PAULA);
  private static final Command SYSTEM = Command.by(Actor.system());
  private static final StoryId STORY = new StoryId("s-7");
  private static final JudgementId ID = new JudgementId("readiness-s-7");
  private static final StoryText OTHER_TEXT =
      new StoryText("Pay by card", "As a customer I pay.", List.of("It shows a receipt"));

  private final Memory memory = new Memory();
  private final FakeReadinessCouncil council = new FakeReadinessCouncil();
  private final RequestJudgement requestJudgement =
      new RequestJudgement(
          memory.transactions, memory.stories, memory.judgements, council, Moments.CLOCK);
  private final JudgeReadiness judgeReadiness =
      new JudgeReadiness(
          memory.transactions, memory.stories, memory.judgements, council, Moments.CLOCK);
  private final FailJudgement failJudgement =
      new FailJudgement(memory.transactions, memory.judgements, Moments.CLOCK);

  @BeforeEach
  void a_story_that_is_ready_for_planning() {
    given(aStory());
  }

  private void given(AStory story) {
    memory.stories.given(story.called("s-7").readyForPlanning().build());
  }

  private ReadinessJudgement request() {
    return value(requestJudgement.request(PO, STORY));
  }

  private ReadinessJudgement judge(String deliberation) {
    return value(judgeReadiness.judge(SYSTEM, ID, deliberation));
  }

  private ReadinessJudgement fail(String deliberation) {
    return value(failJudgement.fail(SYSTEM, ID, deliberation, "nobody came"));
  }

  @Nested
  class A_request {
    @Test
    void convenes_a_council_under_a_name_that_says_what_for() {
      ReadinessJudgement requested = request();

      assertThat(council.convened).containsExactly(ID);
      assertThat(requested.status()).isEqualTo(JudgementStatus.REQUESTED);
      assertThat(requested.deliberation()).isEqualTo("d-1");
      assertThat(requested.contentDigest()).isEqualTo(AStory.READY.digest());
    }

    @Test
    void that_is_repeated_answers_the_same() {
      assertThat(request()).isEqualTo(request());
      assertThat(council.convened).hasSize(1);
    }

    @Test
    void after_a_verdict_or_a_failure_asks_again_and_what_was_said_counts_no_more() {
      request();
      assertThat(judge("d-1").verdict()).isPresent();

      assertThat(request().verdict()).isEmpty();
      assertThat(fail("d-2").status()).isEqualTo(JudgementStatus.FAILED);
      assertThat(request().deliberation()).isEqualTo("d-3");
    }

    @Test
    void is_the_only_thing_during_which_it_cannot_be_asked_for() {
      Outcome<?> again =
          request().again(aStory().called("s-7").build(), "d-9", People.PAULA.id(), Moments.NOON);

      assertThat(refusal(again).message())
          .isEqualTo(
              "a judgement of story s-7 cannot be asked for while REQUESTED; legal: JUDGED, FAILED");
    }

    @ParameterizedTest
    @EnumSource(StoryState.class)
    void is_for_stories_that_are_not_planned_yet(StoryState state) {
      memory.stories.given(aStory().called("s-7").in(state).build());

      Outcome<ReadinessJudgement> asked = requestJudgement.request(PO, STORY);

      boolean early =
          List.of(StoryState.DRAFT, StoryState.PO_REVIEW, StoryState.READY_FOR_PLANNING)
              .contains(state);
      assertThat(asked.isDone()).isEqualTo(early);
      if (!early) {
        assertThat(refusal(asked).message())
            .isEqualTo(
                "the readiness of story s-7 cannot be judged while %s; legal: DRAFT, PO_REVIEW, READY_FOR_PLANNING"
                    .formatted(state));
      }
    }

    @Test
    void is_refused_to_those_who_do_not_own_the_product_and_for_what_is_not_there() {
      assertThat(refusal(requestJudgement.request(Command.by(People.DEV), STORY)).code())
          .isEqualTo(Refusal.Code.FORBIDDEN);
      assertThat(refusal(requestJudgement.request(PO, new StoryId("s-0"))).code())
          .isEqualTo(Refusal.Code.NOT_FOUND);
      given(aStory().archived());
      assertThat(requestJudgement.request(PO, STORY).isDone()).isFalse();
      assertThat(council.convened).isEmpty();
    }

    @Test
    void of_a_version_that_is_gone_is_refused() {
      assertThat(refusal(requestJudgement.request(PO.expecting(9), STORY)).code())
          .isEqualTo(Refusal.Code.STALE_VERSION);
    }
  }

  @Nested
  class A_verdict {
    @BeforeEach
    void is_waited_for() {
      request();
    }

    @Test
    void is_kept_with_what_it_is_about_and_told() {
      ReadinessJudgement judged = judge("d-1");

      assertThat(judged.status()).isEqualTo(JudgementStatus.JUDGED);
      assertThat(judged.verdict().map(Readiness::score)).contains(95);
      assertThat(judged.verdictOn(AStory.READY)).isEqualTo(judged.verdict());
      assertThat(memory.transactions.events())
          .filteredOn(ReadinessJudged.class::isInstance)
          .containsExactly(
              new ReadinessJudged(
                  ID,
                  STORY,
                  "d-1",
                  AStory.READY.digest(),
                  verdict(20, "Estimate: 8 hours."),
                  Moments.NOON));
    }

    @Test
    void does_not_hold_for_another_text() {
      assertThat(judge("d-1").verdictOn(OTHER_TEXT)).isEmpty();
    }

    @Test
    void that_comes_again_or_too_late_changes_nothing() {
      ReadinessJudgement judged = judge("d-1");
      council.finds(verdict(0, ""));

      assertThat(judge("d-1")).isEqualTo(judged);
      assertThat(fail("d-1")).isEqualTo(judged);
      request();
      assertThat(judge("d-1").status()).isEqualTo(JudgementStatus.REQUESTED);
      assertThat(fail("d-1").status()).isEqualTo(JudgementStatus.REQUESTED);
    }

    @Test
    void may_quote_across_lines_and_needs_no_quote_where_it_gives_no_points() {
      council.finds(verdict(0, ""));
      assertThat(judge("d-1").verdict().map(Readiness::score)).contains(75);

      request();
      council.finds(verdict(20, "on the same day. The payment provider"));
      assertThat(judge("d-2").status()).isEqualTo(JudgementStatus.JUDGED);
    }

    @Test
    void whose_evidence_the_story_does_not_say_fails_and_says_which() {
      council.finds(verdict(20, "Estimate: 5 hours"));

      ReadinessJudgement failed = judge("d-1");

      assertThat(failed.status()).isEqualTo(JudgementStatus.FAILED);
      assertThat(failed.verdict()).isEmpty();
      assertThat(failed.reason())
          .isEqualTo(
              "the council's evidence for ESTIMATE is not in the story: \"Estimate: 5 hours\"");
      assertThat(memory.transactions.events())
          .filteredOn(JudgementFailed.class::isInstance)
          .hasSize(1);
    }

    @Test
    void on_a_story_that_changed_or_was_archived_meanwhile_fails() {
      given(aStory().saying(OTHER_TEXT));
      assertThat(judge("d-1").reason())
          .isEqualTo("the story was changed while the council judged it: ask again");

      request();
      given(aStory().saying(OTHER_TEXT).archived());
      assertThat(judge("d-2").status()).isEqualTo(JudgementStatus.FAILED);
    }

    @Test
    void that_is_none_fails_it() {
      council.findsNothing();

      assertThat(judge("d-1").reason()).isEqualTo("deliberation d-1 came to no verdict");
    }

    @Test
    void of_a_council_that_came_to_nothing_fails_it() {
      assertThat(fail("d-1").reason()).isEqualTo("the council came to no verdict: nobody came");
    }

    @Test
    void about_an_unknown_judgement_is_refused() {
      JudgementId unknown = new JudgementId("readiness-s-0");

      assertThat(refusal(judgeReadiness.judge(SYSTEM, unknown, "d-1")).code())
          .isEqualTo(Refusal.Code.NOT_FOUND);
      assertThat(refusal(failJudgement.fail(SYSTEM, unknown, "d-1", "why")).code())
          .isEqualTo(Refusal.Code.NOT_FOUND);
    }
  }

  @Nested
  class The_gate {
    private Outcome<Story> plan(ReadinessJudge judge, Optional<String> reason) {
      return new TransitionStory(
              memory.transactions,
              memory.stories,
              memory.tasks,
              memory.plans,
              notice -> {},
              Gates.by(judge, memory),
              Moments.CLOCK)
          .transition(PO, STORY, StoryState.PLANNED, reason);
    }

    private String refused(ReadinessJudge judge) {
      return refusal(plan(judge, Optional.empty())).message();
    }

    private void judged(int pointsOfEstimate) {
      council.finds(verdict(pointsOfEstimate, "Estimate: 8 hours."));
      String deliberation = request().deliberation();
      assertThat(judge(deliberation).status()).isEqualTo(JudgementStatus.JUDGED);
    }

    @Test
    void by_the_rules_does_not_ask_what_a_council_said() {
      judged(0);

      assertThat(plan(ReadinessJudge.RULES, Optional.empty()).isDone()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"COUNCIL", "LOWER"})
    void by_a_council_is_closed_until_one_was_asked(ReadinessJudge judge) {
      assertThat(refused(judge))
          .isEqualTo(
              "story s-7 cannot go to PLANNED: the gate asks for a council's judgement and there is none:"
                  + " ask for one with './witan story judge s-7' or POST /api/v1/stories/s-7/readiness/judgement,"
                  + " or let the product owner override with a reason");
      request();
      assertThat(refused(judge)).contains("deliberation d-1 has not ended: wait for it");
      fail("d-1");
      assertThat(refused(judge))
          .contains("the council's judgement failed (the council came to no verdict: nobody came)");
    }

    @ParameterizedTest
    @EnumSource(names = {"COUNCIL", "LOWER"})
    void by_a_council_opens_for_its_80_points(ReadinessJudge judge) {
      judged(5);

      assertThat(plan(judge, Optional.empty()).isDone()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"COUNCIL", "LOWER"})
    void by_a_council_stays_closed_below_and_names_what_lost_points(ReadinessJudge judge) {
      judged(4);

      assertThat(refused(judge))
          .contains(
              "the council gives it a definition-of-ready score of 79, below 80 (ESTIMATE 4 of 20, TESTABLE 15 of 20)");
    }

    @ParameterizedTest
    @EnumSource(names = {"COUNCIL", "LOWER"})
    void by_a_council_does_not_use_a_verdict_on_an_earlier_text(ReadinessJudge judge) {
      judged(20);
      given(aStory().titled("Pay by bank transfer"));

      assertThat(refused(judge)).contains("the council judged an earlier text of it: ask for one");
    }

    @Test
    void by_a_council_lets_a_story_pass_that_the_rules_hold_back() {
      given(aStory().vague());
      council.finds(
          Readiness.found(
              verdict(20, "Make it good").criteria().stream()
                  .map(one -> Readiness.Verdict.found(one.name(), 16, "Make it good", "fine"))
                  .toList()));
      request();
      judge("d-1");

      assertThat(refused(ReadinessJudge.LOWER)).contains("its definition-of-ready score is 0");
      assertThat(plan(ReadinessJudge.COUNCIL, Optional.empty()).isDone()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ReadinessJudge.class)
    void is_passed_all_the_same_when_the_owner_says_why(ReadinessJudge judge) {
      given(aStory().vague());

      assertThat(plan(judge, Optional.of("a spike")).isDone()).isTrue();
    }
  }

  @Nested
  class How_things_stand {
    private GetReadiness.Found found(ReadinessJudge judge) {
      return value(
          new GetReadiness(memory.stories, memory.judgements, Gates.by(judge, memory)).get(STORY));
    }

    @Test
    void is_told_by_the_rules_before_anybody_asked_a_council() {
      assertThat(found(ReadinessJudge.RULES).judgement()).isEmpty();
      assertThat(found(ReadinessJudge.RULES).rules()).isEqualTo(Readiness.of(AStory.READY));
      assertThat(found(ReadinessJudge.RULES).gate().score()).contains(100);
      assertThat(found(ReadinessJudge.COUNCIL).gate().score()).isEmpty();
    }

    @Test
    void is_told_beside_a_council_and_the_lower_score_counts_where_it_shall() {
      request();
      ReadinessJudgement judged = judge("d-1");

      assertThat(found(ReadinessJudge.RULES).judgement()).contains(judged);
      assertThat(found(ReadinessJudge.COUNCIL).gate().score()).contains(95);
      assertThat(found(ReadinessJudge.LOWER).gate().score()).contains(95);
      assertThat(found(ReadinessJudge.LOWER).gate().closed()).isEmpty();
    }

    @Test
    void is_told_of_known_stories_only() {
      GetReadiness getReadiness =
          new GetReadiness(memory.stories, memory.judgements, Gates.byRules());

      assertThat(refusal(getReadiness.get(new StoryId("s-0"))).code())
          .isEqualTo(Refusal.Code.NOT_FOUND);
    }
  }
}
