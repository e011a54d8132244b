package io.witan.deliberation.application;

import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.context.port.ContextPack;
import io.witan.deliberation.application.SubmitDeliberation.Order;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.ModeChoice;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.Submission;
import io.witan.deliberation.domain.SubmissionStatistics;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.deliberation.port.TrackRecord;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.Memory;
import io.witan.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SubmitDeliberationTest {
  private static final Instant START = Instant.ofEpochSecond(1_800_000_000);
  private static final Command DORA = by("dora", Role.DEVELOPER);
  private static final Command PAULA = by("paula", Role.PO);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Memory kept = new Memory();
  private final SettableClock clock = new SettableClock(START);
  private TermsPolicy rules = TermsPolicy.unlimited();

  private static Command by(String name, Role role) {
    return Command.by(new Actor(new ActorId(name), Set.of(role)));
  }

  private SubmitDeliberation useCase() {
    Charters charters =
        new Charters(
            subject -> Optional.empty(),
            query -> new ContextPack("what is known here", 10, List.of(), List.of()),
            role -> Refusal.notFound("council", role.wire()).asOutcome(),
            new ScriptedRunner(),
            kept.deliberations,
            new DeliberationPolicy(SECOND, SECOND, SECOND, SECOND, SECOND, 1000),
            rules,
            TrackRecord.empty(),
            clock);
    return new SubmitDeliberation(
        kept.transactions, kept.deliberations, kept.submissions, charters, clock);
  }

  private static Order order(Purpose purpose, Optional<String> context) {
    return new Order(
        "T-1",
        Role.QA,
        new StartDeliberation.Request(
                purpose,
                Subject.task("T-1"),
                Optional.of(
                    new Assignment("Keep the cart", "All of it", List.of(), Optional.of("S-1"))),
                Agent.council(Role.DEVELOPER, 2, "model-x"))
            .under(
                new Wish(
                    Optional.of(ModeChoice.of(Mode.COUNCIL)), Optional.of(0), Optional.empty())),
        context);
  }

  private static Order work() {
    return order(Purpose.IMPLEMENT, Optional.empty());
  }

  private Deliberation deliberation(Submission submission) {
    return kept.deliberations.find(submission.id()).orElseThrow();
  }

  private GetSubmission.Found found(DeliberationId id) {
    return value(new GetSubmission(kept.submissions, kept.deliberations).get(id));
  }

  @Nested
  class Work {

    @Test
    void begins_under_a_name_that_tells_the_task_and_the_second() {
      Submission submission = value(useCase().submit(DORA, work()));

      assertThat(submission.id().value()).isEqualTo("deliberation-T-1-1800000000");
      assertThat(submission.role()).isEqualTo(Role.QA);
      assertThat(submission.failure()).isEmpty();
      assertThat(deliberation(submission).charter().subject()).isEqualTo(Subject.task("T-1"));
      assertThat(deliberation(submission).charter().pack()).isEqualTo("what is known here");
      assertThat(found(submission.id()))
          .isEqualTo(
              new GetSubmission.Found(submission, true, Optional.of(deliberation(submission))));
    }

    @Test
    void on_one_task_may_be_done_several_times_at_once() {
      Submission first = value(useCase().submit(DORA, work()));
      Submission second = value(useCase().submit(DORA, work()));
      clock.pass(SECOND);
      Submission third = value(useCase().submit(DORA, work()));

      assertThat(second.id().value()).isEqualTo(first.id() + "-2");
      assertThat(third.id().value()).isEqualTo("deliberation-T-1-1800000001");
      assertThat(kept.deliberations.open()).hasSize(3);
      assertThat(kept.deliberations.openAbout(Subject.task("T-1"), Purpose.IMPLEMENT)).isEmpty();
    }

    @Test
    void is_done_knowing_what_the_sender_tells() {
      Submission submission =
          value(useCase().submit(DORA, order(Purpose.IMPLEMENT, Optional.of("a cookie"))));

      assertThat(deliberation(submission).charter().pack()).isEqualTo("a cookie");
    }

    @Test
    void is_for_developers() {
      Outcome<Submission> refused = useCase().submit(PAULA, work());

      assertThat(refused.fold(done -> "", Refusal::message)).contains("paula", "developer");
      assertThat(kept.submissions.active(10)).isEmpty();
    }

    @Test
    void that_cannot_be_paid_leaves_its_name_free() {
      rules =
          new TermsPolicy(
              Optional.of(Mode.COUNCIL),
              1,
              false,
              Optional.empty(),
              Optional.empty(),
              Long.MAX_VALUE,
              Budget.UNLIMITED,
              Budget.NOTHING,
              Constraints.none());
      Outcome<Submission> refused = useCase().submit(DORA, work());
      rules = TermsPolicy.unlimited();

      assertThat(refused.isDone()).isFalse();
      assertThat(value(useCase().submit(DORA, work())).id().value())
          .isEqualTo("deliberation-T-1-1800000000");
    }
  }

  @Nested
  class A_review {
    private final Order review = order(Purpose.REVIEW, Optional.empty());

    @Test
    void is_joined_while_one_is_open_about_the_same() {
      Submission first = value(useCase().submit(PAULA, review));
      clock.pass(SECOND);
      Submission second = value(useCase().submit(PAULA, review));

      assertThat(second).isEqualTo(first);
      assertThat(kept.deliberations.open()).hasSize(1);
    }

    @Test
    void that_others_have_begun_is_submitted_by_its_own_name() {
      Deliberation open =
          Deliberations.started(new DeliberationId("D-7"), Subject.task("T-1"), Purpose.REVIEW, 3);
      kept.deliberations.given(open);

      Submission joined = value(useCase().submit(PAULA, review));

      assertThat(joined.id()).isEqualTo(open.id());
      assertThat(found(joined.id()).deliberation()).contains(open);
      assertThat(kept.submissions.active(10)).containsExactly(joined);
    }
  }

  @Nested
  class One_that_could_not_begin {
    private final KeepFailedSubmission keepFailed =
        new KeepFailedSubmission(kept.transactions, kept.submissions, clock);
    private final Refusal why = Refusal.of(Refusal.Code.LIMIT_EXCEEDED, "nothing is left");

    @Test
    void is_remembered_with_the_reason_and_counted_as_failed() {
      Submission failed = value(keepFailed.keep(DORA, "T-1", Role.QA, why));

      assertThat(failed.failure()).contains("nothing is left");
      assertThat(found(failed.id()).deliberation()).isEmpty();
      assertThat(new GetSubmissionStatistics(kept.submissions).get())
          .isEqualTo(new SubmissionStatistics(0, 0, 1, 0));
      assertThat(new ListActiveSubmissions(kept.submissions).list()).isEmpty();
    }

    @Test
    void gets_a_name_of_its_own() {
      Submission begun = value(useCase().submit(DORA, work()));
      Submission failed = value(keepFailed.keep(DORA, "T-1", Role.QA, why));

      assertThat(failed.id().value()).isEqualTo(begun.id() + "-2");
    }
  }

  @Test
  void one_that_has_ended_is_counted_when_it_is_asked_for() {
    Submission submission = value(useCase().submit(DORA, work()));
    kept.deliberations.given(
        value(deliberation(submission).fail("nobody answered", START)).after());

    GetSubmission.Found found = found(submission.id());

    assertThat(found.deliberation()).flatMap(Deliberation::failure).contains("nobody answered");
    assertThat(kept.submissions.counted()).isEqualTo(new SubmissionStatistics(0, 0, 1, 0));
  }

  @Test
  void an_unknown_one_is_not_found() {
    assertThat(
            new GetSubmission(kept.submissions, kept.deliberations)
                .get(new DeliberationId("deliberation-T-1-1"))
                .isDone())
        .isFalse();
  }

  @Test
  void a_task_that_has_no_name_is_none() {
    assertThatThrownBy(
            () ->
                new Submission(new DeliberationId("D-1"), "T 1", Role.QA, START, Optional.empty()))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("task_id");
  }
}
