package io.witan.deliberation.port;

import static io.witan.deliberation.domain.Deliberations.MORNING;
import static io.witan.deliberation.domain.Deliberations.failed;
import static io.witan.deliberation.domain.Deliberations.said;
import static io.witan.deliberation.domain.Deliberations.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
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
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.domain.Origin;
import io.witan.deliberation.domain.PathPattern;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.domain.TurnKey;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of deliberations keeps its word on. */
public abstract class DeliberationRepositoryContract extends StoredDeliberations {
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
