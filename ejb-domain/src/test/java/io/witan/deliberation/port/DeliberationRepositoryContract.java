package io.witan.deliberation.port;

import static io.witan.deliberation.domain.Deliberations.MORNING;
import static io.witan.deliberation.domain.Deliberations.failed;
import static io.witan.deliberation.domain.Deliberations.said;
import static io.witan.deliberation.domain.Deliberations.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.CheckSuite;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Cut;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.Endpoint;
import io.witan.deliberation.domain.Finding;
import io.witan.deliberation.domain.JudgeCalibration;
import io.witan.deliberation.domain.Mandate;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.Origin;
import io.witan.deliberation.domain.PathPattern;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.domain.TurnKey;
import io.witan.deliberation.domain.TurnSlot;
import io.witan.deliberation.domain.Wording;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store of deliberations keeps its word on. */
public abstract class DeliberationRepositoryContract {
  private static final Command COMMAND = Command.by(Actor.system());

  private final String suffix = UUID.randomUUID().toString();
  private final Subject subject = Subject.story("S-" + suffix);

  protected abstract DeliberationRepository deliberations();

  protected abstract Transactions transactions();

  protected abstract TurnAttempts attempts();

  /** A process of its own that may drive. */
  protected abstract DrivingLeases leases(Clock clock, Duration length);

  private <T> Outcome<T> run(Supplier<Outcome<T>> work) {
    return transactions().run(COMMAND, work);
  }

  protected final Deliberation started(Purpose purpose) {
    Charter charter = Deliberations.charter(subject, purpose, 3);
    DeliberationId id = new DeliberationId("D-" + UUID.randomUUID());
    return value(run(() -> Outcome.done(saved(Deliberation.start(id, charter)))));
  }

  private Deliberation saved(Change<Deliberation, DeliberationEvent> change) {
    deliberations().save(change);
    return change.after();
  }

  private Deliberation change(
      DeliberationId id,
      Function<Deliberation, Outcome<Change<Deliberation, DeliberationEvent>>> step) {
    return value(run(() -> step.apply(deliberations().lock(id).orElseThrow()).map(this::saved)));
  }

  protected final Deliberation taken(DeliberationId id, Turn turn) {
    return change(id, open -> open.record(turn, "asked at " + turn.slot().sequence(), MORNING));
  }

  @Test
  void one_that_was_seen_before_is_locked_as_it_is_now() {
    Deliberation seen = started(Purpose.PLAN);
    Deliberation now = taken(seen.id(), said(seen.next().get(0), 0));

    Deliberation more =
        value(run(() -> recordedOn(deliberations(), seen, failed(seen.next().get(1)))));

    assertThat(more.turns()).startsWith(now.turns().get(0)).hasSize(2);
    assertThat(deliberations().find(seen.id())).contains(more);
  }

  /** As a driver does it: with what it has seen last. */
  protected static Outcome<Deliberation> recordedOn(
      DeliberationRepository deliberations, Deliberation seen, Turn turn) {
    return deliberations
        .lock(seen)
        .orElseThrow()
        .record(turn, "asked", MORNING)
        .onDone(deliberations::save)
        .map(Change::after);
  }

  private Deliberation completed() {
    Deliberation current = started(Purpose.PLAN);
    while (!current.next().isEmpty()) {
      TurnSlot slot = current.next().get(0);
      boolean fails = slot.sequence() == 4;
      current = taken(current.id(), fails ? failed(slot) : said(slot, slot.sequence() / 10.0));
    }
    return change(current.id(), open -> open.conclude(MORNING.plusSeconds(5)));
  }

  @Test
  void a_new_one_reads_back_as_it_was_saved() {
    Deliberation started = started(Purpose.PLAN);
    assertThat(deliberations().find(started.id())).contains(started);
  }

  @Test
  void what_it_knows_of_its_judges_is_kept_with_it() {
    Charter charter = Deliberations.charter(subject, Purpose.PLAN, 3);
    Terms terms =
        Terms.usual()
            .knowing(
                Map.of(
                    charter.agents().get(2).id(), new JudgeCalibration(-1.25, 0.1, 3),
                    charter.agents().get(0).id(), new JudgeCalibration(0.3, -0.7, 0.5)));
    DeliberationId id = new DeliberationId("D-" + UUID.randomUUID());

    Deliberation started =
        value(run(() -> Outcome.done(saved(Deliberation.start(id, charter.under(terms))))));

    assertThat(deliberations().find(id)).contains(started);
    assertThat(started.charter().terms()).isEqualTo(terms);
  }

