package io.witan.deliberation.port;

import static io.witan.deliberation.domain.Deliberations.MORNING;
import static io.witan.deliberation.domain.Deliberations.said;
import static io.witan.deliberation.domain.Deliberations.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.AlteredCharter;
import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Cut;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.Mandate;
import io.witan.deliberation.domain.Origin;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.Terms;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store of deliberations finds, by subject and by story. */
public abstract class DeliberationQueriesContract extends StoredDeliberations {
  @Test
  void several_that_are_apart_are_open_beside_the_one_about_the_same() {
    Charter charter = Deliberations.charter(subject, Purpose.PLAN, 2);
    Deliberation first = started(charter.apart());
    Deliberation second = started(charter.apart());
    Optional<Deliberation> before = openAbout(subject);
    Deliberation usual = started(charter);

    assertThat(first.charter().isApart()).isTrue();
    assertThat(deliberations().find(first.id())).contains(first);
    assertThat(deliberations().find(second.id())).contains(second);
    assertThat(before).isEmpty();
    assertThat(openAbout(subject)).contains(usual);
  }

  private Optional<Deliberation> openAbout(Subject about) {
    return value(run(() -> Outcome.done(deliberations().openAbout(about, Purpose.PLAN))));
  }

  @Test
  void a_fork_is_neither_the_open_one_nor_one_of_its_story() {
    Deliberation open = started(Purpose.PLAN);
    Charter charter = open.charter();
    Deliberation fork =
        started(
            charter.forked(
                new Origin(open.id(), 1),
                charter.agents(),
                "rehearsal",
                charter.requestedBy(),
                MORNING,
                "trace-2"));
    change(open.id(), one -> one.fail("enough", MORNING));

    assertThat(run(() -> Outcome.done(deliberations().openAbout(subject, Purpose.PLAN))))
        .isEqualTo(Outcome.done(Optional.empty()));
    assertThat(deliberations().ofStory("S-1")).contains(open.id()).doesNotContain(fork.id());
  }

  @Test
  void a_story_is_charged_what_was_spent_and_what_may_still_be() {
    String story = "S-" + UUID.randomUUID();
    Deliberation first = started(of(story, limited(9_000)));
    taken(first.id(), said(first.next().get(0), 0));
    Deliberation second = started(of(story, limited(4_000)));

    assertThat(committedOn(story)).isEqualTo(new Budget(13_000, 3_000_000));
    change(first.id(), one -> one.fail("enough", MORNING));
    assertThat(committedOn(story)).isEqualTo(new Budget(4_120, 1_500_007));
    change(second.id(), one -> one.fail("enough", MORNING));
    assertThat(committedOn(story)).isEqualTo(new Budget(120, 7));
  }

  private Budget committedOn(String story) {
    return value(run(() -> Outcome.done(deliberations().committedOn(story))));
  }

  private Charter of(String story, Terms terms) {
    Charter usual = Deliberations.charter(Subject.task("T-" + UUID.randomUUID()), Purpose.PLAN, 1);
    return AlteredCharter.like(usual).ofStory(story).charter().under(terms);
  }

  @Test
  void what_gates_have_asked_for_is_counted_and_an_early_end_is_known() {
    Charter usual = Deliberations.charter(subject, Purpose.PLAN, 1);
    Deliberation asked = started(mandated(usual, new Mandate(Role.QA, 1, 1, 3, 7)));

    assertThat(deliberations().mandated(subject, Purpose.PLAN, 1))
        .isEqualTo(new DeliberationRepository.Tried(1, false));
    taken(asked.id(), said(asked.next().get(0), 0));
    change(asked.id(), one -> one.conclude(MORNING));
    assertThat(deliberations().mandated(subject, Purpose.PLAN, 1).isCut()).isFalse();
    Deliberation next =
        started(mandated(usual.under(Terms.usual()), new Mandate(Role.QA, 1, 2, 3, 8)));
    Charter two = Deliberations.charter(subject, Purpose.PLAN, 2);
    change(next.id(), one -> one.fail("enough", MORNING));
    Deliberation cut = started(mandated(two, new Mandate(Role.QA, 1, 3, 3, 9)));
    taken(cut.id(), said(cut.next().get(0), 0));
    change(cut.id(), one -> one.cut(new Cut(Cut.Kind.DEADLINE, "late"), MORNING));

    assertThat(deliberations().mandated(subject, Purpose.PLAN, 1))
        .isEqualTo(new DeliberationRepository.Tried(3, true));
    assertThat(deliberations().mandated(subject, Purpose.PLAN, 2))
        .isEqualTo(new DeliberationRepository.Tried(0, false));
  }

  private static Charter mandated(Charter usual, Mandate mandate) {
    return AlteredCharter.like(usual).mandated(mandate).charter();
  }

  @Test
  void all_of_a_story_are_listed() {
    DeliberationId id = started(Purpose.PLAN).id();

    assertThat(deliberations().ofStory("S-1")).contains(id);
    assertThat(deliberations().ofStory("S-none")).isEmpty();
  }

  @Test
  void the_last_one_about_a_subject_is_found_whichever_story_it_is_filed_under() {
    Deliberation first = started(Purpose.PLAN);
    assertThat(deliberations().latestAbout(subject)).contains(first.id());
    change(first.id(), one -> one.fail("enough", MORNING));

    Deliberation last = started(later(first.charter(), "S-" + suffix));
    started(
        last.charter()
            .forked(
                new Origin(last.id(), 1),
                last.charter().agents(),
                "rehearsal",
                last.charter().requestedBy(),
                MORNING.plusSeconds(9),
                "trace-3"));

    assertThat(deliberations().latestAbout(subject)).contains(last.id());
    assertThat(deliberations().latestAbout(Subject.task(subject.id()))).isEmpty();
  }

  private static Charter later(Charter first, String story) {
    return AlteredCharter.like(first).ofStory(story).at(first.createdAt().plusSeconds(1)).charter();
  }

  @Test
  void those_of_a_story_that_are_open_are_listed_until_they_end() {
    DeliberationId id = started(Purpose.PLAN).id();
    assertThat(deliberations().openOfStory("S-1")).contains(id);

    value(
        run(
            () ->
                deliberations()
                    .lock(id)
                    .orElseThrow()
                    .fail("nobody wants it", Deliberations.MORNING)
                    .onDone(deliberations()::save)));

    assertThat(deliberations().openOfStory("S-1")).doesNotContain(id);
    assertThat(deliberations().openOfStory("S-none")).isEmpty();
  }

  @Nested
  class The_open_one_about_a_subject {
    private Optional<DeliberationId> open(Purpose purpose) {
      return value(
          run(
              () ->
                  Outcome.done(deliberations().openAbout(subject, purpose).map(Deliberation::id))));
    }

    @Test
    void is_found_by_subject_and_purpose() {
      Deliberation started = started(Purpose.PLAN);

      assertThat(open(Purpose.PLAN)).contains(started.id());
      assertThat(open(Purpose.IMPLEMENT)).isEmpty();
    }

    @Test
    void keeps_its_roles_at_work() {
      started(Purpose.PLAN);

      assertThat(deliberations().rolesAtWork()).contains(Role.ARCHITECT);
    }

    @Test
    void is_gone_when_it_ended() {
      completed();
      assertThat(open(Purpose.PLAN)).isEmpty();
    }
  }
}
