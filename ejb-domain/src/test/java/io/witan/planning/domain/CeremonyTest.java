package io.witan.planning.domain;

import static io.witan.testing.ACeremony.aCeremony;
import static io.witan.testing.ACeremony.approval;
import static io.witan.testing.ACeremony.deliberation;
import static io.witan.testing.ACeremony.opinion;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.planning.domain.CeremonyEvent.CeremonyCreated;
import io.witan.planning.domain.CeremonyEvent.CeremonyStarted;
import io.witan.planning.domain.CeremonyEvent.FeedbackTaken;
import io.witan.planning.domain.CeremonyEvent.InquiryFailed;
import io.witan.planning.domain.CeremonyEvent.ReviewBegun;
import io.witan.planning.domain.CeremonyEvent.ReviewPlanApproved;
import io.witan.planning.domain.ReviewVerdict.Rejected;
import io.witan.shared.ActorId;
import io.witan.shared.InvalidValue;
import io.witan.shared.Refusal;
import io.witan.testing.ACeremony;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CeremonyTest {
  private static final ActorId PAULA = new ActorId("paula");
  private static final StoryId ONE = new StoryId("s-1");
  private static final StoryId TWO = new StoryId("s-2");

  private static List<Inquiry> ask(StoryId story) {
    return ACeremony.asked(story.value()).inquiries();
  }

  @Nested
  class A_new_one {
    @Test
    void is_a_draft_with_each_story_once() {
      var change = Ceremony.create(List.of(ONE, TWO, ONE), PAULA, new NumberedIds(), Moments.NOON);

      assertThat(change.after().id().value()).startsWith("BRC-");
      assertThat(change.after().status()).isEqualTo(CeremonyStatus.DRAFT);
      assertThat(change.after().stories()).containsExactly(ONE, TWO);
      assertThat(change.event())
          .isEqualTo(
              new CeremonyCreated(change.after().id(), List.of(ONE, TWO), PAULA, Moments.NOON));
    }

    @Test
    void may_be_empty_and_must_not_be_endless() {
      assertThat(
              Ceremony.create(List.of(), PAULA, new NumberedIds(), Moments.NOON).after().reviews())
          .isEmpty();
      List<StoryId> many =
          IntStream.range(0, 101).mapToObj(number -> new StoryId("s-" + number)).toList();
      assertThatThrownBy(() -> Ceremony.create(many, PAULA, new NumberedIds(), Moments.NOON))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("101 stories")
          .hasMessageContaining("at most 100");
    }
  }

  @Nested
  class Adding_stories {
    @Test
    void to_a_draft_asks_nobody() {
      var change =
          value(
              aCeremony()
                  .of("s-1")
                  .build()
                  .add(List.of(TWO), CeremonyTest::ask, PAULA, Moments.NOON));

      assertThat(change.after().review(TWO)).contains(ACeremony.fresh("s-2"));
    }

    @Test
    void to_one_under_way_asks_about_them_at_once() {
      var change =
          value(
              aCeremony()
                  .reviewing("s-1")
                  .build()
                  .add(List.of(TWO), CeremonyTest::ask, PAULA, Moments.NOON));

      assertThat(change.after().status()).isEqualTo(CeremonyStatus.IN_PROGRESS);
      assertThat(change.after().review(TWO)).contains(ACeremony.asked("s-2"));
    }

    @Test
    void that_are_there_is_refused_and_so_is_adding_none() {
      Ceremony ceremony = aCeremony().called("BRC-7").of("s-1").build();

      Refusal there =
          refusal(ceremony.add(List.of(TWO, ONE), CeremonyTest::ask, PAULA, Moments.NOON));
      Refusal none = refusal(ceremony.add(List.of(), CeremonyTest::ask, PAULA, Moments.NOON));

      assertThat(there.code()).isEqualTo(Refusal.Code.ALREADY_EXISTS);
      assertThat(there.message()).isEqualTo("story s-1 is in ceremony BRC-7 already");
      assertThat(none.code()).isEqualTo(Refusal.Code.INVALID_ARGUMENT);
    }
  }

  @Nested
  class Removing_a_story {
    @Test
    void that_is_not_there_is_refused() {
      Refusal refusal =
          refusal(aCeremony().called("BRC-7").of("s-1").build().remove(TWO, PAULA, Moments.NOON));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.NOT_FOUND);
      assertThat(refusal.message()).isEqualTo("there is no story s-2 in ceremony BRC-7");
    }

    @Test
    void whose_plan_is_decided_is_refused() {
      Ceremony ceremony =
          aCeremony().called("BRC-7").reviewing("s-2").with(ACeremony.rejected("s-1")).build();

      Refusal refusal = refusal(ceremony.remove(ONE, PAULA, Moments.NOON));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.GUARD_FAILED);
      assertThat(refusal.message())
          .isEqualTo("story s-1 stays in ceremony BRC-7: its plan is REJECTED");
      assertThat(value(ceremony.remove(TWO, PAULA, Moments.NOON)).after().stories())
          .containsExactly(ONE);
    }
  }

  @Nested
  class Starting {
    @Test
    void asks_about_every_story_and_counts_what_was_submitted() {
      var change =
          value(
              aCeremony()
                  .of("s-1", "s-2")
                  .build()
                  .start(
                      story ->
                          story.equals(ONE)
                              ? ask(story)
                              : List.of(Inquiry.refused(ReviewRole.QA, "no model")),
                      PAULA,
                      Moments.NOON));

      assertThat(change.after().startedAt()).contains(Moments.NOON);
      assertThat(change.after().submitted()).isEqualTo(3);
      assertThat(change.event())
          .isEqualTo(new CeremonyStarted(change.after().id(), 3, PAULA, Moments.NOON));
    }

    @Test
    void without_a_story_is_refused() {
      Refusal refusal =
          refusal(
              aCeremony().called("BRC-7").build().start(CeremonyTest::ask, PAULA, Moments.NOON));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.GUARD_FAILED);
      assertThat(refusal.message())
          .isEqualTo("ceremony BRC-7 cannot START without a story: add one first");
    }
  }

  @Nested
  class Feedback {
    private final Ceremony ceremony = aCeremony().called("BRC-7").started("s-1").build();
    private final Opinion qa = opinion("s-1", ReviewRole.QA);

    private Opinion from(String agent, String text) {
      return new Opinion(
          ReviewRole.QA, agent, Optional.empty(), text, Advice.in(text), Moments.NOON);
    }

    @Test
    void of_a_council_that_was_asked_is_taken_once() {
      var change = ceremony.take(ONE, qa).orElseThrow();

      assertThat(change.event())
          .isEqualTo(
              new FeedbackTaken(
                  ceremony.id(), ONE, ReviewRole.QA, "agent-qa-001", Moments.MORNING));
      assertThat(change.after().take(ONE, qa)).isEmpty();
    }

    @Test
    void of_a_deliberation_that_nobody_waits_for_changes_nothing() {
      assertThat(ceremony.take(ONE, opinion("s-2", ReviewRole.QA))).isEmpty();
      assertThat(ceremony.take(TWO, opinion("s-2", ReviewRole.QA))).isEmpty();
    }

    @Test
    void about_a_plan_that_is_decided_changes_nothing() {
      Ceremony decided = aCeremony().started("s-2").with(ACeremony.rejected("s-1")).build();

      assertThat(decided.take(ONE, from("quinn", "Late"))).isEmpty();
    }

    @Test
    void of_agents_adds_up_with_the_later_ones_named() {
      Ceremony after =
          ceremony
              .take(ONE, from("quinn", "First"))
              .orElseThrow()
              .after()
              .take(ONE, from("quentin", "Then"))
              .orElseThrow()
              .after();

      assertThat(after.review(ONE).orElseThrow().feedback(ReviewRole.QA))
          .isEqualTo("First\n\n--- quentin ---\nThen");
    }

    @Test
    void said_again_changes_nothing_whenever_that_is() {
      Ceremony after = ceremony.take(ONE, from("quinn", "Same")).orElseThrow().after();
      Opinion later =
          new Opinion(
              ReviewRole.QA,
              "quinn",
              Optional.empty(),
              "Same",
              Advice.in("Same"),
              Moments.NOON.plusSeconds(60));

      assertThat(after.take(ONE, later)).isEmpty();
    }

    @Test
    void ends_at_thirty_opinions_about_a_story() {
      Ceremony current = ceremony;
      for (int number = 0; number < 30; number++) {
        current = current.take(ONE, from("agent-" + number, "Text")).orElseThrow().after();
      }

      assertThat(current.take(ONE, from("agent-30", "Text"))).isEmpty();
    }

    @Test
    void of_all_three_roles_begins_the_review() {
      Ceremony current = ceremony;
      for (ReviewRole role : ReviewRole.values()) {
        assertThat(current.beginReview(Moments.NOON)).isEmpty();
        current = current.take(ONE, opinion("s-1", role)).orElseThrow().after();
      }

      assertThat(current.beginReview(Moments.NOON))
          .hasValueSatisfying(
              change -> {
                assertThat(change.after().status()).isEqualTo(CeremonyStatus.REVIEWING);
                assertThat(change.event()).isEqualTo(new ReviewBegun(ceremony.id(), Moments.NOON));
              });
    }

    @Test
    void is_not_waited_for_where_the_plan_is_decided_or_no_story_is_left() {
      assertThat(
              aCeremony()
                  .with(ACeremony.rejected("s-1"))
                  .in(CeremonyStatus.IN_PROGRESS)
                  .build()
                  .beginReview(Moments.NOON))
          .isPresent();
      assertThat(aCeremony().in(CeremonyStatus.IN_PROGRESS).build().beginReview(Moments.NOON))
          .isEmpty();
    }
  }

  @Nested
  class A_council_that_fails {
    private final Ceremony ceremony = aCeremony().called("BRC-7").started("s-1").build();
    private final ReviewTicket ticket = new ReviewTicket(ceremony.id(), ONE, ReviewRole.DEVOPS);
    private final String deliberation = deliberation("s-1", ReviewRole.DEVOPS);

    @Test
    void is_shown_with_the_reason_once() {
      var change = ceremony.miss(ticket, deliberation, "no model", Moments.NOON).orElseThrow();

      assertThat(change.after().review(ONE).orElseThrow().inquiries())
          .contains(
              new Inquiry(ReviewRole.DEVOPS, Optional.of(deliberation), Optional.of("no model")));
      assertThat(change.event())
          .isEqualTo(
              new InquiryFailed(ceremony.id(), ONE, ReviewRole.DEVOPS, "no model", Moments.NOON));
      assertThat(change.after().miss(ticket, deliberation, "again", Moments.NOON)).isEmpty();
    }

    @Test
    void after_it_answered_or_when_nobody_asked_it_changes_nothing() {
      Ceremony answered =
          ceremony.take(ONE, opinion("s-1", ReviewRole.DEVOPS)).orElseThrow().after();

      assertThat(answered.miss(ticket, deliberation, "late", Moments.NOON)).isEmpty();
      assertThat(ceremony.miss(ticket, "d-other", "late", Moments.NOON)).isEmpty();
      assertThat(
              ceremony.miss(
                  new ReviewTicket(ceremony.id(), ONE, ReviewRole.QA),
                  deliberation,
                  "mixed up",
                  Moments.NOON))
          .isEmpty();
    }
  }

  @Nested
  class Approving_a_plan {
    private final Ceremony ceremony = aCeremony().called("BRC-7").reviewing("s-1").build();
    private final PlanId plan = new PlanId("PL-1");

    @Test
    void keeps_who_decided_and_what_was_shown() {
      String digest = ceremony.review(ONE).flatMap(StoryReview::preliminary).orElseThrow().digest();

      var change = value(ceremony.approve(ONE, approval("Go"), Optional.of(digest), plan));

      assertThat(change.after().review(ONE).map(StoryReview::status))
          .contains(ReviewStatus.APPROVED);
      assertThat(change.event())
          .isEqualTo(
              new ReviewPlanApproved(ceremony.id(), ONE, plan, digest, true, approval("Go")));
    }

    @Test
    void that_was_shown_otherwise_is_refused() {
      Refusal refusal =
          refusal(ceremony.approve(ONE, approval("Go"), Optional.of("0".repeat(64)), plan));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.STALE_VERSION);
      assertThat(refusal.message()).contains("story s-1").contains("read it again");
    }

    @Test
    void before_all_roles_have_spoken_names_who_is_missing() {
      Ceremony early =
          aCeremony()
              .started("s-1")
              .build()
              .take(ONE, opinion("s-1", ReviewRole.QA))
              .orElseThrow()
              .after();

      Refusal refusal = refusal(early.approve(ONE, approval("Go"), Optional.empty(), plan));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.GUARD_FAILED);
      assertThat(refusal.message()).contains("the feedback of ARCHITECT, DEVOPS is missing");
    }

    @Test
    void about_which_nobody_has_said_anything_is_refused() {
      Refusal refusal =
          refusal(
              aCeremony()
                  .called("BRC-7")
                  .started("s-1")
                  .build()
                  .approve(ONE, approval("Go"), Optional.empty(), plan));

      assertThat(refusal.message())
          .isEqualTo("story s-1 has no plan in ceremony BRC-7 yet: nobody has reviewed it");
    }

    @Test
    void without_a_task_leaves_its_tasks_to_be_derived() {
      Ceremony idle = aCeremony().started("s-1").build();
      for (ReviewRole role : ReviewRole.values()) {
        Opinion opinion =
            new Opinion(role, "agent", Optional.empty(), "Fine", Advice.in("Fine"), Moments.NOON);
        idle = idle.take(ONE, opinion).orElseThrow().after();
      }

      assertThat(
              value(idle.approve(ONE, approval("Go"), Optional.empty(), plan)).after().review(ONE))
          .map(StoryReview::status)
          .contains(ReviewStatus.APPROVED);
    }

    @Test
    void that_is_decided_is_refused_and_so_is_rejecting_it() {
      Ceremony decided =
          aCeremony()
              .called("BRC-7")
              .with(ACeremony.approved("s-1", "PL-1"))
              .with(ACeremony.rejected("s-2"))
              .in(CeremonyStatus.REVIEWING)
              .build();

      assertThat(refusal(decided.approve(TWO, approval("Go"), Optional.empty(), plan)).message())
          .isEqualTo(
              "the plan of story s-2 in ceremony BRC-7 is REJECTED; legal: nothing, it is decided");
      assertThat(refusal(decided.reject(ONE, new Rejected(PAULA, Moments.NOON, "No"))).message())
          .isEqualTo(
              "the plan of story s-1 in ceremony BRC-7 is APPROVED; legal: nothing, it is decided");
      assertThat(decided.count(ReviewStatus.APPROVED)).isEqualTo(1);
      assertThat(decided.count(ReviewStatus.REJECTED)).isEqualTo(1);
    }
  }

  @Nested
  class Completing {
    @Test
    void with_a_plan_undecided_names_its_story() {
      Refusal refusal =
          refusal(
              aCeremony()
                  .called("BRC-7")
                  .reviewing("s-1")
                  .with(ACeremony.rejected("s-2"))
                  .build()
                  .complete(PAULA, Moments.NOON));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.GUARD_FAILED);
      assertThat(refusal.message())
          .isEqualTo(
              "ceremony BRC-7 cannot COMPLETE: the plans of [s-1] are not decided; approve or reject them");
    }

    @Test
    void notes_the_time() {
      Ceremony ceremony =
          aCeremony().with(ACeremony.rejected("s-1")).in(CeremonyStatus.REVIEWING).build();

      assertThat(value(ceremony.complete(PAULA, Moments.NOON)).after().completedAt())
          .contains(Moments.NOON);
    }
  }
}
