package io.witan.deliberation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.DerivationProposal;
import io.witan.deliberation.domain.PlanProposal;
import io.witan.deliberation.domain.ProposedTask;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.ReadinessProposal;
import io.witan.deliberation.domain.ReviewProposal;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.domain.VerdictProposal;
import io.witan.deliberation.domain.WorkProposal;
import io.witan.deliberation.port.TurnFailure.BadAnswer;
import io.witan.shared.Role;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAnswersTest {
  private static final String PLAN =
      """
      {"title": "Pay", "description": "How", "acceptance_criteria": ["It works"],
       "technical_notes": "none", "tasks": [
         {"title": "Build", "description": "All", "type": "feature", "role": "developer",
          "estimated_hours": 3, "priority": 1, "depends_on": []},
         {"title": "Test", "description": "All", "type": "unit_test", "role": "qa",
          "estimated_hours": 2, "priority": 2, "depends_on": [0]}]}
      """;
  private static final String WORK =
      """
      {"title": "Pay", "summary": "What", "patch": null, "work_note": "Do it"}
      """;

  private static final String REVIEW =
      """
      {"title": "Pay", "feedback": "Fine", "recommendations": ["Ask"], "acceptance_criteria": [],
       "dependencies": ["The provider"], "complexity": "LOW",
       "tasks": [{"description": "Build", "reason": "It is needed"}]}
      """;

  private static final String DERIVATION =
      """
      {"title": "Pay", "tasks": [
         {"id": "T1", "title": "Build", "description": "All", "type": "feature",
          "role": "developer", "estimated_hours": 3, "priority": 1, "keywords": ["service"],
          "depends_on": []},
         {"id": "T2", "title": "Test", "description": "All", "type": "unit_test", "role": "qa",
          "estimated_hours": 2, "priority": 2, "keywords": [],
          "depends_on": [{"id": "T1", "reason": "It tests it"}]}]}
      """;

  private static final String READINESS =
      """
      {"title": "Pay", "criteria": [
         {"name": "CLEAR", "points": 20, "evidence": "I pay by card", "reason": "It says who"},
         {"name": "ACCEPTANCE_CRITERIA", "points": 7, "evidence": "A receipt", "reason": "One"},
         {"name": "DEPENDENCIES", "points": 0, "evidence": "", "reason": "None is named"},
         {"name": "TESTABLE", "points": 20, "evidence": "A receipt", "reason": "It is seen"},
         {"name": "ESTIMATE", "points": 1, "evidence": "small", "reason": "How small?"}]}
      """;

  private static final String VERDICT =
      """
      {"title": "Pay", "verdict": "reject", "feedback": "The totals are wrong",
       "findings": ["Line 3 adds"]}
      """;

  private final JsonAnswers answers = new JsonAnswers();

  @Nested
  class It_understands {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "```json\n{\"critique\": \"a ``` b\", \"score\": 1}\n```",
          "```\n{\"critique\": \"a ``` b\", \"score\": 1}\n```\n",
          "\n ```json \r\n{\"critique\": \"a ``` b\",\r\n \"score\": 1}\r\n ```  "
        })
    void one_fence_around_all_of_it(String text) {
      assertThat(answers.read(Purpose.PLAN, TurnKind.CRITIQUE, text))
          .isEqualTo(new Critique("a ``` b", 1));
    }

    @Test
    void a_plan() {
      PlanProposal plan = (PlanProposal) answers.read(Purpose.PLAN, TurnKind.PROPOSE, PLAN);

      assertThat(plan.tasks().get(1))
          .isEqualTo(new ProposedTask("Test", "All", "unit_test", Role.QA, 2, 2, List.of(0)));
    }

    @Test
    void a_derivation() {
      DerivationProposal derivation =
          (DerivationProposal) answers.read(Purpose.DERIVE, TurnKind.PROPOSE, DERIVATION);

      assertThat(derivation.tasks().get(1))
          .isEqualTo(
              new DerivationProposal.Task(
                  "T2",
                  "Test",
                  "All",
                  "unit_test",
                  Role.QA,
                  2,
                  2,
                  List.of(),
                  List.of(new DerivationProposal.Wait("T1", "It tests it"))));
    }

    @Test
    void a_derivation_in_a_circle_as_others_judge_that() {
      String circle =
          DERIVATION.replace(
              "\"depends_on\": []", "\"depends_on\": [{\"id\": \"T2\", \"reason\": \"\"}]");

      assertThat(answers.read(Purpose.DERIVE, TurnKind.PROPOSE, circle))
          .isInstanceOf(DerivationProposal.class);
    }

    @Test
    void a_judgement_of_readiness() {
      ReadinessProposal readiness =
          (ReadinessProposal) answers.read(Purpose.READINESS, TurnKind.REVISE, READINESS);

      assertThat(readiness.criteria())
          .hasSize(5)
          .contains(new ReadinessProposal.Finding("ESTIMATE", 1, "small", "How small?"));
    }

    @Test
    void a_verdict() {
      assertThat(answers.read(Purpose.JUDGE_DESIGN, TurnKind.PROPOSE, VERDICT))
          .isEqualTo(
              new VerdictProposal("Pay", false, "The totals are wrong", List.of("Line 3 adds")));
      assertThat(
              answers.read(
                  Purpose.JUDGE_TESTS, TurnKind.REVISE, VERDICT.replace("reject", "approve")))
          .isInstanceOfSatisfying(
              VerdictProposal.class, verdict -> assertThat(verdict.approved()).isTrue());
    }

    @Test
    void a_review() {
      assertThat(answers.read(Purpose.REVIEW, TurnKind.PROPOSE, REVIEW))
          .isEqualTo(
              new ReviewProposal(
                  "Pay",
                  "Fine",
                  List.of("Ask"),
                  List.of(),
                  List.of("The provider"),
                  "LOW",
                  List.of(new ReviewProposal.Task("Build", "It is needed"))));
    }

    @Test
    void a_revised_plan() {
      assertThat(answers.read(Purpose.PLAN, TurnKind.REVISE, PLAN))
          .isEqualTo(answers.read(Purpose.PLAN, TurnKind.PROPOSE, PLAN));
    }

    @Test
    void work_without_a_patch() {
      assertThat(answers.read(Purpose.IMPLEMENT, TurnKind.PROPOSE, WORK))
          .isEqualTo(new WorkProposal("Pay", "What", Optional.empty(), "Do it"));
    }

    @Test
    void work_whose_patch_is_empty_or_left_out_has_none() {
      for (String none : new String[] {"\"patch\": \"\",", "\"patch\": \" \",", ""}) {
        String text = WORK.replace("\"patch\": null,", none);

        WorkProposal work = (WorkProposal) answers.read(Purpose.IMPLEMENT, TurnKind.PROPOSE, text);

        assertThat(text).isNotEqualTo(WORK);
        assertThat(work.patch()).isEmpty();
      }
    }

    @Test
    void work_with_a_patch() {
      String patched = WORK.replace("null", "\"--- a/x\\n+++ b/x\\n\"");

      WorkProposal work = (WorkProposal) answers.read(Purpose.IMPLEMENT, TurnKind.REVISE, patched);

      assertThat(work.patch()).contains("--- a/x\n+++ b/x\n");
    }

    @Test
    void a_critique_of_either_purpose() {
      String text = "{\"critique\": \"No test\", \"score\": 0.25}";

      assertThat(answers.read(Purpose.PLAN, TurnKind.CRITIQUE, text))
          .isEqualTo(answers.read(Purpose.IMPLEMENT, TurnKind.CRITIQUE, text))
          .isEqualTo(new Critique("No test", 0.25));
    }
  }

  @Nested
  class It_refuses {
    private void refuses(Purpose purpose, TurnKind kind, String text, String why) {
      assertThatThrownBy(() -> answers.read(purpose, kind, text))
          .isInstanceOf(BadAnswer.class)
          .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "I think we should",
          "[]",
          "\"text\"",
          "{\"critique\": \"half",
          "{\"critique\": \"a\", \"score\": 1",
          "Here it is:\n```json\n{\"critique\": \"a\", \"score\": 1}\n```",
          "```json\n{\"critique\": \"a\", \"score\": 1}\n```\nI hope it helps",
          "```json\n{\"critique\": \"a\", \"score\": 1}\n```\n```json\n{}\n```",
          "```json\n{\"critique\": \"a\", \"score\": 1}",
          "```yaml\n{\"critique\": \"a\", \"score\": 1}\n```",
          "```json\n```",
          "{\"critique\": \"a\", \"score\": 1} and more",
          "{\"critique\": \"a\", \"score\": 1}{}",
          "{\"critique\": \"a\", \"critique\": \"b\", \"score\": 1}"
        })
    void what_is_no_single_object(String text) {
      refuses(Purpose.PLAN, TurnKind.CRITIQUE, text, "");
    }

    @Test
    void an_unknown_field() {
      refuses(
          Purpose.PLAN,
          TurnKind.CRITIQUE,
          "{\"critique\": \"a\", \"score\": 1, \"mood\": \"good\"}",
          "unknown fields [mood]");
    }

    @Test
    void a_missing_field() {
      refuses(Purpose.PLAN, TurnKind.CRITIQUE, "{\"critique\": \"a\"}", "answer.score is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "-0.1", "\"0.5\"", "null", "1e400"})
    void a_score_that_is_none(String score) {
      refuses(
          Purpose.PLAN,
          TurnKind.CRITIQUE,
          "{\"critique\": \"a\", \"score\": %s}".formatted(score),
          "score");
    }

    @Test
    void a_task_that_waits_for_a_later_one() {
      refuses(
          Purpose.PLAN,
          TurnKind.PROPOSE,
          PLAN.replace("\"depends_on\": [0]", "\"depends_on\": [1]"),
          "tasks[1].depends_on");
    }

    @Test
    void a_derivation_that_names_tasks_twice_or_ones_that_are_not_there() {
      refuses(Purpose.DERIVE, TurnKind.PROPOSE, DERIVATION.replace("\"T2\"", "\"T1\""), "tasks.id");
      refuses(
          Purpose.DERIVE,
          TurnKind.PROPOSE,
          DERIVATION.replace("{\"id\": \"T1\", \"reason\"", "{\"id\": \"T9\", \"reason\""),
          "tasks.depends_on.id");
      refuses(Purpose.DERIVE, TurnKind.PROPOSE, DERIVATION.replace("unit_test", "magic"), "type");
      refuses(
          Purpose.DERIVE,
          TurnKind.PROPOSE,
          DERIVATION.replaceAll("(?s)\\[\\s*\\{\"id\".*}]}", "[]}"),
          "1 to 100 tasks");
      refuses(Purpose.DERIVE, TurnKind.PROPOSE, PLAN, "unknown fields");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"points\": 20|\"points\": 21|0 to 20",
          "\"points\": 20|\"points\": -1|0 to 20",
          "\"points\": 20|\"points\": 19.5|not a whole number",
          "\"points\": 20|\"points\": \"20\"|not a whole number",
          "I pay by card||criteria.evidence",
          "How small?||criteria.reason",
          "\"ESTIMATE\"|\"SIZE\"|one of CLEAR, ACCEPTANCE_CRITERIA",
          "\"ESTIMATE\"|\"CLEAR\"|each criterion once",
          "\"name\": \"ESTIMATE\",||name is missing",
          "\"reason\": \"One\"|\"reason\": \"One\", \"of\": 20|unknown fields",
          "\"title\": \"Pay\",|\"title\": \"Pay\", \"score\": 90,|unknown fields"
        })
    void a_judgement_of_readiness_that_does_not_fit(String there, String instead, String why) {
      refuses(
          Purpose.READINESS,
          TurnKind.PROPOSE,
          READINESS.replaceFirst(Pattern.quote(there), instead == null ? "" : instead),
          why);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"reject\"|\"maybe\"|verdict",
          "The totals are wrong|Wrong|feedback",
          "The totals are wrong|''|feedback",
          "\"title\": \"Pay\",|\"title\": \"Pay\", \"score\": 90,|unknown fields"
        })
    void a_verdict_that_does_not_fit(String there, String instead, String why) {
      refuses(
          Purpose.JUDGE_TESTS,
          TurnKind.PROPOSE,
          VERDICT.replaceFirst(Pattern.quote(there), instead),
          why);
    }

    @Test
    void a_judgement_that_leaves_a_criterion_out() {
      refuses(
          Purpose.READINESS,
          TurnKind.PROPOSE,
          READINESS.replaceFirst("(?s),\\s+\\{\"name\": \"ESTIMATE\"[^}]*}", ""),
          "nothing about ESTIMATE");
    }

    @Test
    void an_unknown_kind_of_work() {
      refuses(Purpose.PLAN, TurnKind.PROPOSE, PLAN.replace("unit_test", "magic"), "tasks.type");
      refuses(Purpose.REVIEW, TurnKind.PROPOSE, REVIEW.replace("LOW", "HUGE"), "complexity");
      refuses(
          Purpose.REVIEW,
          TurnKind.PROPOSE,
          REVIEW.replace("\"Ask\"", "\"Ask\",".repeat(20) + "\"Ask\""),
          "recommendations");
      refuses(
          Purpose.REVIEW, TurnKind.PROPOSE, REVIEW.replaceAll("\\[\\{.*}]", "[]"), "1 to 10 tasks");
    }

    @Test
    void an_unknown_role_and_one_that_does_no_tasks() {
      refuses(Purpose.PLAN, TurnKind.PROPOSE, PLAN.replace("\"qa\"", "\"chef\""), "tasks.role");
      refuses(Purpose.PLAN, TurnKind.PROPOSE, PLAN.replace("\"qa\"", "\"admin\""), "tasks.role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"3\"", "99999999999"})
    void hours_that_are_none(String hours) {
      refuses(
          Purpose.PLAN,
          TurnKind.PROPOSE,
          PLAN.replace("\"estimated_hours\": 3", "\"estimated_hours\": " + hours),
          "estimated_hours");
    }

    @Test
    void a_plan_where_work_was_asked_for() {
      refuses(Purpose.IMPLEMENT, TurnKind.PROPOSE, PLAN, "unknown fields");
    }

    @Test
    void empty_lists_and_blank_texts() {
      refuses(Purpose.PLAN, TurnKind.PROPOSE, PLAN.replace("[\"It works\"]", "[]"), "criteria");
      refuses(Purpose.PLAN, TurnKind.PROPOSE, PLAN.replace("\"Pay\"", "\" \""), "title");
    }
  }
}
