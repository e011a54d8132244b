package io.witan.executor;

import static io.witan.executor.Turns.CARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.adapter.JsonAnswers;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.DerivationProposal;
import io.witan.deliberation.domain.GateBrief;
import io.witan.deliberation.domain.PlanProposal;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.ProposedTask;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.ReadinessProposal;
import io.witan.deliberation.domain.ReviewProposal;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.domain.VerdictProposal;
import io.witan.deliberation.domain.WorkProposal;
import io.witan.deliberation.port.TurnFacts;
import io.witan.deliberation.port.TurnResult;
import io.witan.shared.Role;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsalTurnRunnerTest {
  private final RehearsalTurnRunner runner = new RehearsalTurnRunner(Duration.ZERO);
  private final JsonAnswers answers = new JsonAnswers();

  private TurnResult result(TurnFacts facts) {
    return runner
        .run(Turns.request(facts, "D-1", Duration.ofSeconds(9)))
        .toCompletableFuture()
        .join();
  }

  private Proposal propose(Purpose purpose, int seat, Assignment assignment) {
    String text = result(Turns.proposing(purpose, seat, assignment)).text();
    return (Proposal) answers.read(purpose, TurnKind.PROPOSE, text);
  }

  private Critique criticise(Purpose purpose, Proposal draft) {
    TurnFacts facts =
        Turns.facts(purpose, TurnKind.CRITIQUE, 0, CARD, Optional.of(draft), Optional.empty());
    return (Critique) answers.read(purpose, TurnKind.CRITIQUE, result(facts).text());
  }

  private Proposal revise(Purpose purpose, Proposal draft) {
    TurnFacts facts =
        Turns.facts(
            purpose,
            TurnKind.REVISE,
            0,
            CARD,
            Optional.of(draft),
            Optional.of(criticise(purpose, draft)));
    return (Proposal) answers.read(purpose, TurnKind.REVISE, result(facts).text());
  }

  private List<Proposal> three(Purpose purpose) {
    return IntStream.range(0, 3).mapToObj(seat -> propose(purpose, seat, CARD)).toList();
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void the_same_request_gets_the_same_answer(Purpose purpose) {
    TurnFacts facts = Turns.proposing(purpose, 1, CARD);
    assertThat(result(facts)).isEqualTo(result(facts));
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void three_agents_differ(Purpose purpose) {
    assertThat(three(purpose)).doesNotHaveDuplicates();
    assertThat(three(purpose)).extracting(Proposal::title).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void the_scores_of_three_agents_differ(Purpose purpose) {
    assertThat(three(purpose))
        .extracting(draft -> criticise(purpose, draft).score())
        .doesNotHaveDuplicates()
        .allSatisfy(score -> assertThat(score).isBetween(0.3, 1.0));
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void everything_says_that_it_is_a_rehearsal(Purpose purpose) {
    for (Proposal draft : three(purpose)) {
      assertThat(draft.title()).startsWith("[rehearsal]");
      assertThat(criticise(purpose, draft).text()).containsIgnoringCase("rehearsal");
      assertThat(revise(purpose, draft).toString().toLowerCase(Locale.ROOT))
          .contains("revised in rehearsal");
    }
  }

  @Nested
  class A_review {
    @Test
    void names_a_task_for_each_point_of_the_story_and_how_hard_it_is() {
      ReviewProposal review = (ReviewProposal) propose(Purpose.REVIEW, 1, CARD);

      assertThat(review.tasks())
          .extracting(ReviewProposal.Task::description)
          .contains("Build: The orders table is migrated")
          .hasSize(3);
      assertThat(review.complexity()).isEqualTo("MEDIUM");
      assertThat(review.acceptanceCriteria()).isEqualTo(CARD.acceptanceCriteria());
    }

    @ParameterizedTest
    @CsvSource({"QA, Test: , LOW", "DEVOPS, Deploy and watch: , LOW"})
    void is_written_for_the_role_of_the_agent(Role role, String deed, String complexity) {
      Assignment story = new Assignment("Pay", "", List.of("It works"), Optional.of("S-1"));
      TurnFacts facts =
          new TurnFacts(
              Purpose.REVIEW,
              TurnKind.PROPOSE,
              Agent.council(role, 1, "model-x").get(0),
              0,
              1,
              Subject.task("ceremony-1"),
              story,
              "",
              Optional.empty(),
              Optional.empty(),
              Optional.empty());

      ReviewProposal review =
          (ReviewProposal) answers.read(Purpose.REVIEW, TurnKind.PROPOSE, result(facts).text());

      assertThat(review.tasks())
          .singleElement()
          .satisfies(task -> assertThat(task.description()).startsWith(deed));
      assertThat(review.complexity()).isEqualTo(complexity);
    }

    @Test
    void of_much_is_hard_and_bounded() {
      Assignment story =
          new Assignment("Pay", "", Collections.nCopies(500, "It holds"), Optional.of("S-1"));

      ReviewProposal review = (ReviewProposal) propose(Purpose.REVIEW, 0, story);

      assertThat(review.complexity()).isEqualTo("HIGH");
      assertThat(review.tasks()).hasSizeLessThanOrEqualTo(ReviewProposal.MOST_TASKS);
    }
  }

  @Nested
  class A_derivation {
    @Test
    void cuts_the_plan_into_tasks_that_know_what_they_wait_for() {
      DerivationProposal derivation = (DerivationProposal) propose(Purpose.DERIVE, 1, CARD);

      assertThat(derivation.tasks().get(0).id()).isEqualTo("T1");
      assertThat(derivation.tasks().get(1).dependsOn())
          .containsExactly(new DerivationProposal.Wait("T1", "[rehearsal] the rules put it first"));
      assertThat(derivation.tasks())
          .extracting(DerivationProposal.Task::title)
          .contains("Build: The orders table is migrated");
    }

    @Test
    void never_goes_in_a_circle() {
      for (Proposal draft : three(Purpose.DERIVE)) {
        Set<String> before = new HashSet<>();
        for (DerivationProposal.Task task : ((DerivationProposal) draft).tasks()) {
          assertThat(before)
              .containsAll(task.dependsOn().stream().map(DerivationProposal.Wait::id).toList());
          before.add(task.id());
        }
      }
    }
  }

  @Nested
  class A_judgement_of_readiness {
    private ReadinessProposal judge(int seat, Assignment story) {
      return (ReadinessProposal) propose(Purpose.READINESS, seat, story);
    }

    private List<Integer> points(Assignment story) {
      return judge(0, story).criteria().stream().map(ReadinessProposal.Finding::points).toList();
    }

    @Test
    void gives_points_for_words_that_it_quotes() {
      Assignment story =
          new Assignment(
              "Pay",
              "As a buyer I pay. ".repeat(8) + "\n\n  Dependencies: none.\nEstimate: 8 hours.\n",
              List.of("Users are happy", "A receipt is shown"),
              Optional.of("S-1"));

      assertThat(points(story)).containsExactly(20, 20, 20, 20, 20);
      assertThat(judge(0, story).criteria())
          .extracting(ReadinessProposal.Finding::evidence)
          .endsWith("Dependencies: none.", "Estimate: 8 hours.", "A receipt is shown")
          .allSatisfy(
              quote -> assertThat(story.text() + story.acceptanceCriteria()).contains(quote));
    }

    @Test
    void gives_none_for_what_is_not_said_and_half_for_little() {
      assertThat(points(new Assignment("Pay", "Pay.", List.of("Nice"), Optional.of("S-1"))))
          .containsExactly(10, 10, 0, 0, 0);
      assertThat(points(new Assignment("Pay", "", List.of(), Optional.of("S-1"))))
          .containsExactly(0, 0, 0, 0, 0);
    }

    @Test
    void quotes_long_lines_in_part_word_for_word() {
      Assignment story = new Assignment("Pay", "x".repeat(900), List.of(), Optional.of("S-1"));

      assertThat(judge(0, story).criteria().get(0).evidence()).isEqualTo("x".repeat(200));
    }
  }

  @Nested
  class A_verdict {
    private VerdictProposal judge(Purpose purpose, String work) {
      return (VerdictProposal)
          propose(
              purpose,
              1,
              new Assignment(
                  "Pay",
                  GateBrief.toJudge("Write a test.", work),
                  List.of("A receipt is shown"),
                  Optional.of("S-1")));
    }

    @Test
    void of_an_architect_wants_something_to_look_at() {
      assertThat(judge(Purpose.JUDGE_DESIGN, "commit_sha: 4f2a9c1").approved()).isTrue();
      assertThat(judge(Purpose.JUDGE_DESIGN, "Nothing").approved()).isFalse();
    }

    @Test
    void of_qa_wants_a_word_on_tests_in_the_work_not_in_the_task() {
      assertThat(judge(Purpose.JUDGE_TESTS, "commit_sha: 4f2a9c1").approved()).isFalse();
      assertThat(judge(Purpose.JUDGE_TESTS, "tests: CardTest").approved()).isTrue();
    }
  }

  @Nested
  class A_plan {
    @Test
    void is_made_of_the_words_of_the_story() {
      for (Proposal draft : three(Purpose.PLAN)) {
        PlanProposal plan = (PlanProposal) draft;
        assertThat(plan.title()).contains("Pay by card");
        assertThat(plan.acceptanceCriteria()).isEqualTo(CARD.acceptanceCriteria());
        assertThat(plan.tasks())
            .extracting(ProposedTask::title)
            .contains("Build: The orders table is migrated");
      }
    }

    @Test
    void guesses_kinds_of_work_from_words() {
      PlanProposal plan = (PlanProposal) propose(Purpose.PLAN, 0, CARD);

      assertThat(plan.tasks())
          .extracting(ProposedTask::type)
          .containsExactly("feature", "feature", "data_migration", "testing");
    }

    @Test
    void gets_the_tests_and_the_guide_that_the_critique_missed() {
      PlanProposal plan = (PlanProposal) revise(Purpose.PLAN, propose(Purpose.PLAN, 0, CARD));

      assertThat(plan.tasks())
          .extracting(ProposedTask::type)
          .contains("unit_test", "documentation");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 19, 20, 21, 500})
    void stays_within_bounds_whatever_the_story_holds(int criteria) {
      Assignment story =
          new Assignment(
              "x".repeat(300),
              "",
              Collections.nCopies(criteria, "It holds\n\nfor " + "words ".repeat(400)),
              Optional.empty());

      for (int seat = 0; seat < 6; seat++) {
        PlanProposal plan = (PlanProposal) propose(Purpose.PLAN, seat, story);
        assertThat(plan.tasks()).hasSizeLessThanOrEqualTo(100);
      }
    }
  }

  @Nested
  class Work {
    @Test
    void of_one_approach_comes_with_a_patch_that_only_adds_a_note() {
      WorkProposal work = (WorkProposal) propose(Purpose.IMPLEMENT, 2, CARD);

      assertThat(work.patch().orElseThrow())
          .startsWith("diff --git a/rehearsal/S-1.md")
          .contains("@@ -0,0 +1,5 @@");
      assertThat(work.patch().orElseThrow().lines().filter(line -> line.startsWith("+")))
          .hasSize(1 + 5);
    }

    @Test
    void tells_the_steps() {
      WorkProposal work = (WorkProposal) propose(Purpose.IMPLEMENT, 1, CARD);

      assertThat(work.workNote()).contains("A receipt is shown", "Write a test that fails");
    }
  }

  @Test
  void it_takes_as_long_as_it_is_told_to() {
    RehearsalTurnRunner slow = new RehearsalTurnRunner(Duration.ofSeconds(2));

    assertThat(slow.run(Turns.plan("D-1", Duration.ofMinutes(1))).toCompletableFuture())
        .isNotDone()
        .succeedsWithin(Duration.ofSeconds(30));
  }
}