  @Test
  void an_unknown_one_is_not_found() {
    assertThat(deliberations().find(new DeliberationId("D-unknown"))).isEmpty();
  }

  @Test
  void turns_read_back_as_they_were_recorded() {
    Deliberation started = started(Purpose.PLAN);
    taken(started.id(), said(started.next().get(2), 0));
    Deliberation two = taken(started.id(), failed(started.next().get(0)));

    assertThat(two.turns()).hasSize(2);
    assertThat(deliberations().find(started.id())).contains(two);
  }

  private Deliberation started(Charter charter) {
    DeliberationId id = new DeliberationId("D-" + UUID.randomUUID());
    return value(run(() -> Outcome.done(saved(Deliberation.start(id, charter)))));
  }

  private static Terms limited(long tokens) {
    return new Terms(
            Mode.VOTE,
            2,
            true,
            Optional.of(0.75),
            Optional.of(MORNING.plusSeconds(60)),
            5_000,
            new Budget(tokens, 1_500_000))
        .selecting(Optional.of(2))
        .in(Wording.V1);
  }

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
  void its_terms_and_the_manner_of_its_agents_read_back() {
    Charter usual = Deliberations.charter(subject, Purpose.PLAN, 2).under(limited(9_000));
    Manner own =
        new Manner(
            Optional.of(0.3),
            Optional.of(new Endpoint("http://gpu-1.example:8000/v1")),
            Optional.of("terse"));
    Agent other = new Agent(new AgentId("agent-architect-custom"), Role.ARCHITECT, "m", own);
    Origin origin = new Origin(new DeliberationId("D-other"), 3);
    Charter charter =
        usual.forked(
            origin,
            List.of(usual.agents().get(0), other),
            "rehearsal",
            usual.requestedBy(),
            MORNING,
            "trace-2");
    Deliberation started = started(charter);

    assertThat(started.charter().terms()).isEqualTo(limited(9_000));
    assertThat(deliberations().find(started.id())).contains(started);
  }

  @Test
  void what_was_checked_about_a_proposal_reads_back_with_its_evidence() {
    Constraints constraints =
        new Constraints(
            List.of(new PathPattern("src/**")),
            List.of(new PathPattern("src/pay/")),
            List.of("PayTest"),
            List.of("eval"),
            List.of("fast"));
    Deliberation open =
        started(
            Deliberations.charter(subject, Purpose.PLAN, 1)
                .under(Terms.usual().keepingTo(constraints)));
    Turn plain = said(open.next().get(0), 0);
    Turn.Said words = plain.said().orElseThrow();
    CheckSuite checks =
        new CheckSuite(
            Check.judged(
                Check.Kind.POLICY, "2 files", List.of(Finding.error("a.py", 3, "not allowed"))),
            Check.judged(Check.Kind.LINT, "2 files", List.of(Finding.warning("a.py", 0, "long"))),
            Check.notApplicable(Check.Kind.DRY_RUN, "no manifests"));
    Turn checked =
        new Turn(
            plain.slot(),
            plain.requestDigest(),
            plain.cost(),
            new Turn.Said(words.text(), words.contribution(), checks));
    taken(open.id(), checked);
    Deliberation done = change(open.id(), one -> one.conclude(MORNING));

    assertThat(deliberations().find(open.id())).contains(done);
    assertThat(done.ranking().get(0).checks()).isEqualTo(checks);
    assertThat(done.charter().terms().constraints()).isEqualTo(constraints);
  }

