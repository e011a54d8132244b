package io.witan.workflow.application;

import static io.witan.testing.AWorkflow.aWorkflow;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.People;
import io.witan.workflow.application.RetryTask.Request;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.RetryPolicy;
import io.witan.workflow.port.WorkflowHistory.Step;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTaskTest {
  private static final TaskId TASK = new TaskId("T-7");

  private final Memory memory = new Memory();
  private final RetryTask retryTask =
      new RetryTask(memory.transactions, memory.workflows, new RetryPolicy(1), Moments.CLOCK);
  private final TaskWorkflow held =
      memory.workflows.given(
          aWorkflow()
              .of("T-7")
              .in(TaskState.IMPLEMENTING)
              .claimedBy("dev")
              .committed("abc1234")
              .atVersion(4)
              .build());

  private Outcome<TaskWorkflow> retry(Command command, Optional<Long> token) {
    return retryTask.retry(command, TASK, new Request("It hangs", token));
  }

  private Outcome<TaskWorkflow> retry(Actor actor) {
    return retry(Command.by(actor), Optional.empty());
  }

  @Test
  void throws_the_work_away_and_tells_so() {
    TaskWorkflow anew = value(retry(People.PAULA));

    assertThat(anew.state()).isEqualTo(TaskState.TODO);
    assertThat(anew.retries()).isEqualTo(1);
    assertThat(memory.workflows.find(TASK)).contains(anew);
    assertThat(memory.workflows.of(TASK))
        .containsExactly(
            new Step(
                "implementing",
                "todo",
                "retry",
                "system",
                "system",
                Moments.NOON,
                "retry 1 of at most 1, asked for by paula: It hangs"));
  }

  @ParameterizedTest
  @EnumSource
  void is_for_product_owners_administrators_and_services(Role role) {
    Outcome<TaskWorkflow> outcome = retry(People.somebody("sam", role));

    if (role == Role.PO || role == Role.ADMIN || role == Role.SYSTEM) {
      assertThat(outcome.isDone()).isTrue();
    } else {
      assertThat(refusal(outcome).code()).isEqualTo(Refusal.Code.FORBIDDEN);
      assertThat(refusal(outcome).message())
          .isEqualTo("sam may not retry task T-7: needs the role po or admin");
    }
  }

  @Test
  void is_bounded() {
    value(retry(People.PAULA));

    assertThat(refusal(retry(People.PAULA)).message()).contains("witan.workflow.retries allows 1");
    assertThat(memory.transactions.events()).hasSize(1);
  }

  @Test
  void is_refused_to_who_saw_another_version_or_another_claim() {
    assertThat(refusal(retry(Command.by(People.PAULA).expecting(3), Optional.empty())).code())
        .isEqualTo(Refusal.Code.STALE_VERSION);
    assertThat(refusal(retry(Command.by(Actor.system()), Optional.of(2L))).code())
        .isEqualTo(Refusal.Code.STALE_VERSION);
    assertThat(memory.workflows.find(TASK)).contains(held);

    assertThat(retry(Command.by(People.PAULA).expecting(4), Optional.of(4L)).isDone()).isTrue();
  }

  @Test
  void needs_a_task_that_is_there() {
    assertThat(
            refusal(
                    retryTask.retry(
                        Command.by(People.PAULA),
                        new TaskId("T-0"),
                        new Request(null, Optional.empty())))
                .code())
        .isEqualTo(Refusal.Code.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1001})
  void is_settled_between_0_and_1000(int most) {
    assertThatThrownBy(() -> new RetryPolicy(most))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("witan.workflow.retries");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000})
  void may_be_settled_as_the_bounds_say(int most) {
    assertThat(new RetryPolicy(most).most()).isEqualTo(most);
  }
}
