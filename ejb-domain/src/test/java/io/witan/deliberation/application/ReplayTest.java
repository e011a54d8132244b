package io.witan.deliberation.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.witan.context.port.ContextPack;
import io.witan.deliberation.adapter.JsonAnswers;
import io.witan.deliberation.adapter.ResourcePromptBook;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.AlteredCharter;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.Ending;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.ModeChoice;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.domain.TurnKey;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.domain.Wording;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.Prices;
import io.witan.deliberation.port.PromptBook;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.deliberation.port.TrackRecord;
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
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplayTest {
  private static final Command PO = Command.by(new Actor(new ActorId("paula"), Set.of(Role.PO)));
  private static final AgentId SECOND = new AgentId("agent-architect-002");
  private static final DeliberationPolicy POLICY =
      new DeliberationPolicy(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofMillis(5),
          Duration.ofMillis(40),
          Duration.ofMillis(50),
          1000);

  private final Clock clock = Clock.systemUTC();
  private final MemoryDeliberations store = new MemoryDeliberations();
  private final ScriptedRunner runner = new ScriptedRunner();
  private final PromptBook prompts = new ResourcePromptBook(500, 1000, Optional.empty());

  private Deliberation done(Mode mode) throws InterruptedException {
    return driven(begun(mode).id());
  }

  private Deliberation begun(Mode mode) {
    Charters charters =
        new Charters(
            subject ->
                Optional.of(
                    new Assignment("Pay", "By card", List.of("Receipt"), Optional.of("S-1"))),
            query -> ContextPack.empty(),
            purpose -> Outcome.done(Agent.council(Role.ARCHITECT, 3, "model-x")),
            runner,
            store,
            POLICY,
            TermsPolicy.unlimited(),
            TrackRecord.empty(),
            clock);
    StartDeliberation.Request plan =
        StartDeliberation.Request.planOf("S-1")
            .under(
                new TermsPolicy.Wish(
                    Optional.of(ModeChoice.of(mode)), Optional.empty(), Optional.empty()));
    return Deliberations.value(
        new StartDeliberation(
                store.transactions, store, charters, () -> UUID.randomUUID().toString())
            .start(PO, plan));
  }

  private Deliberation driven(DeliberationId id) throws InterruptedException {
    TurnRecorder recorder = new TurnRecorder(store.transactions, store, store, clock);
    Phases phases =
        new Phases(
            store,
            recorder,
            store,
            runner,
            prompts,
            new JsonAnswers(),
            new FakeChecks(),
            Prices.free(),
            POLICY,
            clock);
    return new RunDeliberation(store.leases(clock, Duration.ofSeconds(5)), phases, recorder)
        .run(id)
        .orElseThrow();
  }

  private ReplayDeliberation.Replay replay(DeliberationId id, PromptBook book) {
    return Deliberations.value(new ReplayDeliberation(store, book, new JsonAnswers()).replay(id));
  }

  private Outcome<Deliberation> fork(
      Command command, Deliberation of, Map<AgentId, String> swaps, OptionalInt from) {
    return fork(TermsPolicy.unlimited(), command, of, swaps, from);
  }

  private Outcome<Deliberation> fork(
      TermsPolicy rules,
      Command command,
      Deliberation of,
      Map<AgentId, String> swaps,
      OptionalInt from) {
    return new ForkDeliberation(
            store.transactions, store, rules, runner, () -> UUID.randomUUID().toString(), clock)
        .fork(command, of.id(), swaps, from);
  }

  private static Refusal refusal(Outcome<?> outcome) {
    return outcome.fold(
        done -> {
          throw new AssertionError("was not refused");
        },
        why -> why);
  }

  @Nested
  class A_replay {
    @ParameterizedTest
    @EnumSource
    void asks_the_same_to_the_letter_and_comes_to_the_same_end_without_a_model(Mode mode)
        throws Exception {
      Deliberation done = done(mode);
      int asked = runner.asked().size();

      ReplayDeliberation.Replay replay = replay(done.id(), prompts);
      assertThat(replay.isIdentical()).isTrue();
      assertThat(replay.steps()).hasSize(done.turns().size());
      assertThat(replay.ranking()).isEqualTo(done.ranking()).isNotEmpty();
      assertThat(runner.asked()).hasSize(asked);
    }

    @ParameterizedTest
    @EnumSource
    void asks_in_the_words_that_were_the_latest_at_its_start(Mode mode) throws Exception {
      Deliberation begun = begun(mode);
      Terms old = begun.charter().terms().in(Wording.V1);
      store.given(worded(begun, old));

      Deliberation done = driven(begun.id());

      assertThat(store.requestOf(new TurnKey(done.id(), 1)).orElseThrow())
          .contains("\"prompts\":\"v1\"", "works in three steps");
      assertThat(replay(done.id(), prompts).isIdentical()).isTrue();
      store.given(worded(done, old.in(Wording.V2)));
      assertThat(replay(done.id(), prompts).isIdentical()).isFalse();
    }

    private Deliberation worded(Deliberation one, Terms terms) {
      return new Deliberation(
          one.id(), one.charter().under(terms), one.turns(), one.ending(), one.version());
    }

    @Test
    void shows_where_prompts_are_other_ones_by_now() throws Exception {
      Deliberation done = done(Mode.COUNCIL);

      ReplayDeliberation.Replay replay =
          replay(done.id(), new ResourcePromptBook(400, 1000, Optional.empty()));
      assertThat(replay.isIdentical()).isFalse();
      assertThat(replay.steps()).noneMatch(ReplayDeliberation.Step::isSame);
      assertThat(replay.ranking()).isEqualTo(done.ranking());
    }

    @Test
    void shows_a_ranking_that_does_not_follow_from_the_turns() throws Exception {
      Deliberation done = done(Mode.COUNCIL);
      List<Ranked> turned = List.of(done.ranking().get(1), done.ranking().get(0));
      store.given(
          new Deliberation(
              done.id(),
              done.charter(),
              done.turns(),
              Optional.of(new Ending.Completed(turned, Optional.empty(), clock.instant())),
              done.version()));

      assertThat(replay(done.id(), prompts).isIdentical()).isFalse();
    }

    @Test
    void of_an_open_one_goes_as_far_as_it_has_come() throws Exception {
      Deliberation done = done(Mode.COUNCIL);
      store.given(
          new Deliberation(
              done.id(), done.charter(), done.turns().subList(0, 5), Optional.empty(), 6));

      ReplayDeliberation.Replay replay = replay(done.id(), prompts);
      assertThat(replay.steps()).hasSize(5);
      assertThat(replay.isIdentical()).isTrue();
    }

    @Test
    void of_an_unknown_one_is_refused() {
      assertThat(
              refusal(
                      new ReplayDeliberation(store, prompts, new JsonAnswers())
                          .replay(new DeliberationId("D-unknown")))
                  .code())
          .isEqualTo(Refusal.Code.NOT_FOUND);
    }
  }

  @Nested
  class A_fork {
    @Test
    void keeps_the_turns_before_the_swapped_agent_and_takes_the_others_anew() throws Exception {
      Deliberation done = done(Mode.COUNCIL);
      int asked = runner.asked().size();

      Deliberation fork =
          Deliberations.value(fork(PO, done, Map.of(SECOND, "other-model"), OptionalInt.empty()));
      assertThat(fork.turns()).extracting(turn -> turn.slot().sequence()).containsExactly(1);
      assertThat(fork.spent().tokens()).isZero();
      Deliberation ended = driven(fork.id());

      assertThat(ended.charter().origin().orElseThrow().deliberation()).isEqualTo(done.id());
      assertThat(ended.charter().agent(SECOND).model()).isEqualTo("other-model");
      assertThat(runner.asked()).hasSize(asked + 8);
      assertThat(ended.turns().get(0).requestDigest())
          .isEqualTo(done.turns().get(0).requestDigest());
      assertThat(ended.turns().get(1).requestDigest())
          .isNotEqualTo(done.turns().get(1).requestDigest());
      assertThat(replay(ended.id(), prompts).isIdentical()).isTrue();
    }

    @Test
    void may_begin_at_any_turn() throws Exception {
      Deliberation done = done(Mode.COUNCIL);

      Deliberation fork =
          Deliberations.value(fork(PO, done, Map.of(SECOND, "other-model"), OptionalInt.of(5)));
      assertThat(fork.turns()).hasSize(4);
      assertThat(fork.next()).allMatch(slot -> slot.kind() == TurnKind.CRITIQUE).hasSize(2);
      assertThat(driven(fork.id()).turns())
          .extracting(Turn::failure)
          .containsOnly(Optional.empty());
    }

    @Test
    void has_as_much_time_as_the_first_had_however_old_that_is() throws Exception {
      Deliberation done = done(Mode.COUNCIL);
      Charter usual = done.charter();
      Instant morning = usual.createdAt().minus(Duration.ofDays(1));
      store.given(
          new Deliberation(
              done.id(),
              AlteredCharter.like(usual)
                  .at(morning)
                  .charter()
                  .under(
                      new Terms(
                          Mode.COUNCIL,
                          1,
                          false,
                          Optional.empty(),
                          Optional.of(morning.plusSeconds(60)),
                          Long.MAX_VALUE,
                          Budget.UNLIMITED)),
              done.turns(),
              done.ending(),
              done.version()));

      Deliberation fork =
          Deliberations.value(fork(PO, done, Map.of(SECOND, "other-model"), OptionalInt.empty()));
      assertThat(fork.charter().terms().deadline())
          .contains(fork.charter().createdAt().plusSeconds(60));
      Deliberation ended = driven(fork.id());
      assertThat(ended.cut()).isEmpty();
      assertThat(ended.turns()).hasSize(9);
    }

    @Test
    void stands_beside_an_open_one_about_the_same() throws Exception {
      Deliberation done = done(Mode.COUNCIL);
      Map<AgentId, String> swap = Map.of(SECOND, "other-model");

      Deliberation first = Deliberations.value(fork(PO, done, swap, OptionalInt.empty()));
      Deliberation second = Deliberations.value(fork(PO, done, swap, OptionalInt.empty()));
      assertThat(second.id()).isNotEqualTo(first.id());
      assertThat(store.openAbout(done.charter().subject(), done.charter().purpose())).isEmpty();
      assertThat(store.ofStory("S-1")).containsExactly(done.id());
    }

    @Test
    void needs_a_swap_of_an_agent_that_sits_there() throws Exception {
      Deliberation done = done(Mode.COUNCIL);

      assertThat(message(done, Map.of(), OptionalInt.empty())).contains("swap");
      assertThat(message(done, Map.of(new AgentId("agent-9"), "m"), OptionalInt.empty()))
          .contains("agent-9", "agent-architect-001");
      assertThat(message(done, Map.of(SECOND, "m"), OptionalInt.of(0)))
          .contains("from_turn", "1 to 9");
      assertThat(message(done, Map.of(SECOND, "m"), OptionalInt.of(10)))
          .contains("from_turn", "1 to 9");
    }

    private String message(Deliberation done, Map<AgentId, String> swaps, OptionalInt from) {
      return catchThrowable(() -> fork(PO, done, swaps, from)).getMessage();
    }

    @Test
    void may_spend_what_its_story_has_left() throws Exception {
      Deliberation done = done(Mode.COUNCIL);

      Deliberation fork =
          Deliberations.value(
              fork(ofStory(20_000), PO, done, Map.of(SECOND, "other-model"), OptionalInt.empty()));

      assertThat(fork.charter().terms().budget().tokens())
          .isEqualTo(20_000 - done.spent().tokens());
    }

    @Test
    void is_refused_when_its_story_has_nothing_left_and_nothing_is_kept() throws Exception {
      Deliberation done = done(Mode.COUNCIL);
      TermsPolicy spent = ofStory(done.spent().tokens());

      Refusal refusal =
          refusal(fork(spent, PO, done, Map.of(SECOND, "other-model"), OptionalInt.empty()));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.LIMIT_EXCEEDED);
      assertThat(refusal.message())
          .contains("story S-1 may spend", done.spent().tokens() + " tokens");
      assertThat(store.open()).isEmpty();
    }

    private TermsPolicy ofStory(long tokens) {
      return new TermsPolicy(
          Optional.of(Mode.COUNCIL),
          1,
          false,
          Optional.empty(),
          Optional.empty(),
          Long.MAX_VALUE,
          Budget.UNLIMITED,
          new Budget(tokens, Long.MAX_VALUE),
          Constraints.none());
    }

    @Test
    void needs_the_role_that_may_start_one() throws Exception {
      Command developer = Command.by(new Actor(new ActorId("dora"), Set.of(Role.DEVELOPER)));

      assertThat(
              refusal(fork(developer, done(Mode.COUNCIL), Map.of(SECOND, "m"), OptionalInt.empty()))
                  .code())
          .isEqualTo(Refusal.Code.FORBIDDEN);
    }
  }
}
