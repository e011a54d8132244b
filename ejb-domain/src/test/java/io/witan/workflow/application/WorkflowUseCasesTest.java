package io.witan.workflow.application;

import static io.witan.testing.ATask.aTask;
import static io.witan.testing.AWorkflow.aWorkflow;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.AWorkflow;
import io.witan.testing.Memory;
import io.witan.testing.MemoryTaskPriorities;
import io.witan.testing.MemoryTransactions.Recorded;
import io.witan.testing.Moments;
import io.witan.testing.People;
import io.witan.workflow.application.PerformAction.Request;
import io.witan.workflow.domain.QueueOrder.Waiting;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkDone;
import io.witan.workflow.domain.WorkflowEvent.TaskMoved;
import io.witan.workflow.domain.WorkflowEvent.WorkflowStarted;
import io.witan.workflow.port.FourEyesPolicy;
import io.witan.workflow.port.QueuePolicy;
import io.witan.workflow.port.WorkflowHistory.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkflowUseCasesTest {
  private static final TaskId TASK = new TaskId("T-7");
  private static final StoryId STORY = new StoryId("s-7");
  private static final WorkDone COMMIT = new WorkDone("", Map.of("commit_sha", "abc1234"));

  private final Memory memory = new Memory();
  private final PerformAction performAction =
      new PerformAction(
          memory.transactions, memory.workflows, new FourEyesPolicy(false), Moments.CLOCK);
  private final StartWorkflows startWorkflows =
      new StartWorkflows(memory.transactions, memory.workflows, Moments.CLOCK);

  private TaskWorkflow given(AWorkflow workflow) {
    return memory.workflows.given(workflow.of("T-7").of(STORY).build());
  }

  private Outcome<TaskWorkflow> perform(Command command, TaskAction action, WorkDone work) {
    return performAction.perform(command, TASK, new Request(action, Optional.empty(), work));
  }

  @Nested
  class Starting {
    @Test
    void gives_every_task_a_workflow() {
      List<TaskWorkflow> started =
          value(
              startWorkflows.start(
                  Command.by(Actor.system()), STORY, List.of(TASK, new TaskId("T-8"))));

      assertThat(started).extracting(TaskWorkflow::task).containsExactly(TASK, new TaskId("T-8"));
      assertThat(memory.workflows.ofStory(STORY)).isEqualTo(started);
      assertThat(memory.transactions.events())
          .containsExactly(
              new WorkflowStarted(TASK, STORY, Moments.NOON),
              new WorkflowStarted(new TaskId("T-8"), STORY, Moments.NOON));
    }

    @Test
    void leaves_those_that_have_one_as_they_are() {
      TaskWorkflow before = given(aWorkflow().in(TaskState.QA_TESTING));

      value(startWorkflows.start(Command.by(Actor.system()), STORY, List.of(TASK)));

      assertThat(memory.workflows.find(TASK)).contains(before);
      assertThat(memory.transactions.events()).isEmpty();
    }
  }

  @Nested
  class Doing_something {
    @Test
    void moves_the_task_and_tells_so() {
      given(aWorkflow());

      TaskWorkflow moved =
          value(perform(Command.by(People.DEV), TaskAction.CLAIM_TASK, WorkDone.nothing()));

      assertThat(moved.state()).isEqualTo(TaskState.IMPLEMENTING);
      assertThat(memory.workflows.find(TASK)).contains(moved);
      assertThat(memory.transactions.events())
          .containsExactly(
              new TaskMoved(
                  TASK,
                  STORY,
                  TaskState.TODO,
                  TaskState.IMPLEMENTING,
                  TaskAction.CLAIM_TASK,
                  People.DEV.id(),
                  Role.DEVELOPER,
                  WorkDone.nothing(),
                  Moments.NOON));
    }

    @Test
    void goes_on_by_itself_in_the_name_of_the_system() {
      given(aWorkflow().in(TaskState.IMPLEMENTING));

      TaskWorkflow moved = value(perform(Command.by(People.DEV), TaskAction.COMMIT_CODE, COMMIT));

      assertThat(moved.state()).isEqualTo(TaskState.PENDING_ARCH_REVIEW);
      assertThat(moved.version()).isEqualTo(3);
      assertThat(memory.transactions.recorded())
          .extracting(Recorded::by)
          .containsExactly(People.DEV.id(), Actor.system().id());
    }

    @Test
    void ends_when_the_owner_approves() {
      given(aWorkflow().in(TaskState.PENDING_PO_APPROVAL));

      TaskWorkflow moved =
          value(perform(Command.by(People.PAULA), TaskAction.APPROVE_STORY, WorkDone.nothing()));

      assertThat(moved.state()).isEqualTo(TaskState.DONE);
    }

    @Test
    void is_refused_for_a_task_without_a_workflow() {
      assertThat(
              refusal(perform(Command.by(People.DEV), TaskAction.CLAIM_TASK, WorkDone.nothing()))
                  .message())
          .isEqualTo("there is no task T-7");
    }

    @Test
    void is_refused_for_another_version() {
      given(aWorkflow().atVersion(3));

      assertThat(
              refusal(
                      perform(
                          Command.by(People.DEV).expecting(2),
                          TaskAction.CLAIM_TASK,
                          WorkDone.nothing()))
                  .message())
          .startsWith("task T-7 is at version 3, you sent version 2");
    }

    @Test
    void is_refused_in_another_state_role_or_without_the_work_and_nothing_is_kept() {
      TaskWorkflow before = given(aWorkflow().in(TaskState.IMPLEMENTING));

      assertThat(
              refusal(perform(Command.by(People.DEV), TaskAction.CLAIM_TASK, WorkDone.nothing()))
                  .code())
          .isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
      assertThat(refusal(perform(Command.by(People.QUINN), TaskAction.COMMIT_CODE, COMMIT)).code())
          .isEqualTo(Refusal.Code.FORBIDDEN);
      assertThat(
              refusal(perform(Command.by(People.DEV), TaskAction.COMMIT_CODE, WorkDone.nothing()))
                  .code())
          .isEqualTo(Refusal.Code.INVALID_ARGUMENT);
      assertThat(memory.workflows.find(TASK)).contains(before);
      assertThat(memory.transactions.events()).isEmpty();
    }
  }

  @Nested
  class A_model_of_the_family_of_the_author {
    private final WorkDone judged = new WorkDone("", Map.of("model", "qwen2.5"));

    private Outcome<TaskWorkflow> approve(boolean otherFamily) {
      given(aWorkflow().in(TaskState.QA_TESTING).by("dev", "Qwen/Qwen3-0.6B"));
      return new PerformAction(
              memory.transactions, memory.workflows, new FourEyesPolicy(otherFamily), Moments.CLOCK)
          .perform(
              Command.by(People.QUINN),
              TASK,
              new Request(TaskAction.APPROVE_TESTS, Optional.empty(), judged));
    }

    @Test
    void judges_unless_that_is_ruled_out() {
      assertThat(approve(false).isDone()).isTrue();
    }

    @Test
    void is_refused_where_it_is() {
      assertThat(refusal(approve(true)).code()).isEqualTo(Refusal.Code.FORBIDDEN);
      assertThat(memory.transactions.events()).isEmpty();
    }
  }

  @Test
  void a_task_goes_from_to_do_to_done_through_every_gate() {
    given(aWorkflow());
    perform(Command.by(People.DEV), TaskAction.CLAIM_TASK, WorkDone.nothing());
    perform(Command.by(People.DEV), TaskAction.COMMIT_CODE, COMMIT);
    perform(Command.by(People.ARCHIE), TaskAction.CLAIM_REVIEW, WorkDone.nothing());
    perform(Command.by(People.ARCHIE), TaskAction.APPROVE_DESIGN, WorkDone.nothing());
    perform(Command.by(People.QUINN), TaskAction.CLAIM_TESTING, WorkDone.nothing());
    perform(Command.by(People.QUINN), TaskAction.APPROVE_TESTS, WorkDone.nothing());
    perform(Command.by(People.PAULA), TaskAction.APPROVE_STORY, WorkDone.nothing());

    TaskWorkflow done = value(new GetWorkflow(memory.workflows).get(TASK));
    assertThat(done.state()).isEqualTo(TaskState.DONE);
    assertThat(new GetHistory(memory.workflows).get(TASK))
        .extracting(Step::toState)
        .containsExactly(
            "implementing",
            "dev_completed",
            "pending_arch_review",
            "arch_reviewing",
            "arch_approved",
            "pending_qa",
            "qa_testing",
            "qa_passed",
            "pending_po_approval",
            "po_approved",
            "done");
  }

  @Nested
  class Reading {
    @Test
    void finds_one_task_or_says_that_there_is_none() {
      assertThat(refusal(new GetWorkflow(memory.workflows).get(TASK)).message())
          .isEqualTo("there is no task T-7");
      TaskWorkflow workflow = given(aWorkflow());
      assertThat(value(new GetWorkflow(memory.workflows).get(TASK))).isEqualTo(workflow);
    }

    @Test
    void lists_those_of_a_story() {
      TaskWorkflow workflow = given(aWorkflow());

      assertThat(new ListWorkflows(memory.workflows).list(STORY)).containsExactly(workflow);
      assertThat(new ListWorkflows(memory.workflows).list(new StoryId("s-0"))).isEmpty();
    }

    @Test
    void tells_no_history_of_a_task_that_never_moved() {
      given(aWorkflow());

      assertThat(new GetHistory(memory.workflows).get(TASK)).isEmpty();
    }

    @Test
    void counts_tasks_of_all_of_a_story_or_of_a_role() {
      GetStatistics statistics = new GetStatistics(memory.workflows, Moments.CLOCK);
      StoryId other = new StoryId("s-other");
      memory.workflows.given(aWorkflow().of("T-1").of(other).in(TaskState.PENDING_QA).build());
      memory.workflows.given(aWorkflow().of("T-2").of(other).in(TaskState.DONE).build());
      memory.workflows.given(aWorkflow().of("T-3").in(TaskState.QA_TESTING).build());

      assertThat(statistics.get(Optional.empty(), Optional.empty()).total()).isEqualTo(3);
      assertThat(statistics.get(Optional.of(other), Optional.empty()).total()).isEqualTo(2);
      assertThat(statistics.get(Optional.empty(), Optional.of(Role.QA)).total()).isEqualTo(2);
      assertThat(statistics.get(Optional.of(other), Optional.of(Role.QA)).byState())
          .containsOnlyKeys("pending_qa");
    }

    @Test
    void lists_what_waits_for_a_role_with_its_priority() {
      Task urgent = memory.tasks.given(aTask().priority(1).build());
      Task later = memory.tasks.given(aTask().priority(2).build());
      memory.workflows.given(waiting(later.id().value()));
      memory.workflows.given(waiting(urgent.id().value()));
      ListQueue queue =
          new ListQueue(
              memory.workflows,
              new MemoryTaskPriorities(memory.tasks),
              new QueuePolicy(Duration.ofHours(4)),
              Moments.CLOCK);

      assertThat(queue.list(Role.QA))
          .extracting(one -> one.workflow().task(), Waiting::priority)
          .containsExactly(tuple(urgent.id(), 1), tuple(later.id(), 2));
      assertThat(queue.list(Role.ARCHITECT)).isEmpty();
    }

    private TaskWorkflow waiting(String task) {
      return aWorkflow().of(task).in(TaskState.PENDING_QA).waitingSince(Moments.NOON).build();
    }
  }
}