  @Test
  void one_that_was_cut_short_reads_back_with_the_reason() {
    Deliberation open = started(Purpose.PLAN);
    taken(open.id(), said(open.next().get(1), 0));
    Cut cut = new Cut(Cut.Kind.BUDGET, "nothing is left");
    Deliberation ended = change(open.id(), one -> one.cut(cut, MORNING.plusSeconds(5)));

    assertThat(ended.cut()).contains(cut);
    assertThat(deliberations().find(open.id())).contains(ended);
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
    return new Charter(
        usual.subject(),
        usual.purpose(),
        new Assignment("Pay", "By card", List.of(), Optional.of(story)),
        usual.pack(),
        usual.runner(),
        usual.agents(),
        usual.requestedBy(),
        usual.createdAt(),
        usual.traceId(),
        usual.mandate(),
        terms,
        usual.origin());
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
    return new Charter(
        usual.subject(),
        usual.purpose(),
        usual.assignment(),
        usual.pack(),
        usual.runner(),
        usual.agents(),
        usual.requestedBy(),
        usual.createdAt(),
        usual.traceId(),
        Optional.of(mandate),
        usual.terms(),
        usual.origin());
  }

  @Test
  void an_ended_one_keeps_its_ranking() {
    Deliberation done = completed();

    assertThat(done.ranking()).hasSize(3);
    assertThat(deliberations().find(done.id())).contains(done);
  }

  @Test
  void a_failed_one_keeps_its_reason() {
    Deliberation started = started(Purpose.PLAN);
    Deliberation done = change(started.id(), open -> open.fail("nobody came", MORNING));

    assertThat(deliberations().find(started.id())).contains(done);
  }

  @Test
  void what_was_asked_is_kept_beside_the_turn() {
    Deliberation started = started(Purpose.PLAN);
    taken(started.id(), said(started.next().get(1), 0));

    assertThat(deliberations().requestOf(new TurnKey(started.id(), 2))).contains("asked at 2");
    assertThat(deliberations().requestOf(new TurnKey(started.id(), 3))).isEmpty();
  }

  @Test
  void a_refusal_keeps_nothing() {
    Deliberation started = started(Purpose.PLAN);

    Outcome<Deliberation> refused =
        run(
            () -> {
              Deliberation locked = deliberations().lock(started.id()).orElseThrow();
              saved(value(locked.cancel(new ActorId("paula"), MORNING)));
              return Refusal.of(Refusal.Code.GUARD_FAILED, "no").<Deliberation>asOutcome();
            });

    assertThat(refused.isDone()).isFalse();
    assertThat(deliberations().find(started.id())).contains(started);
  }

