package io.witan.workflow.application;

import static io.witan.testing.AWorkflow.aWorkflow;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.testing.AWorkflow;
import io.witan.testing.Memory;
import io.witan.testing.People;
import io.witan.workflow.domain.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestImplementationTest {
  private static final Command DEVELOPER = Command.by(People.DEV);
  private static final TaskId TASK = new TaskId("T-7");

  private final Memory memory = new Memory();
  private final List<TaskId> convened = new ArrayList<>();
  private final List<Wish> wishes = new ArrayList<>();
  private final RequestImplementation request =
      new RequestImplementation(
          memory.transactions,
          memory.workflows,
          (command, workflow, wish) -> {
            convened.add(workflow.task());
            wishes.add(wish);
            return Outcome.done("d-" + convened.size());
          });

  private void given(AWorkflow workflow) {
    memory.workflows.given(workflow.of("T-7").build());
  }

  @Test
  void convenes_a_council_while_the_task_is_being_worked_on() {
    given(aWorkflow().in(TaskState.IMPLEMENTING));

    assertThat(value(request.request(DEVELOPER, TASK, Wish.none()))).isEqualTo("d-1");
    assertThat(convened).containsExactly(TASK);
  }

  @Test
  void hands_on_what_is_wished() {
    given(aWorkflow().in(TaskState.IMPLEMENTING));
    Wish wish = new Wish(Optional.empty(), Optional.of(2), Optional.empty());

    value(request.request(DEVELOPER, TASK, wish));

    assertThat(wishes).containsExactly(wish);
  }

  @ParameterizedTest
  @EnumSource(value = TaskState.class, mode = EnumSource.Mode.EXCLUDE, names = "IMPLEMENTING")
  void is_refused_in_every_other_state(TaskState state) {
    given(aWorkflow().in(state));

    Refusal refusal = refusal(request.request(DEVELOPER, TASK, Wish.none()));

    assertThat(refusal.code()).isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
    assertThat(refusal.message())
        .isEqualTo(
            "task T-7 cannot be deliberated while %s; legal: implementing".formatted(state.wire()));
    assertThat(convened).isEmpty();
  }

  @Test
  void is_refused_to_other_roles_and_for_unknown_tasks() {
    assertThat(refusal(request.request(Command.by(People.PAULA), TASK, Wish.none())).code())
        .isEqualTo(Refusal.Code.FORBIDDEN);
    assertThat(refusal(request.request(DEVELOPER, TASK, Wish.none())).code())
        .isEqualTo(Refusal.Code.NOT_FOUND);
  }

  @Test
  void is_refused_to_those_who_saw_another_version_of_the_task() {
    given(aWorkflow().in(TaskState.IMPLEMENTING));
    long version = memory.workflows.find(TASK).orElseThrow().version();

    assertThat(refusal(request.request(DEVELOPER.expecting(version + 1), TASK, Wish.none())).code())
        .isEqualTo(Refusal.Code.STALE_VERSION);
    assertThat(value(request.request(DEVELOPER.expecting(version), TASK, Wish.none())))
        .isEqualTo("d-1");
  }
}
