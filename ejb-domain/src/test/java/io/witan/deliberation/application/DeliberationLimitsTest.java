package io.witan.deliberation.application;

import static io.witan.deliberation.application.CouncilInMemory.isTurn;
import static io.witan.deliberation.application.ScriptedRunner.never;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.deliberation.domain.Budget;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Cut;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Status;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.port.Prices;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.shared.Refusal;
import io.witan.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a deliberation may spend, and until when. */
class DeliberationLimitsTest {
  private static final Prices PENNY_A_TOKEN =
      (model, question, answer) -> 10_000L * (question + answer);

  private final CouncilInMemory council = new CouncilInMemory();

  @AfterEach
  void close() {
    council.close();
  }

  private DeliberationId under(Budget budget, Optional<Instant> deadline, long turnTokens) {
    Deliberation usual = council.store.find(council.started(3)).orElseThrow();
    Terms terms = new Terms(Mode.COUNCIL, 1, false, Optional.empty(), deadline, turnTokens, budget);
    council.store.given(
        new Deliberation(usual.id(), usual.charter().under(terms), List.of(), Optional.empty(), 1));
    return usual.id();
  }

  private DeliberationId within(Budget budget) {
    return under(budget, Optional.empty(), Long.MAX_VALUE);
  }

  @Test
  void no_turn_is_sent_that_could_cost_more_than_is_left() throws Exception {
    // A turn may take some 1,300 tokens and takes 120.
    Deliberation done = council.run(within(new Budget(2_000, Long.MAX_VALUE)));

    int taken = council.runner.asked().size();
    assertThat(taken).isBetween(3, 8);
    assertThat(council.runner.askedPlaces())
        .isEqualTo(IntStream.rangeClosed(1, taken).boxed().toList());
    assertThat(done.status()).isEqualTo(Status.COMPLETED);
    assertThat(done.cut().orElseThrow().kind()).isEqualTo(Cut.Kind.BUDGET);
    assertThat(done.cut().orElseThrow().detail())
        .contains("2000 tokens", (2_000 - taken * 120) + " tokens", "turn " + (taken + 1));
    assertThat(done.spent().tokens()).isEqualTo(taken * 120L);
    assertThat(done.ranking()).hasSize(3);
  }

  @Test
  void too_little_for_the_first_turn_fails_it() throws Exception {
    Deliberation done = council.run(within(new Budget(100, Long.MAX_VALUE)));

    assertThat(council.runner.asked()).isEmpty();
    assertThat(done.status()).isEqualTo(Status.FAILED);
    assertThat(done.failure().orElseThrow()).contains("100 tokens", "turn 1");
  }

  @Test
  void cost_runs_out_like_tokens_and_is_kept_with_each_turn() throws Exception {
    council.priced = PENNY_A_TOKEN;
    Deliberation done = council.run(within(new Budget(Long.MAX_VALUE, 20_000_000)));

    assertThat(done.cut().orElseThrow().kind()).isEqualTo(Cut.Kind.BUDGET);
    assertThat(done.turns()).extracting(turn -> turn.cost().micros()).containsOnly(1_200_000L);
    assertThat(done.spent().micros()).isEqualTo(done.turns().size() * 1_200_000L);
  }

  @Test
  void a_resumed_one_knows_what_was_spent_before() throws Exception {
    DeliberationId id = within(new Budget(3_400, Long.MAX_VALUE));
    council.run(id);
    List<Integer> first = council.runner.askedPlaces();

    assertThat(council.process(council.runner).run(id)).isEmpty();
    assertThat(council.runner.askedPlaces()).isEqualTo(first);
  }

  @Test
  void a_turn_that_is_too_large_is_not_sent() throws Exception {
    Deliberation done = council.run(under(Budget.UNLIMITED, Optional.empty(), 100));

    assertThat(council.runner.asked()).isEmpty();
    assertThat(done.failure().orElseThrow()).contains("100 at most are allowed");
  }

  @Test
  void at_the_deadline_it_ends_with_what_it_has() throws Exception {
    SettableClock clock = new SettableClock(Instant.now());
    Duration left = Duration.ofSeconds(3);
    council.clock = clock;
    council.runner.follow(request -> isTurn(request, 5) ? never() : council.runner.well(request));
    DeliberationId id =
        under(Budget.UNLIMITED, Optional.of(clock.instant().plus(left)), Long.MAX_VALUE);

    Future<Deliberation> driven = council.threads.submit(() -> council.run(id));
    await().until(() -> council.store.find(id).orElseThrow().turns().size() == 5);
    clock.pass(left);

    Deliberation done = driven.get();
    assertThat(done.cut().orElseThrow().kind()).isEqualTo(Cut.Kind.DEADLINE);
    assertThat(done.turns()).hasSize(5);
  }

  @Test
  void a_story_that_has_spent_its_budget_gets_no_further_deliberation() throws Exception {
    council.rules =
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
    Deliberation first = council.run(council.started(3));

    assertThat(first.charter().terms().budget().tokens()).isEqualTo(20_000);
    Deliberation second = council.store.find(council.started(3)).orElseThrow();
    assertThat(second.charter().terms().budget().tokens()).isEqualTo(20_000 - 9 * 120);
    Refusal refusal =
        council
            .starting(3)
            .start(
                CouncilInMemory.PO,
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
