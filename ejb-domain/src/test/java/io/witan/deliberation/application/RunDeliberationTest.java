package io.witan.deliberation.application;

import static io.witan.deliberation.application.ScriptedRunner.failing;
import static io.witan.deliberation.application.ScriptedRunner.never;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.context.port.ContextPack;
import io.witan.deliberation.adapter.JsonAnswers;
import io.witan.deliberation.adapter.ResourcePromptBook;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.CheckSuite;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Cut;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent.TurnRecorded;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.Finding;
import io.witan.deliberation.domain.JudgeCalibration;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Status;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.port.Attempt;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.Prices;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.deliberation.port.TrackRecord;
import io.witan.deliberation.port.TurnFailure.BadAnswer;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnFailure.TurnLost;
import io.witan.deliberation.port.TurnFailure.TurnRejected;
import io.witan.deliberation.port.TurnFailure.TurnTimedOut;
import io.witan.deliberation.port.TurnRequest;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.FakeChecks;
import io.witan.testing.MemoryDeliberations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunDeliberationTest {
  private static final Command PO = Command.by(new Actor(new ActorId("paula"), Set.of(Role.PO)));
  private static final DeliberationPolicy POLICY =
      new DeliberationPolicy(
          Duration.ofMillis(300),
          Duration.ofSeconds(5),
          Duration.ofMillis(5),
          Duration.ofMillis(40),
          Duration.ofMillis(50),
          1000);

  private final Clock clock = Clock.systemUTC();
  private final MemoryDeliberations store = new MemoryDeliberations();
  private final ScriptedRunner runner = new ScriptedRunner(Duration.ZERO);
  private Prices priced = Prices.free();
  private TermsPolicy rules = TermsPolicy.unlimited();
  private TrackRecord trackRecord = TrackRecord.empty();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  /** Another process on the same store. */
  private RunDeliberation process(ScriptedRunner with) {
    TurnRecorder recorder = new TurnRecorder(store.transactions, store, store, clock);
    Phases phases =
        new Phases(
            store,
            recorder,
            store,
            with,
            new ResourcePromptBook(500, 1000, Optional.empty()),
            new JsonAnswers(),
            new FakeChecks(),
            priced,
            POLICY,
            clock);
    return new RunDeliberation(store.leases(clock, Duration.ofSeconds(5)), phases, recorder);
  }

  private StartDeliberation starting(int agents) {
    Charters charters =
        new Charters(
            subject ->
                subject.id().equals("S-1")
                    ? Optional.of(
                        new Assignment("Pay", "By card", List.of("Receipt"), Optional.of("S-1")))
                    : Optional.empty(),
            query -> new ContextPack("about " + query.id(), 3, List.of(), List.of()),
            purpose -> Outcome.done(Agent.council(Role.ARCHITECT, agents, "model-x")),
            runner,
            store,
            POLICY,
            rules,
            trackRecord,
            clock);
    return new StartDeliberation(
        store.transactions, store, charters, () -> UUID.randomUUID().toString());
  }

  private DeliberationId started(int agents) {
    return Deliberations.value(starting(agents).start(PO, StartDeliberation.Request.planOf("S-1")))
        .id();
  }

  private Deliberation run(DeliberationId id) throws InterruptedException {
    return process(runner).run(id).orElseThrow();
  }

  private static boolean isTurn(TurnRequest request, int sequence) {
    return request.key().sequence() == sequence;
  }

  @Nested
  class When_all_goes_well {
    @Test
    void three_agents_take_nine_turns_and_the_best_wins() throws Exception {
      Deliberation done = run(started(3));

      assertThat(done.status()).isEqualTo(Status.COMPLETED);
      assertThat(runner.askedPlaces()).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
      assertThat(done.ranking()).extracting(Ranked::score).containsExactly(0.6, 0.5, 0.4);
      assertThat(done.winner().orElseThrow().agent().value()).isEqualTo("agent-architect-001");
    }

    @Test
    void every_turn_keeps_what_was_asked_and_what_it_cost() throws Exception {
      Deliberation done = run(started(3));

      Turn turn = done.turns().get(4);
      assertThat(turn.cost().promptTokens()).isEqualTo(100);
      assertThat(turn.cost().completionTokens()).isEqualTo(20);
      assertThat(turn.cost().model()).isEqualTo("model-x-1");
      assertThat(turn.cost().attempts()).isOne();
      assertThat(turn.requestDigest()).hasSize(64);
      assertThat(store.requestOf(runner.asked().get(4).key())).isPresent();
    }

    @Test
    void turns_of_a_phase_run_side_by_side() throws Exception {
      ScriptedRunner slow = new ScriptedRunner(Duration.ofMillis(200));
      DeliberationId id = started(3);

      Instant before = clock.instant();
      process(slow).run(id);

      assertThat(Duration.between(before, clock.instant()))
          .isBetween(Duration.ofMillis(600), Duration.ofMillis(1200));
    }

    @Test
    void the_draft_is_what_is_criticised_and_the_critique_what_is_revised_with() throws Exception {
      run(started(3));

      TurnRequest critique = asked(4);
      TurnRequest revision = asked(8);
      assertThat(critique.facts().draft().orElseThrow().title())
          .isEqualTo("PROPOSE of agent-architect-002");
      assertThat(revision.facts().critique().orElseThrow().score()).isEqualTo(0.4);
      assertThat(revision.prompt().user()).contains("too large").contains("PROPOSE of agent");
    }

    private TurnRequest asked(int sequence) {
      return runner.asked().stream()
          .filter(request -> isTurn(request, sequence))
          .findFirst()
          .orElseThrow();
    }

    @Test
    void the_same_story_is_asked_the_same_to_the_letter() throws Exception {
      Deliberation first = run(started(3));
      Deliberation second = run(started(3));

      assertThat(second.id()).isNotEqualTo(first.id());
      assertThat(second.turns())
          .extracting(Turn::requestDigest)
          .isEqualTo(first.turns().stream().map(Turn::requestDigest).toList());
    }

    @Test
    void an_ended_one_is_not_driven_again() throws Exception {
      DeliberationId id = started(2);
      run(id);

      assertThat(process(runner).run(id)).isEmpty();
    }
  }

  @Nested
  class When_an_agent_fails {
    @Test
    void a_bad_answer_is_asked_for_once_more_under_the_same_key() throws Exception {
      runner.follow(
          request ->
              isTurn(request, 2) && request.attempt().number() == 1
                  ? runner.answer(request, "{\"title\": ")
                  : runner.well(request));

      Deliberation done = run(started(3));

      Turn second = done.turns().get(1);
      assertThat(second.said()).isPresent();
      assertThat(second.cost().attempts()).isEqualTo(2);
      assertThat(second.cost().completionTokens()).isEqualTo(40);
    }

    @Test
    void a_second_bad_answer_fails_the_turn_and_drops_its_author() throws Exception {
      runner.follow(
          request ->
              isTurn(request, 2) ? failing(new BadAnswer("no JSON object")) : runner.well(request));

      Deliberation done = run(started(3));

      assertThat(done.status()).isEqualTo(Status.COMPLETED);
      assertThat(done.turns().get(1).failure()).contains("no JSON object");
      assertThat(done.ranking()).hasSize(2);
    }

    @Test
    void a_refused_request_is_not_repeated() throws Exception {
      runner.follow(
          request ->
              isTurn(request, 1) ? failing(new TurnRejected("too long")) : runner.well(request));

      run(started(3));

      assertThat(runner.askedPlaces()).containsOnlyOnce(1);
    }

    @Test
    void a_late_answer_is_asked_for_once_more() throws Exception {
      runner.follow(
          request ->
              isTurn(request, 1) && request.attempt().number() == 1
                  ? failing(new TurnTimedOut("60 s are over"))
                  : runner.well(request));

      assertThat(run(started(3)).turns().get(0).said()).isPresent();
    }

    @Test
    void only_an_answer_of_no_use_makes_another_one_wanted() throws Exception {
      runner.follow(
          request -> {
            if (isTurn(request, 1) && request.attempt().number() == 1) {
              return failing(new TurnTimedOut("60 s are over"));
            }
            return isTurn(request, 2) && request.attempt().number() == 1
                ? runner.answer(request, "{\"title\": ")
                : runner.well(request);
          });

      run(started(3));

      assertThat(attempts(1)).containsExactly(new Attempt(1, 1, 0), new Attempt(2, 1, 0));
      assertThat(attempts(2)).containsExactly(new Attempt(1, 1, 0), new Attempt(2, 2, 0));
    }

    @Test
    void a_lost_turn_is_sent_again_and_noted() throws Exception {
      runner.follow(
          request ->
              isTurn(request, 1) && request.attempt().number() < 3
                  ? failing(new TurnLost("the actor died"))
                  : runner.well(request));

      Turn first = run(started(3)).turns().get(0);

      assertThat(attempts(1))
          .containsExactly(new Attempt(1, 1, 0), new Attempt(2, 1, 1), new Attempt(3, 1, 2));
      assertThat(first.said()).isPresent();
      assertThat(first.cost().lostAttempts()).isEqualTo(2);
    }

    @Test
    void a_turn_that_is_always_lost_fails() throws Exception {
      runner.follow(
          request ->
              isTurn(request, 1) ? failing(new TurnLost("the actor died")) : runner.well(request));

      Turn first = run(started(3)).turns().get(0);

      assertThat(first.failure()).contains("lost too often, at last: the actor died");
      assertThat(first.cost().attempts()).isEqualTo(4);
      assertThat(first.cost().lostAttempts()).isEqualTo(4);
    }

    private List<Attempt> attempts(int sequence) {
      return runner.asked().stream()
          .filter(request -> isTurn(request, sequence))
          .map(TurnRequest::attempt)
          .toList();
    }

    @Test
    void a_broken_runner_fails_the_turn_only() throws Exception {
      runner.follow(
          request ->
              isTurn(request, 3)
                  ? failing(new IllegalStateException("out of order"))
                  : runner.well(request));

      assertThat(run(started(3)).turns().get(2).failure())
          .hasValueSatisfying(why -> assertThat(why).contains("out of order"));
    }

    @Test
    void when_all_fail_the_deliberation_fails() throws Exception {
      runner.follow(request -> failing(new TurnRejected("no such model")));

      Deliberation done = run(started(3));

      assertThat(done.failure())
          .hasValueSatisfying(why -> assertThat(why).contains("no such model"));
    }
  }

  @Nested
  class When_the_runner_cannot_be_reached {
    @Test
    void it_is_waited_for() throws Exception {
      runner.follow(
          request ->
              request.attempt().number() < 3
                  ? failing(new RunnerUnavailable("connection refused"))
                  : runner.well(request));

      Deliberation done = run(started(3));

      assertThat(done.status()).isEqualTo(Status.COMPLETED);
      assertThat(done.turns()).allSatisfy(turn -> assertThat(turn.cost().attempts()).isEqualTo(3));
    }

    @Test
    void the_reason_is_told_while_it_waits_and_no_longer_when_it_goes_on() throws Exception {
      AtomicBoolean reachable = new AtomicBoolean();
      runner.follow(
          request ->
              reachable.get()
                  ? runner.well(request)
                  : failing(new RunnerUnavailable("connection refused")));
      DeliberationId id = started(1);

      Future<Optional<Deliberation>> driven = threads.submit(() -> process(runner).run(id));
      await().until(() -> store.of(id).isPresent());
      assertThat(store.of(id).orElseThrow().reason()).isEqualTo("connection refused");
      reachable.set(true);

      assertThat(driven.get().orElseThrow().status()).isEqualTo(Status.COMPLETED);
      assertThat(store.of(id)).isEmpty();
    }

    @Test
    void patience_ends_and_the_reason_is_told() throws Exception {
      runner.follow(request -> failing(new RunnerUnavailable("connection refused")));

      Deliberation done = run(started(3));

      assertThat(done.status()).isEqualTo(Status.FAILED);
      assertThat(done.failure())
          .hasValueSatisfying(
              why -> assertThat(why).contains("could not be reached").contains("refused"));
    }

    @Test
    void the_time_that_it_asks_for_is_honoured() throws Exception {
      runner.follow(
          request ->
              request.attempt().number() == 1 && isTurn(request, 1)
                  ? failing(
                      new RunnerUnavailable("busy", Optional.of(Duration.ofMillis(250)), null))
                  : runner.well(request));

      Deliberation done = run(started(1));

      assertThat(done.turns().get(0).cost().duration()).isGreaterThan(Duration.ofMillis(249));
    }
  }

  @Nested
  class After_a_crash {
    private final ScriptedRunner later = new ScriptedRunner(Duration.ZERO);

    @Test
    void it_goes_on_at_the_first_missing_turn_and_notes_the_lost_attempt() throws Exception {
      runner.follow(request -> isTurn(request, 5) ? never() : runner.well(request));
      DeliberationId id = started(3);
      crashOnce(id, 5);

      Deliberation done = process(later).run(id).orElseThrow();

      assertThat(done.status()).isEqualTo(Status.COMPLETED);
      assertThat(later.askedPlaces()).containsExactlyInAnyOrder(5, 7, 8, 9);
      assertThat(done.turns().get(4).cost().lostAttempts()).isOne();
      assertThat(later.asked().get(0).attempt()).isEqualTo(new Attempt(1, 1, 1));
      assertThat(done.turns().get(5).cost().lostAttempts()).isZero();
    }

    private void crashOnce(DeliberationId id, int recorded) throws Exception {
      Future<?> driving = threads.submit(() -> process(runner).run(id));
      await().until(() -> store.find(id).orElseThrow().turns().size() == recorded);
      driving.cancel(true);
      await().until(() -> !store.leases(clock, Duration.ZERO).abandoned(9).isEmpty());
    }

    @Test
    void no_turn_is_recorded_twice() throws Exception {
      runner.follow(
          request -> request.facts().kind() == TurnKind.REVISE ? never() : runner.well(request));
      DeliberationId id = started(3);
      crashOnce(id, 6);

      process(later).run(id);

      assertThat(store.transactions.events())
          .filteredOn(TurnRecorded.class::isInstance)
          .extracting(event -> ((TurnRecorded) event).turn().slot().sequence())
          .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
  }

  @Test
  void only_one_process_drives() throws Exception {
    runner.follow(request -> never());
    DeliberationId id = started(3);
    Future<?> driving = threads.submit(() -> process(runner).run(id));
    await().until(() -> runner.asked().size() == 3);

    assertThat(process(new ScriptedRunner(Duration.ZERO)).run(id)).isEmpty();
    assertThat(driving.isDone()).isFalse();
  }

  @Test
  void a_cancelled_one_stops_while_it_waits() throws Exception {
    runner.follow(request -> never());
    DeliberationId id = started(3);
    Future<Optional<Deliberation>> driving = threads.submit(() -> process(runner).run(id));
    await().until(() -> runner.asked().size() == 3);

    new CancelDeliberation(store.transactions, store, clock).cancel(PO, id);

    assertThat(driving.get().orElseThrow().failure()).contains("cancelled by paula");
  }

  @Nested
  class Starting {
    @Test
    void again_answers_the_open_one() {
      assertThat(started(3)).isEqualTo(started(3));
    }

    @Test
    void needs_the_role() {
      Command dev = Command.by(new Actor(new ActorId("dana"), Set.of(Role.DEVELOPER)));

      assertThat(refused(starting(3).start(dev, StartDeliberation.Request.planOf("S-1"))))
          .isEqualTo(Refusal.Code.FORBIDDEN);
    }

    @Test
    void needs_a_known_subject() {
      assertThat(refused(starting(3).start(PO, StartDeliberation.Request.planOf("S-2"))))
          .isEqualTo(Refusal.Code.NOT_FOUND);
    }

    private Refusal.Code refused(Outcome<Deliberation> outcome) {
      return outcome.fold(
          done -> {
            throw new AssertionError("was not refused");
          },
          Refusal::code);
    }
  }

  @Nested
  class Cancelling {
    private final CancelDeliberation cancel =
        new CancelDeliberation(store.transactions, store, clock);

    @Test
    void a_stale_look_is_refused() {
      DeliberationId id = started(3);

      assertThat(cancel.cancel(PO.expecting(7), id).isDone()).isFalse();
      assertThat(store.find(id).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void frees_the_subject_for_another() {
      DeliberationId id = started(3);

      assertThat(cancel.cancel(PO.expecting(1), id).isDone()).isTrue();
      assertThat(started(3)).isNotEqualTo(id);
    }
  }

  @Nested
  class When_something_runs_out {
    private static final Prices PENNY_A_TOKEN =
        (model, question, answer) -> 10_000L * (question + answer);

    private DeliberationId under(Budget budget, Optional<Instant> deadline, long turnTokens) {
      Deliberation usual = store.find(started(3)).orElseThrow();
      Terms terms =
          new Terms(Mode.COUNCIL, 1, false, Optional.empty(), deadline, turnTokens, budget);
      store.given(
          new Deliberation(
              usual.id(), usual.charter().under(terms), List.of(), Optional.empty(), 1));
      return usual.id();
    }

    private DeliberationId within(Budget budget) {
      return under(budget, Optional.empty(), Long.MAX_VALUE);
    }

    @Test
    void no_turn_is_sent_that_could_cost_more_than_is_left() throws Exception {
      // A turn may take some 1,300 tokens and takes 120.
      Deliberation done = run(within(new Budget(2_000, Long.MAX_VALUE)));

      int taken = runner.asked().size();
      assertThat(taken).isBetween(3, 8);
      assertThat(runner.askedPlaces()).isEqualTo(IntStream.rangeClosed(1, taken).boxed().toList());
      assertThat(done.status()).isEqualTo(Status.COMPLETED);
      assertThat(done.cut().orElseThrow().kind()).isEqualTo(Cut.Kind.BUDGET);
      assertThat(done.cut().orElseThrow().detail())
          .contains("2000 tokens", (2_000 - taken * 120) + " tokens", "turn " + (taken + 1));
      assertThat(done.spent().tokens()).isEqualTo(taken * 120L);
      assertThat(done.ranking()).hasSize(3);
    }

    @Test
    void too_little_for_the_first_turn_fails_it() throws Exception {
      Deliberation done = run(within(new Budget(100, Long.MAX_VALUE)));

      assertThat(runner.asked()).isEmpty();
      assertThat(done.status()).isEqualTo(Status.FAILED);
      assertThat(done.failure().orElseThrow()).contains("100 tokens", "turn 1");
    }

    @Test
    void cost_runs_out_like_tokens_and_is_kept_with_each_turn() throws Exception {
      priced = PENNY_A_TOKEN;
      Deliberation done = run(within(new Budget(Long.MAX_VALUE, 20_000_000)));

      assertThat(done.cut().orElseThrow().kind()).isEqualTo(Cut.Kind.BUDGET);
      assertThat(done.turns()).extracting(turn -> turn.cost().micros()).containsOnly(1_200_000L);
      assertThat(done.spent().micros()).isEqualTo(done.turns().size() * 1_200_000L);
    }

    @Test
    void a_resumed_one_knows_what_was_spent_before() throws Exception {
      DeliberationId id = within(new Budget(3_400, Long.MAX_VALUE));
      run(id);
      List<Integer> first = runner.askedPlaces();

      assertThat(process(runner).run(id)).isEmpty();
      assertThat(runner.askedPlaces()).isEqualTo(first);
    }

    @Test
    void a_turn_that_is_too_large_is_not_sent() throws Exception {
      Deliberation done = run(under(Budget.UNLIMITED, Optional.empty(), 100));

      assertThat(runner.asked()).isEmpty();
      assertThat(done.failure().orElseThrow()).contains("100 at most are allowed");
    }

    @Test
    void at_the_deadline_it_ends_with_what_it_has() throws Exception {
      runner.follow(request -> isTurn(request, 5) ? never() : runner.well(request));
      Instant deadline = clock.instant().plusMillis(700);

      Deliberation done = run(under(Budget.UNLIMITED, Optional.of(deadline), Long.MAX_VALUE));

      assertThat(done.cut().orElseThrow().kind()).isEqualTo(Cut.Kind.DEADLINE);
      assertThat(done.turns()).hasSize(5);
      assertThat(clock.instant()).isBetween(deadline, deadline.plusSeconds(3));
    }

    @Test
    void a_story_that_has_spent_its_budget_gets_no_further_deliberation() throws Exception {
      rules =
          new TermsPolicy(
              Optional.of(Mode.COUNCIL),
              1,
              false,
              Optional.empty(),
              Optional.empty(),
              Long.MAX_VALUE,
              Budget.UNLIMITED,
              new Budget(20_000, Long.MAX_VALUE),
              Constraints.none());
      Deliberation first = run(started(3));

      assertThat(first.charter().terms().budget().tokens()).isEqualTo(20_000);
      Deliberation second = store.find(started(3)).orElseThrow();
      assertThat(second.charter().terms().budget().tokens()).isEqualTo(20_000 - 9 * 120);
      Refusal refusal =
          starting(3)
              .start(
                  PO,
                  new StartDeliberation.Request(
                      Purpose.READINESS, Subject.story("S-1"), Optional.empty(), List.of()))
              .fold(
                  done -> {
                    throw new AssertionError("was not refused");
                  },
                  why -> why);
      assertThat(refusal.code()).isEqualTo(Refusal.Code.LIMIT_EXCEEDED);
      assertThat(refusal.message()).contains("S-1", "20000 tokens");
    }
  }

  @Nested
  class What_earlier_outcomes_teach {
    private static final JudgeCalibration LENIENT = new JudgeCalibration(-2, 1, 0.5);

    private TrackRecord record(Optional<Mode> favoured) {
      return new TrackRecord() {
        @Override
        public Map<AgentId, JudgeCalibration> calibrations(Purpose purpose, List<Agent> agents) {
          return Map.of(agents.get(0).id(), LENIENT);
        }

        @Override
        public Optional<Mode> favoured(Purpose purpose, Role role) {
          return favoured;
        }
      };
    }

    private void noModeIsNamed() {
      TermsPolicy usual = TermsPolicy.unlimited();
      rules =
          new TermsPolicy(
              Optional.empty(),
              usual.rounds(),
              usual.judged(),
              usual.consensus(),
              usual.deadline(),
              usual.turnTokens(),
              usual.deliberation(),
              usual.story(),
              Constraints.none());
    }

    private Terms terms(DeliberationId id) {
      return store.find(id).orElseThrow().charter().terms();
    }

    @Test
    void is_frozen_when_it_starts() {
      trackRecord = record(Optional.empty());

      Terms terms = terms(started(3));

      assertThat(terms.mode()).isEqualTo(Mode.COUNCIL);
      assertThat(terms.calibrations())
          .isEqualTo(Map.of(new AgentId("agent-architect-001"), LENIENT));
    }

    @Test
    void is_the_mode_where_none_is_named() {
      noModeIsNamed();
      trackRecord = record(Optional.of(Mode.VOTE));

      assertThat(terms(started(3)).mode()).isEqualTo(Mode.VOTE);
    }

    @Test
    void is_not_enough_at_first_so_that_the_id_says_which_is_tried() {
      noModeIsNamed();

      DeliberationId id = started(3);

      assertThat(terms(id).mode()).isEqualTo(Mode.inTurn(id));
    }
  }

  @Nested
  class What_is_checked {
    private DeliberationId keepingTo(Constraints constraints) {
      Deliberation usual = store.find(started(3)).orElseThrow();
      store.given(
          new Deliberation(
              usual.id(),
              usual.charter().under(Terms.usual().keepingTo(constraints)),
              List.of(),
              Optional.empty(),
              1));
      return usual.id();
    }

    @Test
    void is_kept_with_the_turn_and_counts_in_the_score() throws Exception {
      Deliberation done =
          run(
              keepingTo(
                  new Constraints(
                      List.of(), List.of(), List.of("of agent-architect-001"), List.of())));

      Turn first = done.turns().get(0);
      assertThat(first.said().orElseThrow().checks().policy().hasFailed()).isTrue();
      Ranked last = done.ranking().get(2);
      assertThat(last.agent().value()).isEqualTo("agent-architect-001");
      assertThat(last.score()).isZero();
      assertThat(last.checks().policy().findings())
          .extracting(Finding::text)
          .containsExactly("it says of agent-architect-001");
      assertThat(done.ranking().get(0).checks().allPassed()).isTrue();
      assertThat(done.turns().get(4).said().orElseThrow().checks()).isEqualTo(CheckSuite.none());
    }
  }
}
