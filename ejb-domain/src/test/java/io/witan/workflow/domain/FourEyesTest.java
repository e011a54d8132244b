package io.witan.workflow.domain;

import static io.witan.testing.AWorkflow.aWorkflow;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.ModelFamily;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.Moments;
import io.witan.testing.People;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FourEyesTest {
  private static final WorkDone WORK =
      new WorkDone("The totals are wrong", Map.of("commit_sha", "abc1234", "model", "Qwen3"));

  private static Outcome<Change<TaskWorkflow, WorkflowEvent>> perform(
      TaskWorkflow task, TaskAction action, Actor actor) {
    return task.perform(action, actor, Optional.empty(), WORK, Moments.NOON);
  }

  @Nested
  class Whoever_commits {
    @Test
    void is_an_author_from_then_on_with_the_model_of_the_work() {
      TaskWorkflow first =
          aWorkflow().in(TaskState.IMPLEMENTING).claimedBy("dev").by("dora", "").build();

      TaskWorkflow second = value(perform(first, TaskAction.COMMIT_CODE, People.DEV)).after();

      assertThat(second.authors().models())
          .isEqualTo(Map.of(new ActorId("dora"), "", new ActorId("dev"), "Qwen3"));
    }

    @Test
    void is_the_only_one_who_becomes_an_author() {
      TaskWorkflow claimed =
          value(perform(aWorkflow().build(), TaskAction.CLAIM_TASK, People.DEV)).after();

      assertThat(claimed.authors()).isEqualTo(Authors.none());
    }
  }

  @Nested
  class A_model {
    private final TaskWorkflow byQwen =
        aWorkflow().of("T-7").in(TaskState.QA_TESTING).by("dev", "Qwen/Qwen3-0.6B").build();

    private Outcome<TaskWorkflow> judged(TaskWorkflow task, TaskAction action, String model) {
      Map<String, String> artifacts = model.isEmpty() ? Map.of() : Map.of("model", model);
      return task.judgedByOtherFamily(
          new Attempt(
              action,
              People.QUINN,
              Optional.empty(),
              Optional.empty(),
              new WorkDone("", artifacts)));
    }

    @ParameterizedTest
    @CsvSource({
      "Qwen/Qwen3-0.6B, qwen",
      "qwen2.5-coder, qwen",
      "meta-llama/Llama-3.1-8B, llama",
      "gpt-4o, gpt",
      "' a/b/Claude ', claude",
      "4o, ''",
      "'', ''"
    })
    void has_a_family_by_its_name(String model, String family) {
      assertThat(ModelFamily.of(model)).isEqualTo(new ModelFamily(family));
    }

    @Test
    void does_not_judge_what_one_of_its_family_has_made() {
      assertThat(refusal(judged(byQwen, TaskAction.APPROVE_TESTS, "qwen2.5-coder")).message())
          .isEqualTo(
              "quinn may not APPROVE_TESTS task T-7 with the model qwen2.5-coder: it holds work of"
                  + " the same family, qwen");
    }

    @Test
    void judges_what_others_have_made() {
      assertThat(judged(byQwen, TaskAction.APPROVE_TESTS, "gpt-4o").isDone()).isTrue();
      assertThat(judged(byQwen, TaskAction.APPROVE_TESTS, "").isDone()).isTrue();
      assertThat(judged(byQwen, TaskAction.COMMIT_CODE, "qwen2.5-coder").isDone()).isTrue();
      assertThat(
              judged(
                      aWorkflow().in(TaskState.QA_TESTING).by("dev", "").build(),
                      TaskAction.APPROVE_TESTS,
                      "4o")
                  .isDone())
          .isTrue();
    }
  }

  @Nested
  class Work_of_ones_own {
    private static final String JUDGEMENTS =
        """
        PENDING_ARCH_REVIEW, CLAIM_REVIEW
        ARCH_REVIEWING, APPROVE_DESIGN
        ARCH_REVIEWING, REJECT_DESIGN
        PENDING_QA, CLAIM_TESTING
        QA_TESTING, APPROVE_TESTS
        QA_TESTING, REJECT_TESTS
        PENDING_PO_APPROVAL, APPROVE_STORY
        PENDING_PO_APPROVAL, REJECT_STORY
        """;

    private TaskWorkflow workOfSam(TaskState state) {
      return aWorkflow().of("T-7").in(state).by("sam", "").build();
    }

    @ParameterizedTest
    @CsvSource(textBlock = JUDGEMENTS)
    void is_judged_by_nobody_whatever_roles_they_hold(TaskState state, TaskAction action) {
      Refusal refusal =
          refusal(perform(workOfSam(state), action, People.somebody("sam", Role.values())));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.FORBIDDEN);
      assertThat(refusal.message())
          .isEqualTo(
              "sam may not %s task T-7: it holds work of sam, and nobody judges their own"
                  .formatted(action));
    }

    @ParameterizedTest
    @CsvSource(textBlock = JUDGEMENTS)
    void is_judged_by_no_service_in_the_name_of_the_author(TaskState state, TaskAction action) {
      Actor service =
          new Actor(new ActorId("sam"), Set.of(Role.SYSTEM), new ActorId("orchestrator"));

      assertThat(refusal(perform(workOfSam(state), action, service)).message())
          .contains("it holds work of sam");
    }

    @ParameterizedTest
    @CsvSource(textBlock = JUDGEMENTS)
    void is_judged_by_no_author_in_the_name_of_another(TaskState state, TaskAction action) {
      Actor disguised = new Actor(new ActorId("alibi"), Set.of(Role.SYSTEM), new ActorId("sam"));

      assertThat(refusal(perform(workOfSam(state), action, disguised)).message())
          .startsWith("alibi may not ")
          .contains("it holds work of sam");
    }

    @ParameterizedTest
    @CsvSource(textBlock = JUDGEMENTS)
    void is_judged_by_others(TaskState state, TaskAction action) {
      assertThat(perform(workOfSam(state), action, People.somebody("pat", Role.values())).isDone())
          .isTrue();
    }

    @Test
    void can_be_gone_on_with_and_given_up() {
      Actor sam = People.somebody("sam", Role.values());

      assertThat(
              Stream.of(
                  perform(workOfSam(TaskState.TODO), TaskAction.CLAIM_TASK, sam),
                  perform(workOfSam(TaskState.QA_FAILED), TaskAction.REVISE_CODE, sam),
                  perform(workOfSam(TaskState.IMPLEMENTING), TaskAction.COMMIT_CODE, sam),
                  perform(workOfSam(TaskState.PENDING_QA), TaskAction.DISCARD_TASK, sam)))
          .allMatch(Outcome::isDone);
    }
  }
}
