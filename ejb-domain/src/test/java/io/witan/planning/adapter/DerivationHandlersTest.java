package io.witan.planning.adapter;

import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.AStory.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.messaging.EventRefusedException;
import io.witan.messaging.OnceInEffect;
import io.witan.planning.application.DeriveIfNeeded;
import io.witan.planning.application.DeriveTasks;
import io.witan.planning.application.FailDerivation;
import io.witan.planning.application.RequestDerivation;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.DerivationStatus;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskDerivation;
import io.witan.testing.Deliveries;
import io.witan.testing.FakeDerivationCouncil;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivationHandlersTest {
  private static final StoryId STORY = new StoryId("s-7");

  private final Memory memory = new Memory();
  private final OnceInEffect once = new OnceInEffect(memory.transactions, memory.inbox);
  private final FakeDerivationCouncil council = new FakeDerivationCouncil();
  private final TasksOfApprovedPlan approvals =
      new TasksOfApprovedPlan(
          once,
          new DeriveIfNeeded(
              memory.transactions,
              memory.plans,
              memory.tasks,
              memory.derivations,
              new RequestDerivation(
                  memory.transactions,
                  memory.stories,
                  memory.plans,
                  memory.tasks,
                  memory.derivations,
                  council,
                  Moments.CLOCK)));
  private final TasksFromDeliberation answers =
      new TasksFromDeliberation(
          once,
          new DeriveTasks(
              memory.transactions,
              memory.stories,
              memory.plans,
              memory.tasks,
              memory.dependencies,
              memory.derivations,
              council,
              new NumberedIds(),
              Moments.CLOCK),
          new FailDerivation(memory.transactions, memory.derivations, Moments.CLOCK));

  @BeforeEach
  void an_approved_plan_without_tasks() {
    memory.stories.given(aStory().called("s-7").readyForPlanning().build());
    memory.plans.given(aPlan().called("PL-7").of(STORY).approved().build());
  }

  private void approved() {
    approvals.receive(
        "{\"plan_id\":\"PL-7\",\"story_id\":\"s-7\",\"tasks_created\":0,\"ceremony_id\":null}",
        Deliveries.of("PL-7/2", "planning.plan.approved"));
  }

  private void ended(String more) {
    answers.receive(
        "{\"task_id\":\"derive-PL-7\",\"deliberation_id\":\"d-1\"%s}".formatted(more),
        Deliveries.of("d-1/9", "deliberation.completed"));
  }

  private TaskDerivation derivation() {
    return memory.derivations.find(new DerivationId("derive-PL-7")).orElseThrow();
  }

  @Test
  void an_approved_plan_has_its_tasks_asked_for_once() {
    approved();
    approved();

    assertThat(council.convened).hasSize(1);
  }

  @Test
  void an_answer_becomes_tasks_once() {
    approved();

    ended("");
    ended(",\"error\":null");

    assertThat(derivation().status()).isEqualTo(DerivationStatus.DERIVED);
    assertThat(memory.tasks.ofStory(STORY)).hasSize(2);
  }

  @Test
  void a_deliberation_without_an_answer_fails_it() {
    approved();

    ended(",\"error\":\"nobody came\"");

    assertThat(derivation().reason()).contains("nobody came");
  }

  @ParameterizedTest
  @ValueSource(strings = {"T-7", "s-7", "ceremony-BRC-1:story-s-7:role-QA"})
  void a_deliberation_about_anything_else_is_passed_over(String about) {
    answers.receive(
        "{\"task_id\":\"%s\",\"deliberation_id\":\"d-1\"}".formatted(about),
        Deliveries.of("d-1/9", "deliberation.completed"));

    assertThat(memory.transactions.events()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"deliberation_id\":\"d-1\"}|task_id",
        "{\"task_id\":\"derive-PL-7\"}|deliberation_id",
        "{\"task_id\":\"derive-PL-7\",\"deliberation_id\":\"d-1\",\"error\":7}|error",
        "{\"task_id\":[\"derive-PL-7\"],\"deliberation_id\":\"d-1\"}|task_id"
      })
  void a_malformed_end_of_a_deliberation_is_refused(String payload, String reason) {
    assertThatThrownBy(
            () -> answers.receive(payload, Deliveries.of("d-1/9", "deliberation.completed")))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"plan_id\":7}", "{\"plan_id\":\"\"}", "[]"})
  void a_malformed_approval_is_refused(String payload) {
    assertThatThrownBy(
            () -> approvals.receive(payload, Deliveries.of("PL-7/2", "planning.plan.approved")))
        .isInstanceOf(EventRefusedException.class)
        .hasMessageContaining("is malformed");
  }

  @Test
  void an_approval_of_an_unknown_plan_is_sent_back() {
    assertThatThrownBy(
            () ->
                approvals.receive(
                    "{\"plan_id\":\"PL-0\"}", Deliveries.of("PL-0/2", "planning.plan.approved")))
        .isInstanceOf(EventRefusedException.class);
  }
}
