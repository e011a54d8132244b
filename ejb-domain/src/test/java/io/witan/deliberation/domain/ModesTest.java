package io.witan.deliberation.domain;

import static io.witan.deliberation.domain.Deliberations.MORNING;
import static io.witan.deliberation.domain.Deliberations.ballot;
import static io.witan.deliberation.domain.Deliberations.failed;
import static io.witan.deliberation.domain.Deliberations.said;
import static io.witan.deliberation.domain.Deliberations.value;
import static io.witan.deliberation.domain.Deliberations.verdict;
import static io.witan.deliberation.domain.Deliberations.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.witan.shared.InvalidValue;
import io.witan.shared.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModesTest {
  private static final String QWEN = "Qwen/Qwen3-0.6B";
  private static final String LLAMA = "meta-llama/Llama-3.1-8B";

  private static Terms terms(Mode mode, int rounds, boolean judged, Double consensus) {
    return new Terms(
        mode,
        rounds,
        judged,
        Optional.ofNullable(consensus),
        Optional.empty(),
        Long.MAX_VALUE,
        Budget.UNLIMITED);
  }

  private static List<Agent> agents(String... models) {
    return IntStream.range(0, models.length)
        .mapToObj(seat -> new Agent(Agent.seat(Role.QA, seat + 1), Role.QA, models[seat]))
        .toList();
  }

  private static Deliberation of(Purpose purpose, Terms terms, List<Agent> agents) {
    Charter usual = Deliberations.charter(Subject.task("T-1"), purpose, 1);
    return Deliberation.start(
            new DeliberationId("D-1"),
            AlteredCharter.like(usual)
                .seating(terms.mode().seats(agents, purpose))
                .charter()
                .under(terms))
        .after();
  }

  private static Deliberation phase(Deliberation deliberation, Function<TurnSlot, Turn> taking) {
    Deliberation current = deliberation;
    for (TurnSlot slot : deliberation.next()) {
      current = with(current, taking.apply(slot));
    }
    return current;
  }

  private static Deliberation drafted(Deliberation deliberation) {
    return phase(deliberation, slot -> said(slot, 0));
  }

  private static List<Ranked> ranking(Deliberation deliberation) {
    assertThat(deliberation.next()).isEmpty();
    return value(deliberation.conclude(MORNING)).after().ranking();
  }

  private static List<String> kinds(Deliberation deliberation) {
    return deliberation.next().stream().map(slot -> slot.kind().name()).toList();
  }

  private static String critics(Deliberation deliberation) {
    return String.join(
        " ",
        deliberation.next().stream()
            .map(slot -> seat(slot.agent()) + ">" + slot.about().map(ModesTest::seat).orElse("?"))
            .toList());
  }

  private static String seat(AgentId agent) {
    return agent.value().substring(agent.value().length() - 1);
  }

  @Nested
  class Single {
    @Test
    void one_agent_drafts_and_that_is_it() {
      Deliberation one =
          of(Purpose.PLAN, terms(Mode.SINGLE, 1, true, 0.9), agents("m-1", "m-2", "m-3"));

      assertThat(one.charter().agents()).hasSize(1);
      List<Ranked> ranking = ranking(drafted(one));
      assertThat(ranking).hasSize(1);
      assertThat(ranking.get(0).reviewed()).isFalse();
      assertThat(ranking.get(0).score()).isEqualTo(Score.UNREVIEWED);
    }
  }

  @Nested
  class Vote {
    private final Deliberation four =
        of(Purpose.PLAN, terms(Mode.VOTE, 1, false, null), agents("m", "m", "m"));

    @Test
    void has_half_as_many_seats_more_and_about_as_many_turns_as_a_council() {
      assertThat(four.charter().agents())
          .extracting(agent -> agent.id().value())
          .containsExactly("agent-qa-001", "agent-qa-002", "agent-qa-003", "agent-qa-001:2");
      assertThat(drafted(four).slots()).hasSize(8);
    }

    @Test
    void nobody_marks_a_draft_of_their_own_from_whatever_seat() {
      Deliberation drafted = drafted(four);
      TurnSlot first = drafted.next().get(0);

      assertThat(kinds(drafted)).containsOnly("BALLOT");
      assertThat(titles(drafted, first))
          .containsExactly("PROPOSE agent-qa-002", "PROPOSE agent-qa-003");
    }

    @Test
    void every_other_judge_is_shown_the_drafts_the_other_way_round() {
      Deliberation drafted = drafted(four);

      assertThat(titles(drafted, drafted.next().get(2)))
          .containsExactly(
              "PROPOSE agent-qa-001:2", "PROPOSE agent-qa-001", "PROPOSE agent-qa-002");
      assertThat(titles(drafted, drafted.next().get(1)))
          .containsExactly(
              "PROPOSE agent-qa-001", "PROPOSE agent-qa-001:2", "PROPOSE agent-qa-003");
    }

    private List<String> titles(Deliberation drafted, TurnSlot judge) {
      return drafted.candidates(judge).stream()
          .map(said -> ((Proposal) said.contribution()).title())
          .toList();
    }

    @Test
    void the_draft_with_the_best_marks_wins() {
      Deliberation drafted = drafted(four);
      // 1 sees 2, 3; 2 sees 1, 1:2, 3; 3 sees 1:2, 1, 2; 1:2 sees 3, 2.
      Deliberation marked =
          phase(
              drafted,
              slot ->
                  switch (slot.sequence()) {
                    case 5 -> ballot(slot, 0.5, 0.9);
                    case 6 -> ballot(slot, 0.15, 0.2, 0.7);
                    case 7 -> ballot(slot, 0.2, 0.3, 0.5);
                    default -> ballot(slot, 0.8, 0.2);
                  });

      List<Ranked> ranking = ranking(marked);
      assertThat(ranking)
          .extracting(place -> place.agent().value())
          .containsExactly("agent-qa-003", "agent-qa-002", "agent-qa-001", "agent-qa-001:2");
      assertThat(ranking.get(0).score()).isCloseTo(0.8, offset(1e-9));
      assertThat(ranking).allMatch(Ranked::reviewed);
    }

    @Test
    void a_decision_is_taken_by_plain_majority_of_three_times_as_many_drafts() {
      Deliberation nine =
          of(Purpose.JUDGE_TESTS, terms(Mode.VOTE, 1, false, null), agents("m", "m", "m"));

      assertThat(nine.charter().agents()).hasSize(9);
      Deliberation decided =
          phase(nine, slot -> verdict(slot, slot.sequence() < 4 || slot.sequence() > 8));
      List<Ranked> ranking = ranking(decided);
      assertThat(((VerdictProposal) ranking.get(0).proposal()).approved()).isFalse();
      assertThat(ranking.get(0).score()).isEqualTo(4.0 / 8);
      assertThat(ranking.get(8).score()).isEqualTo(3.0 / 8);
    }

    @Test
    void a_lone_draft_needs_no_marks() {
      Deliberation alone = phase(four, slot -> slot.sequence() == 2 ? said(slot, 0) : failed(slot));

      assertThat(ranking(alone)).hasSize(1);
    }
  }

  @Nested
  class Council_of_several_rounds {
    @Test
    void criticises_and_revises_as_often_and_turns_the_ring() {
      Deliberation current =
          drafted(of(Purpose.PLAN, terms(Mode.COUNCIL, 2, false, null), agents("m", "m", "m")));
      assertThat(critics(current)).isEqualTo("1>2 2>3 3>1");
      current = phase(current, slot -> said(slot, 0.2));
      assertThat(kinds(current)).containsOnly("REVISE").hasSize(3);
      current = phase(current, slot -> said(slot, 0));

      assertThat(critics(current)).isEqualTo("1>3 2>1 3>2");
      TurnSlot critique = current.next().get(0);
      assertThat(((Proposal) current.material(critique).orElseThrow().contribution()).title())
          .isEqualTo("REVISE agent-qa-003");
      current = phase(current, slot -> said(slot, 0.7));
      current = phase(current, slot -> said(slot, 0));
      assertThat(current.slots()).hasSize(15);
      assertThat(ranking(current)).extracting(Ranked::score).containsOnly(0.7);
    }

    @Test
    void without_a_round_the_drafts_are_all_there_is() {
      Deliberation drafted =
          drafted(of(Purpose.PLAN, terms(Mode.COUNCIL, 0, false, null), agents("m", "m")));

      assertThat(ranking(drafted)).hasSize(2).noneMatch(Ranked::reviewed);
    }

    @Test
    void one_that_is_judged_gives_marks_to_the_revised_proposals_in_the_end() {
      Deliberation current =
          drafted(of(Purpose.PLAN, terms(Mode.COUNCIL, 1, true, null), agents("m", "m")));
      current = phase(current, slot -> said(slot, 0.2));
      current = phase(current, slot -> said(slot, 0));

      assertThat(kinds(current)).containsExactly("BALLOT", "BALLOT");
      assertThat(
              ((Proposal) current.candidates(current.next().get(0)).get(0).contribution()).title())
          .isEqualTo("REVISE agent-qa-002");
      current = phase(current, slot -> ballot(slot, slot.sequence() == 7 ? 0.9 : 0.4));
      assertThat(ranking(current)).extracting(Ranked::score).containsExactly(0.9, 0.4);
    }
  }

  @Nested
  class Consensus {
    @Test
    void drafts_that_say_the_same_need_no_criticism() {
      Deliberation agreed =
          phase(
              of(Purpose.JUDGE_DESIGN, terms(Mode.COUNCIL, 1, true, 0.9), agents("m", "m", "m")),
              slot -> verdict(slot, true));

      List<Ranked> ranking = ranking(agreed);
      assertThat(ranking).extracting(Ranked::score).containsOnly(1.0);
      assertThat(ranking).allMatch(Ranked::reviewed);
    }

    @Test
    void one_other_opinion_is_enough_to_go_on() {
      Deliberation split =
          phase(
              of(Purpose.JUDGE_DESIGN, terms(Mode.COUNCIL, 1, false, 0.9), agents("m", "m", "m")),
              slot -> verdict(slot, slot.sequence() != 2));

      assertThat(kinds(split)).containsOnly("CRITIQUE");
    }

    @Test
    void texts_agree_by_the_phrases_that_they_share() {
      Turn.Said one = new Turn.Said("pay by card with a receipt", Deliberations.plan("a"));
      Turn.Said same = new Turn.Said("Pay by card, with a receipt!", Deliberations.plan("b"));
      Turn.Said near = new Turn.Said("pay by card with a stamp", Deliberations.plan("c"));

      assertThat(Agreement.ofAll(List.of(one, same))).isOne();
      assertThat(Agreement.with(one, List.of(near))).isEqualTo(3.0 / 5);
      assertThat(Agreement.with(one, List.of(same, near))).isEqualTo((1 + 3.0 / 5) / 2);
      assertThat(Agreement.ofAll(List.of(one))).isZero();
    }
  }

  @Nested
  class Recused {
    @ParameterizedTest
    @CsvSource({
      "q q q, 1>2 2>3 3>1",
      "q l q l, 1>2 2>3 3>4 4>1",
      "q q l l, 1>3 2>4 3>1 4>2",
      "q q l, 1>2 2>3 3>1"
    })
    void are_critics_of_the_authors_family_where_others_are_there(String models, String ring) {
      String[] names =
          Arrays.stream(models.split(" "))
              .map(letter -> letter.equals("q") ? QWEN : LLAMA)
              .toArray(String[]::new);

      assertThat(critics(drafted(of(Purpose.PLAN, Terms.usual(), agents(names))))).isEqualTo(ring);
    }

    @Test
    void are_judges_of_the_authors_family_where_others_are_there() {
      Deliberation drafted =
          drafted(of(Purpose.PLAN, terms(Mode.VOTE, 1, false, null), agents(QWEN, LLAMA)));

      assertThat(drafted.candidates(drafted.next().get(0))).hasSize(1);
      Deliberation kin =
          drafted(of(Purpose.PLAN, terms(Mode.VOTE, 1, false, null), agents(QWEN, QWEN)));
      assertThat(kin.candidates(kin.next().get(0))).hasSize(1);
    }
  }

  @Nested
  class Cut_short {
    private final Cut late = new Cut(Cut.Kind.DEADLINE, "the deadline has passed");

    @Test
    void it_ends_with_what_there_is() {
      Deliberation drafted = drafted(of(Purpose.PLAN, Terms.usual(), agents("m", "m", "m")));
      Deliberation criticised = with(drafted, said(drafted.next().get(2), 0.8));

      Deliberation ended = value(criticised.cut(late, MORNING)).after();
      assertThat(ended.status()).isEqualTo(Status.COMPLETED);
      assertThat(ended.cut()).contains(late);
      assertThat(ended.ranking()).extracting(Ranked::score).containsExactly(0.8, 0.5, 0.5);
      assertThat(seat(ended.winner().orElseThrow().agent())).isEqualTo("1");
    }

    @Test
    void without_a_proposal_it_fails() {
      Deliberation ended =
          value(of(Purpose.PLAN, Terms.usual(), agents("m")).cut(late, MORNING)).after();

      assertThat(ended.status()).isEqualTo(Status.FAILED);
      assertThat(ended.failure().orElseThrow()).contains("the deadline has passed");
    }

    @Test
    void once_ended_it_cannot_be() {
      Deliberation ended =
          value(of(Purpose.PLAN, Terms.usual(), agents("m")).cut(late, MORNING)).after();

      String code = ended.cut(late, MORNING).fold(done -> "", refusal -> refusal.code().name());
      assertThat(code).isEqualTo("ILLEGAL_TRANSITION");
    }
  }

  @Test
  void a_ballot_marks_each_proposal_once_from_0_to_1() {
    assertThatThrownBy(() -> new Ballot(List.of())).isInstanceOf(InvalidValue.class);
    Ballot.Mark mark = new Ballot.Mark("A", 1, "");
    assertThatThrownBy(() -> new Ballot(List.of(mark, mark)))
        .hasMessageContaining("each proposal once");
    assertThatThrownBy(() -> new Ballot.Mark("A", 1.1, "")).hasMessageContaining("0 to 1");
  }

  @Test
  void texts_are_judged_without_the_names_of_who_wrote_them() {
    Blinding blinding = new Blinding(agents(QWEN, "rehearsal"));

    assertThat(blinding.of("agent-qa-001 (Qwen/Qwen3-0.6B) met agent-qa-0012 at the rehearsal"))
        .isEqualTo(
            "a member of the council (a member of the council) met agent-qa-0012 at the"
                + " rehearsal");
  }

  @Test
  void names_without_a_digit_are_hidden_and_the_rest_of_a_text_stays_as_it_is() {
    Blinding blinding =
        new Blinding(
            List.of(
                new Agent(new AgentId("agent-custom"), Role.QA, "tiny"),
                new Agent(new AgentId("agent-other"), Role.QA, "tiny")));

    assertThat(blinding.of("agent-custom says: a tiny, tiny step"))
        .isEqualTo("a member of the council says: a tiny, tiny step");
  }

  @ParameterizedTest
  @CsvSource({"4", "-1"})
  void rounds_have_bounds(int rounds) {
    assertThatThrownBy(() -> terms(Mode.COUNCIL, rounds, false, null))
        .hasMessageContaining("rounds")
        .hasMessageContaining("0 to 3");
  }
}