  @Test
  void saving_needs_a_transaction() {
    Change<Deliberation, DeliberationEvent> change =
        Deliberation.start(
            new DeliberationId("D-" + suffix), Deliberations.charter(subject, Purpose.PLAN, 3));

    assertThatThrownBy(() -> deliberations().save(change))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void saving_needs_the_lock() {
    Deliberation started = started(Purpose.PLAN);

    assertThatThrownBy(() -> run(() -> Outcome.done(saved(value(started.fail("why", MORNING))))))
        .isInstanceOf(IllegalStateException.class);
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
    return new Charter(
        first.subject(),
        first.purpose(),
        new Assignment("Pay", "By card", List.of(), Optional.of(story)),
        first.pack(),
        first.runner(),
        first.agents(),
        first.requestedBy(),
        first.createdAt().plusSeconds(1),
        first.traceId(),
        first.mandate(),
        first.terms(),
        first.origin());
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

  @Nested
  class A_lease {
    private final Duration length = Duration.ofSeconds(15);
    private final DrivingLeases now = leases(Clock.fixed(MORNING, ZoneOffset.UTC), length);
    private final DrivingLeases other = leases(Clock.fixed(MORNING, ZoneOffset.UTC), length);

    private DrivingLeases after(Duration time) {
      return leases(Clock.fixed(MORNING.plus(time), ZoneOffset.UTC), length);
    }

    @Test
    void is_held_by_one_process() {
      DeliberationId id = started(Purpose.PLAN).id();

      assertThat(now.acquire(id)).isPresent();
      assertThat(other.acquire(id)).isEmpty();
      assertThat(now.acquire(id)).isPresent();
    }

    @Test
    void knows_how_often_it_was_taken_before() {
      DeliberationId id = started(Purpose.PLAN).id();

      assertThat(now.acquire(id)).map(DrivingLeases.Taken::drives).hasValue(0);
      now.release(id);

      assertThat(other.acquire(id)).map(DrivingLeases.Taken::drives).hasValue(1);
      assertThat(now.acquire(id)).isEmpty();
      assertThat(other.acquire(id)).map(DrivingLeases.Taken::drives).hasValue(2);
    }

    @Test
    void comes_with_the_deliberation_as_it_is() {
      Deliberation started = started(Purpose.PLAN);
      Deliberation two = taken(started.id(), said(started.next().get(1), 0));

      assertThat(now.acquire(started.id())).map(DrivingLeases.Taken::deliberation).contains(two);
    }

    @Test
    void is_free_when_it_was_given_back() {
      DeliberationId id = started(Purpose.PLAN).id();
      now.acquire(id);
      other.release(id);
      assertThat(other.acquire(id)).isEmpty();

      now.release(id);

      assertThat(other.acquire(id)).isPresent();
    }

    @Test
    void runs_out() {
      DeliberationId id = started(Purpose.PLAN).id();
      now.acquire(id);

      assertThat(after(Duration.ofSeconds(14)).acquire(id)).isEmpty();
      assertThat(after(Duration.ofSeconds(16)).acquire(id)).isPresent();
    }

    @Test
    void can_be_prolonged_by_its_holder() {
      DeliberationId id = started(Purpose.PLAN).id();
      SettableClock clock = new SettableClock(MORNING);
      DrivingLeases mine = leases(clock, length);
      mine.acquire(id);
      clock.pass(Duration.ofSeconds(10));

      other.renew(Set.of(id));
      mine.renew(Set.of(id));

      assertThat(after(Duration.ofSeconds(20)).acquire(id)).isEmpty();
      assertThat(after(Duration.ofSeconds(26)).acquire(id)).isPresent();
    }

    @Test
    void is_not_given_for_an_ended_deliberation() {
      assertThat(now.acquire(completed().id())).isEmpty();
      assertThat(now.acquire(new DeliberationId("D-unknown"))).isEmpty();
    }

    @Test
    void that_nobody_holds_makes_a_deliberation_abandoned() {
      DeliberationId held = started(Purpose.PLAN).id();
      DeliberationId left = started(Purpose.IMPLEMENT).id();
      now.acquire(held);

      assertThat(other.abandoned(100_000)).contains(left).doesNotContain(held);
      assertThat(after(Duration.ofSeconds(16)).abandoned(100_000)).contains(left, held);
    }
  }

  @Test
  void turns_that_are_begun_again_are_counted() {
    DeliberationId id = new DeliberationId("D-" + suffix);

    assertThat(attempts().beginAgain(id, Set.of(1, 2)))
        .containsOnly(Map.entry(1, 1), Map.entry(2, 1));
    assertThat(attempts().beginAgain(id, Set.of(2, 3)))
        .containsOnly(Map.entry(2, 2), Map.entry(3, 1));
  }

  @Test
  void changes_that_follow_one_another_are_kept_together() {
    Deliberation started = started(Purpose.PLAN);

    Deliberation two =
        value(
            run(
                () -> {
                  Deliberation locked = deliberations().lock(started).orElseThrow();
                  Change<Deliberation, DeliberationEvent> first =
                      value(locked.record(said(locked.next().get(0), 0), "one", MORNING));
                  Change<Deliberation, DeliberationEvent> second =
                      value(
                          first
                              .after()
                              .record(said(first.after().next().get(0), 0), "two", MORNING));
                  deliberations().saveAll(List.of(first, second));
                  return Outcome.done(second.after());
                }));

    assertThat(two.turns()).hasSize(2);
    assertThat(deliberations().find(started.id())).contains(two);
    assertThat(deliberations().requestOf(new TurnKey(started.id(), 2))).contains("two");
  }

  @Test
  void the_lock_answers_what_others_have_changed_since() {
    Deliberation seen = started(Purpose.PLAN);
    Deliberation changed = taken(seen.id(), said(seen.next().get(0), 0));

    Deliberation locked = value(run(() -> Outcome.done(deliberations().lock(seen).orElseThrow())));

    assertThat(locked).isEqualTo(changed);
  }
}
