package io.witan.workflow.domain;

import static io.witan.testing.AWorkflow.aWorkflow;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.StoryId;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.CommittedDoc;
import io.witan.testing.Moments;
import io.witan.testing.PlainTable;
import io.witan.workflow.domain.WorkflowEvent.TaskMoved;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TaskTransitionsTest {
  private static final WrittenWays WRITTEN = WrittenWays.read();

  private static TaskWorkflow at(TaskState state) {
    return aWorkflow().of("T-7").of(new StoryId("s-7")).in(state).build();
  }

  /** Enough for every action. */
  private static final WorkDone WORK =
      new WorkDone("The totals are wrong", Map.of("commit_sha", "0123abcd"));

  private static Outcome<Change<TaskWorkflow, WorkflowEvent>> perform(
      TaskState state, TaskAction action, Actor actor, Optional<Role> as) {
    return at(state).perform(action, actor, as, WORK, Moments.NOON);
  }

  @Nested
  class In_every_state_with_every_action_in_every_role {
    @TestFactory
    Stream<DynamicContainer> exactly_what_is_written_can_be_done() {
      return Stream.of(TaskState.values())
          .map(
              state ->
                  DynamicContainer.dynamicContainer(
                      state.wire(),
                      Stream.of(TaskAction.values())
                          .map(
                              action ->
                                  DynamicTest.dynamicTest(
                                      action.wire(), () -> everybodyTries(state, action)))));
    }

    /** With no role, with each one and with all, in each of them and in none that is named. */
    private void everybodyTries(TaskState state, TaskAction action) {
      Stream<Set<Role>> single = Stream.of(Role.values()).map(role -> Set.of(role));
      Stream<Set<Role>> noneOrAll = Stream.of(Set.<Role>of(), Set.of(Role.values()));
      Stream.concat(noneOrAll, single)
          .forEach(
              held ->
                  Stream.concat(
                          Stream.of(Optional.<Role>empty()),
                          Stream.of(Role.values()).map(Optional::of))
                      .forEach(as -> tryIt(state, action, held, as)));
    }

    private void tryIt(TaskState state, TaskAction action, Set<Role> held, Optional<Role> as) {
      Outcome<Change<TaskWorkflow, WorkflowEvent>> outcome =
          perform(state, action, new Actor(new ActorId("sam"), held), as);
      Optional<WrittenWays.Way> way = WRITTEN.byHand(state, action);

      if (way.isEmpty()) {
        closed(state, action, refusal(outcome));
      } else if (mayGo(way.get().role(), held, as)) {
        open(way.get(), value(outcome));
      } else {
        forbidden(way.get(), refusal(outcome));
      }
    }

    private boolean mayGo(Role needed, Set<Role> held, Optional<Role> as) {
      return (held.contains(needed) || held.contains(Role.SYSTEM))
          && (as.isEmpty() || as.get() == needed);
    }

    private void open(WrittenWays.Way way, Change<TaskWorkflow, WorkflowEvent> change) {
      assertThat(change.after().state()).isEqualTo(way.to());
      TaskMoved moved = (TaskMoved) change.event();
      assertThat(moved.from()).isEqualTo(way.from());
      assertThat(moved.to()).isEqualTo(way.to());
      assertThat(moved.role()).isEqualTo(way.role());
      assertThat(moved.by()).hasToString("sam");
    }

    private void forbidden(WrittenWays.Way way, Refusal refusal) {
      assertThat(refusal.code()).isEqualTo(Refusal.Code.FORBIDDEN);
      assertThat(refusal.message())
          .contains("sam may not %s task T-7".formatted(way.action()))
          .endsWith("needs the role " + way.role().wire());
    }

    private void closed(TaskState state, TaskAction action, Refusal refusal) {
      assertThat(refusal.code()).isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
      assertThat(refusal.message())
          .startsWith("task T-7 cannot %s while %s; legal: ".formatted(action, state.wire()));
      String legal = refusal.message().substring(refusal.message().indexOf("legal: ") + 7);
      assertThat(legal.split(", ")).containsExactlyInAnyOrderElementsOf(WRITTEN.legal(state));
    }
  }

  @Nested
  class By_itself {
    @TestFactory
    Stream<DynamicTest> exactly_what_is_written_happens() {
      return Stream.of(TaskState.values())
          .map(state -> DynamicTest.dynamicTest(state.wire(), () -> routeOn(state)));
    }

    private void routeOn(TaskState state) {
      Optional<TaskMoved> moved =
          at(state).routeOn(Actor.system(), Moments.NOON).map(change -> (TaskMoved) change.event());

      assertThat(moved.map(TaskMoved::to))
          .isEqualTo(WRITTEN.automatic(state).map(WrittenWays.Way::to));
      assertThat(moved.map(TaskMoved::action))
          .isEqualTo(WRITTEN.automatic(state).map(WrittenWays.Way::action));
      moved.ifPresent(step -> assertThat(step.by()).hasToString("system"));
    }
  }

  @Test
  void the_table_has_the_written_lines_and_no_other() {
    assertThat(
            Stream.of(TaskState.values())
                .flatMap(state -> TaskTransitions.from(state).stream())
                .map(way -> way.from() + " " + way.action() + " " + way.to()))
        .containsExactlyInAnyOrderElementsOf(
            WRITTEN.all().stream()
                .map(way -> way.from() + " " + way.action() + " " + way.to())
                .toList());
  }

  @Test
  void a_task_can_be_discarded_from_each_of_the_13_states_that_are_not_final() {
    assertThat(WRITTEN.all().stream().filter(way -> way.action() == TaskAction.DISCARD_TASK))
        .hasSize(13)
        .allMatch(way -> way.to() == TaskState.CANCELLED && way.role() == Role.PO);
  }

  @Test
  void every_state_is_what_the_written_list_says() {
    assertThat(
            Stream.of(TaskState.values())
                .map(
                    state ->
                        List.of(
                            state.wire(),
                            state.roleInCharge().map(Role::wire).orElse("-"),
                            state.requiredAction().map(TaskAction::wire).orElse("-"),
                            kind(state),
                            hands(state))))
        .containsExactlyElementsOf(
            PlainTable.of(TaskState.class, "/io/witan/workflow/task-states.txt"));
  }

  private static String kind(TaskState state) {
    if (state.isFinal()) {
      return "final";
    }
    if (state.isWaiting()) {
      return "waiting";
    }
    return TaskTransitions.automaticFrom(state).isPresent() ? "passing" : "resting";
  }

  private static String hands(TaskState state) {
    if (state.isQueued()) {
      return "queued";
    }
    return TaskTransitions.held().contains(state) ? "held" : "-";
  }

  @Test
  void claims_are_what_is_written() {
    assertThat(Stream.of(TaskAction.values()).filter(TaskAction::isClaim))
        .containsExactly(
            TaskAction.ASSIGN_TO_DEVELOPER,
            TaskAction.CLAIM_TASK,
            TaskAction.CLAIM_REVIEW,
            TaskAction.REVISE_CODE,
            TaskAction.CLAIM_TESTING);
  }

  @Test
  void a_claim_comes_before_what_its_holder_does_and_before_nothing_else() {
    assertThat(
            Stream.of(TaskState.values())
                .flatMap(
                    state ->
                        Stream.of(TaskAction.values())
                            .flatMap(
                                deed ->
                                    TaskTransitions.claimBefore(state, deed).stream()
                                        .map(claim -> state + " " + deed + ": " + claim))))
        .containsExactlyInAnyOrder(
            "TODO COMMIT_CODE: CLAIM_TASK",
            "PENDING_ARCH_REVIEW APPROVE_DESIGN: CLAIM_REVIEW",
            "PENDING_ARCH_REVIEW REJECT_DESIGN: CLAIM_REVIEW",
            "ARCH_REJECTED COMMIT_CODE: REVISE_CODE",
            "PENDING_QA APPROVE_TESTS: CLAIM_TESTING",
            "PENDING_QA REJECT_TESTS: CLAIM_TESTING",
            "QA_FAILED COMMIT_CODE: REVISE_CODE");
  }

  @Test
  void the_committed_diagram_shows_the_table() {
    CommittedDoc.inProject().mustSay("task-states.md", render());
  }

  private static String render() {
    StringBuilder doc =
        new StringBuilder(
            """
            # The states of a task

            Rendered from `TaskTransitions`; a test fails when this page falls behind it. Each way is labelled
            with its action and the role that may take it; ways of the system that start with AUTO are gone at
            once. Every state that is not final can besides be left by `DISCARD_TASK` (po) to `cancelled`.
            Nobody can ask for `EXPIRE_CLAIM`: it happens to a task whose claim ran out. Every state that is
            not final can be left by `RETRY` (system) to `todo`, which is asked for as a retry, not as an action.

            ```mermaid
            stateDiagram-v2
              [*] --> todo
            """);
    Stream.of(TaskState.values())
        .flatMap(
            state ->
                Stream.concat(
                    TaskTransitions.from(state).stream(),
                    TaskTransitions.lapseFrom(state).stream()))
        .filter(way -> way.action() != TaskAction.DISCARD_TASK)
        .forEach(
            way ->
                doc.append(
                    "  %s --> %s: %s (%s)\n"
                        .formatted(
                            way.from().wire(), way.to().wire(), way.action(), way.role().wire())));
    String ends =
        Stream.of(TaskState.values())
            .filter(TaskState::isFinal)
            .map(state -> "  %s --> [*]\n".formatted(state.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining());
    return doc.append(ends).append("```\n").toString();
  }
}
