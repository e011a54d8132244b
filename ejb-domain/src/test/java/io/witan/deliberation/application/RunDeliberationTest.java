package io.witan.deliberation.application;

import static io.witan.deliberation.application.CouncilInMemory.isTurn;
import static io.witan.deliberation.application.ScriptedRunner.failing;
import static io.witan.deliberation.application.ScriptedRunner.never;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.deliberation.domain.CheckSuite;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent.TurnRecorded;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Finding;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Status;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.port.Attempt;
import io.witan.deliberation.port.TurnFailure.BadAnswer;
import io.witan.deliberation.port.TurnFailure.TurnLost;
import io.witan.deliberation.port.TurnFailure.TurnRejected;
import io.witan.deliberation.port.TurnFailure.TurnTimedOut;
import io.witan.deliberation.port.TurnRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunDeliberationTest {
  private final CouncilInMemory council = new CouncilInMemory();

  @AfterEach
  void close() {
    council.close();
  }

  @Nested
  class When_all_goes_well {
    @Test
    void three_agents_take_nine_turns_and_the_best_wins() throws Exception {
      Deliberation done = council.run(council.started(3));

      assertThat(done.status()).isEqualTo(Status.COMPLETED);
      assertThat(council.runner.askedPlaces()).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
      assertThat(done.ranking()).extracting(Ranked::score).containsExactly(0.6, 0.5, 0.4);
      assertThat(done.winner().orElseThrow().agent().value()).isEqualTo("agent-architect-001");
    }

    @Test
    void every_turn_keeps_what_was_asked_and_what_it_cost() throws Exception {
      Deliberation done = council.run(council.started(3));

      Turn turn = done.turns().get(4);
      assertThat(turn.cost().promptTokens()).isEqualTo(100);
      assertThat(turn.cost().completionTokens()).isEqualTo(20);
      assertThat(turn.cost().model()).isEqualTo("model-x-1");
      assertThat(turn.cost().attempts()).isOne();
      assertThat(turn.requestDigest()).hasSize(64);
      assertThat(council.store.requestOf(council.runner.asked().get(4).key())).isPresent();
    }

    @Test
    void turns_of_a_phase_run_side_by_side() throws Exception {
      int agents = 3;
      CyclicBarrier allAsked = new CyclicBarrier(agents);
      council.runner.follow(
          request ->
              CompletableFuture.runAsync(() -> await(allAsked), council.threads)
                  .thenCompose(met -> council.runner.well(request)));

      assertThat(council.run(council.started(agents)).status()).isEqualTo(Status.COMPLETED);
    }

    private void await(CyclicBarrier barrier) {
      try {
        barrier.await();
      } catch (InterruptedException | BrokenBarrierException broken) {
        throw new IllegalStateException(broken);
      }
    }

    @Test
    void the_draft_is_what_is_criticised_and_the_critique_what_is_revised_with() throws Exception {
      council.run(council.started(3));

      TurnRequest critique = asked(4);
      TurnRequest revision = asked(8);
      assertThat(critique.facts().draft().orElseThrow().title())
          .isEqualTo("PROPOSE of agent-architect-002");
      assertThat(revision.facts().critique().orElseThrow().score()).isEqualTo(0.4);
      assertThat(revision.prompt().user()).contains("too large").contains("PROPOSE of agent");
    }

    private TurnRequest asked(int sequence) {
      return council.runner.asked().stream()
          .filter(request -> isTurn(request, sequence))
          .findFirst()
          .orElseThrow();
    }

    @Test
    void the_same_story_is_asked_the_same_to_the_letter() throws Exception {
      Deliberation first = council.run(council.started(3));
      Deliberation second = council.run(council.started(3));

      assertThat(second.id()).isNotEqualTo(first.id());
      assertThat(second.turns())
          .extracting(Turn::requestDigest)
          .isEqualTo(first.turns().stream().map(Turn::requestDigest).toList());
    }

    @Test
    void an_ended_one_is_not_driven_again() throws Exception {
      DeliberationId id = council.started(2);
      council.run(id);

      assertThat(council.process(council.runner).run(id)).isEmpty();
    }
  }

  @Nested
  class When_an_agent_fails {
    @Test
    void a_bad_answer_is_asked_for_once_more_under_the_same_key() throws Exception {
      council.runner.follow(
          request ->
              isTurn(request, 2) && request.attempt().number() == 1
                  ? council.runner.answer(request, "{\"title\": ")
                  : council.runner.well(request));

      Deliberation done = council.run(council.started(3));

      Turn second = done.turns().get(1);
      assertThat(second.said()).isPresent();
      assertThat(second.cost().attempts()).isEqualTo(2);
      assertThat(second.cost().completionTokens()).isEqualTo(40);
    }

    @Test
    void a_second_bad_answer_fails_the_turn_and_drops_its_author() throws Exception {
      council.runner.follow(
          request ->
              isTurn(request, 2)
                  ? failing(new BadAnswer("no JSON object"))
                  : council.runner.well(request));

      Deliberation done = council.run(council.started(3));

      assertThat(done.status()).isEqualTo(Status.COMPLETED);
      assertThat(done.turns().get(1).failure()).contains("no JSON object");
      assertThat(done.ranking()).hasSize(2);
    }

    @Test
    void a_refused_request_is_not_repeated() throws Exception {
      council.runner.follow(
          request ->
              isTurn(request, 1)
                  ? failing(new TurnRejected("too long"))
                  : council.runner.well(request));

      council.run(council.started(3));

      assertThat(council.runner.askedPlaces()).containsOnlyOnce(1);
    }

    @Test
    void a_late_answer_is_asked_for_once_more() throws Exception {
      council.runner.follow(
          request ->
              isTurn(request, 1) && request.attempt().number() == 1
                  ? failing(new TurnTimedOut("60 s are over"))
                  : council.runner.well(request));

      assertThat(council.run(council.started(3)).turns().get(0).said()).isPresent();
    }

    @Test
    void only_an_answer_of_no_use_makes_another_one_wanted() throws Exception {
      council.runner.follow(
          request -> {
            if (isTurn(request, 1) && request.attempt().number() == 1) {
              return failing(new TurnTimedOut("60 s are over"));
            }
            return isTurn(request, 2) && request.attempt().number() == 1
                ? council.runner.answer(request, "{\"title\": ")
                : council.runner.well(request);
          });

      council.run(council.started(3));

      assertThat(attempts(1)).containsExactly(new Attempt(1, 1, 0), new Attempt(2, 1, 0));
      assertThat(attempts(2)).containsExactly(new Attempt(1, 1, 0), new Attempt(2, 2, 0));
    }

    @Test
    void a_lost_turn_is_sent_again_and_noted() throws Exception {
      council.runner.follow(
          request ->
              isTurn(request, 1) && request.attempt().number() < 3
                  ? failing(new TurnLost("the actor died"))
                  : council.runner.well(request));

      Turn first = council.run(council.started(3)).turns().get(0);

      assertThat(attempts(1))
          .containsExactly(new Attempt(1, 1, 0), new Attempt(2, 1, 1), new Attempt(3, 1, 2));
      assertThat(first.said()).isPresent();
      assertThat(first.cost().lostAttempts()).isEqualTo(2);
    }

    @Test
    void a_turn_that_is_always_lost_fails() throws Exception {
      council.runner.follow(
          request ->
              isTurn(request, 1)
                  ? failing(new TurnLost("the actor died"))
                  : council.runner.well(request));

      Turn first = council.run(council.started(3)).turns().get(0);

      assertThat(first.failure()).contains("lost too often, at last: the actor died");
      assertThat(first.cost().attempts()).isEqualTo(4);
      assertThat(first.cost().lostAttempts()).isEqualTo(4);
    }

    private List<Attempt> attempts(int sequence) {
      return council.runner.asked().stream()
          .filter(request -> isTurn(request, sequence))
          .map(TurnRequest::attempt)
          .toList();
    }

    @Test
    void a_broken_runner_fails_the_turn_only() throws Exception {
      council.runner.follow(
          request ->
              isTurn(request, 3)
                  ? failing(new IllegalStateException("out of order"))
                  : council.runner.well(request));

      assertThat(council.run(council.started(3)).turns().get(2).failure())
          .hasValueSatisfying(why -> assertThat(why).contains("out of order"));
    }

    @Test
    void when_all_fail_the_deliberation_fails() throws Exception {
      council.runner.follow(request -> failing(new TurnRejected("no such model")));

      Deliberation done = council.run(council.started(3));

      assertThat(done.failure())
          .hasValueSatisfying(why -> assertThat(why).contains("no such model"));
    }
  }

  @Nested
  class After_a_crash {
    private final ScriptedRunner later = new ScriptedRunner();

    @Test
    void it_goes_on_at_the_first_missing_turn_and_notes_the_lost_attempt() throws Exception {
      council.runner.follow(request -> isTurn(request, 5) ? never() : council.runner.well(request));
      DeliberationId id = council.started(3);
      crashOnce(id, 5);

      Deliberation done = council.process(later).run(id).orElseThrow();

      assertThat(done.status()).isEqualTo(Status.COMPLETED);
      assertThat(later.askedPlaces()).containsExactlyInAnyOrder(5, 7, 8, 9);
      assertThat(done.turns().get(4).cost().lostAttempts()).isOne();
      assertThat(later.asked().get(0).attempt()).isEqualTo(new Attempt(1, 1, 1));
      assertThat(done.turns().get(5).cost().lostAttempts()).isZero();
    }

    private void crashOnce(DeliberationId id, int recorded) throws Exception {
      Future<?> driving = council.threads.submit(() -> council.process(council.runner).run(id));
      await().until(() -> council.store.find(id).orElseThrow().turns().size() == recorded);
      driving.cancel(true);
      await()
          .until(() -> !council.store.leases(council.clock, Duration.ZERO).abandoned(9).isEmpty());
    }

    @Test
    void no_turn_is_recorded_twice() throws Exception {
      council.runner.follow(
          request ->
              request.facts().kind() == TurnKind.REVISE ? never() : council.runner.well(request));
      DeliberationId id = council.started(3);
      crashOnce(id, 6);

      council.process(later).run(id);

      assertThat(council.store.transactions.events())
          .filteredOn(TurnRecorded.class::isInstance)
          .extracting(event -> ((TurnRecorded) event).turn().slot().sequence())
          .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
  }

  @Test
  void only_one_process_drives() throws Exception {
    council.runner.follow(request -> never());
    DeliberationId id = council.started(3);
    Future<?> driving = council.threads.submit(() -> council.process(council.runner).run(id));
    await().until(() -> council.runner.asked().size() == 3);

    assertThat(council.process(new ScriptedRunner()).run(id)).isEmpty();
    assertThat(driving.isDone()).isFalse();
  }

  @Nested
  class What_is_checked {
    private DeliberationId keepingTo(Constraints constraints) {
      Deliberation usual = council.store.find(council.started(3)).orElseThrow();
      council.store.given(
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
          council.run(
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
