package io.witan.deliberation.domain;

import static io.witan.deliberation.domain.Deliberations.MORNING;
import static io.witan.deliberation.domain.Deliberations.failed;
import static io.witan.deliberation.domain.Deliberations.ofAgents;
import static io.witan.deliberation.domain.Deliberations.said;
import static io.witan.deliberation.domain.Deliberations.value;
import static io.witan.deliberation.domain.Deliberations.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.shared.ActorId;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliberationTest {

  /** Takes every turn of the current phase. */
  private static Deliberation phase(Deliberation deliberation, Function<TurnSlot, Turn> taking) {
    Deliberation current = deliberation;
    for (TurnSlot slot : deliberation.next()) {
      current = with(current, taking.apply(slot));
    }
    return current;
  }

  private static Deliberation throughout(
      Deliberation deliberation, Function<TurnSlot, Turn> taking) {
    Deliberation current = deliberation;
    while (!current.next().isEmpty()) {
      current = phase(current, taking);
    }
    return value(current.conclude(MORNING.plusSeconds(9))).after();
  }

  private static Turn well(TurnSlot slot) {
    return said(slot, 0.5);
  }

  private static List<String> places(List<TurnSlot> slots) {
    return slots.stream()
        .map(
            slot ->
                "%d %s %s%s"
                    .formatted(
                        slot.sequence(),
                        slot.kind(),
                        number(slot.agent()),
                        slot.about().map(about -> " on " + number(about)).orElse("")))
        .toList();
  }

  private static String number(AgentId agent) {
    return agent.value().substring(agent.value().length() - 1);
  }

  private static Refusal.Code code(Outcome<?> outcome) {
    return outcome.fold(
        done -> {
          throw new AssertionError("was not refused: " + done);
        },
        Refusal::code);
  }

  @Nested
  class With_three_agents {
    private final Deliberation started = ofAgents(3);

    @Test
    void all_propose_first() {
      assertThat(places(started.next()))
          .containsExactly("1 PROPOSE 1", "2 PROPOSE 2", "3 PROPOSE 3");
      assertThat(started.status()).isEqualTo(Status.PENDING);
    }

    @Test
    void each_criticises_the_next_in_the_ring() {
      Deliberation proposed = phase(started, DeliberationTest::well);

      assertThat(places(proposed.next()))
          .containsExactly("4 CRITIQUE 1 on 2", "5 CRITIQUE 2 on 3", "6 CRITIQUE 3 on 1");
      assertThat(proposed.status()).isEqualTo(Status.RUNNING);
    }

    @Test
    void no_critique_comes_before_the_last_proposal() {
      Deliberation two =
          with(with(started, well(started.next().get(0))), well(started.next().get(2)));

      assertThat(places(two.next())).containsExactly("2 PROPOSE 2");
    }

    @Test
    void each_author_revises_the_own_proposal() {
      Deliberation criticised =
          phase(phase(started, DeliberationTest::well), DeliberationTest::well);

      assertThat(places(criticised.next()))
          .containsExactly("7 REVISE 1", "8 REVISE 2", "9 REVISE 3");
    }

    @Test
    void the_best_criticised_revision_wins() {
      Deliberation done = throughout(started, slot -> said(slot, slot.sequence() == 5 ? 0.9 : 0.4));

      Ranked winner = done.winner().orElseThrow();
      assertThat(done.status()).isEqualTo(Status.COMPLETED);
      assertThat(number(winner.agent())).isEqualTo("3");
      assertThat(winner.proposal().title()).startsWith("REVISE");
      assertThat(winner.turn()).isEqualTo(9);
      assertThat(done.ranking()).extracting(Ranked::rank).containsExactly(1, 2, 3);
    }

    @Test
    void equal_scores_keep_the_order_of_the_seats() {
      assertThat(throughout(started, DeliberationTest::well).ranking())
          .extracting(place -> number(place.agent()))
          .containsExactly("1", "2", "3");
    }

    @Test
    void a_failed_proposal_drops_its_author_from_the_ring() {
      Deliberation proposed =
          phase(started, slot -> slot.sequence() == 2 ? failed(slot) : well(slot));

      assertThat(places(proposed.next())).containsExactly("4 CRITIQUE 1 on 3", "6 CRITIQUE 3 on 1");
    }

    @Test
    void a_failed_critique_leaves_its_author_unreviewed_at_the_end() {
      Deliberation done =
          throughout(started, slot -> slot.sequence() == 4 ? failed(slot) : said(slot, 0.6));

      Ranked last = done.ranking().get(2);
      assertThat(number(last.agent())).isEqualTo("2");
      assertThat(last.reviewed()).isFalse();
      assertThat(last.score()).isEqualTo(Score.UNREVIEWED);
      assertThat(last.proposal().title()).startsWith("PROPOSE");
    }

    @Test
    void a_failed_revision_leaves_the_proposal_as_it_was() {
      Deliberation done =
          throughout(started, slot -> slot.kind() == TurnKind.REVISE ? failed(slot) : well(slot));

      assertThat(done.winner().orElseThrow().proposal().title()).startsWith("PROPOSE");
      assertThat(done.winner().orElseThrow().score()).isEqualTo(0.5);
    }

    @Test
    void without_any_proposal_it_fails_and_says_why() {
      Deliberation done = throughout(started, Deliberations::failed);

      assertThat(done.status()).isEqualTo(Status.FAILED);
      assertThat(done.failure()).hasValueSatisfying(why -> assertThat(why).contains("no usable"));
      assertThat(done.winner()).isEmpty();
    }

    @Test
    void a_turn_is_taken_once() {
      TurnSlot first = started.next().get(0);
      Deliberation taken = with(started, well(first));

      Outcome<?> again = taken.record(well(first), "the request", MORNING);

      assertThat(code(again)).isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
    }

    @Test
    void it_does_not_end_while_turns_are_missing() {
      assertThat(code(started.conclude(MORNING))).isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
    }

    @Test
    void every_change_raises_the_version() {
      assertThat(throughout(started, DeliberationTest::well).version()).isEqualTo(1 + 9 + 1);
    }
  }

  @Test
  void a_lone_agent_does_not_judge_itself() {
    Deliberation done = throughout(ofAgents(1), DeliberationTest::well);

    assertThat(done.turns()).hasSize(1);
    assertThat(done.winner().orElseThrow().reviewed()).isFalse();
  }

  @Test
  void two_agents_criticise_each_other() {
    Deliberation proposed = phase(ofAgents(2), DeliberationTest::well);

    assertThat(places(proposed.next())).containsExactly("3 CRITIQUE 1 on 2", "4 CRITIQUE 2 on 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 16})
  void it_always_comes_to_an_end(int agents) {
    Deliberation done = throughout(ofAgents(agents), DeliberationTest::well);

    assertThat(done.turns()).hasSize(agents == 1 ? 1 : 3 * agents);
    assertThat(done.next()).isEmpty();
  }

  @Nested
  class Once_ended {
    private final Deliberation ended =
        value(ofAgents(3).cancel(new ActorId("paula"), MORNING)).after();

    @Test
    void nothing_is_left_to_do() {
      assertThat(ended.next()).isEmpty();
      assertThat(ended.status()).isEqualTo(Status.FAILED);
      assertThat(ended.failure()).contains("cancelled by paula");
    }

    @Test
    void everything_is_refused() {
      TurnSlot slot = ofAgents(3).next().get(0);
      ActorId paula = new ActorId("paula");

      assertThat(
              List.of(
                  code(ended.record(well(slot), "", MORNING)),
                  code(ended.conclude(MORNING)),
                  code(ended.fail("late", MORNING)),
                  code(ended.cancel(paula, MORNING))))
          .containsOnly(Refusal.Code.ILLEGAL_TRANSITION);
    }
  }

  @Nested
  class Values_refuse {
    @Test
    void no_agents_and_too_many() {
      assertThatThrownBy(() -> ofAgents(0)).isInstanceOf(InvalidValue.class);
      assertThatThrownBy(() -> ofAgents(17)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void a_score_outside_of_0_to_1(double score) {
      assertThatThrownBy(() -> new Critique("text", score)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_task_that_waits_for_itself_or_a_later_one() {
      ProposedTask selfish = new ProposedTask("A", "", "feature", Role.DEVELOPER, 1, 1, List.of(0));

      assertThatThrownBy(() -> new PlanProposal("P", "D", List.of("C"), "", List.of(selfish)))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("tasks[0].depends_on");
    }

    @Test
    void a_task_without_a_priority() {
      assertThatThrownBy(
              () -> new ProposedTask("A", "", "feature", Role.DEVELOPER, 1, 0, List.of()))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("tasks.priority");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void a_plan_without_tasks_and_one_that_nobody_can_read(int tasks) {
      ProposedTask task = Deliberations.plan("P").tasks().get(0);

      assertThatThrownBy(
              () -> new PlanProposal("P", "D", List.of("C"), "", Collections.nCopies(tasks, task)))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("1 to 100 tasks");
    }

    @Test
    void a_council_in_which_somebody_sits_twice() {
      Charter charter = ofAgents(1).charter();
      Agent agent = charter.agents().get(0);
      AlteredCharter twice = AlteredCharter.like(charter).seating(List.of(agent, agent));

      assertThatThrownBy(twice::charter)
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("each agent once");
    }

    @Test
    void to_name_a_seat_for_somebody_from_outside() {
      assertThatThrownBy(() -> ofAgents(1).charter().agent(new AgentId("agent-qa-001")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("agent-qa-001 has no seat here");
    }

    @Test
    void a_subject_of_an_unknown_kind() {
      assertThat(Subject.Kind.parse("task")).isEqualTo(Subject.Kind.TASK);
      assertThatThrownBy(() -> Subject.Kind.parse("epic"))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("story or task");
    }

    @Test
    void a_success_without_a_winner() {
      assertThatThrownBy(() -> new Ending.Completed(List.of(), Optional.empty(), MORNING))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_critique_about_nobody() {
      AgentId agent = new AgentId("agent-qa-001");
      assertThatThrownBy(() -> new TurnSlot(1, TurnKind.CRITIQUE, agent, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
