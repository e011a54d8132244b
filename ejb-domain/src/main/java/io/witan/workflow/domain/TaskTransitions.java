package io.witan.workflow.domain;

import static io.witan.workflow.domain.TaskAction.APPROVE_DESIGN;
import static io.witan.workflow.domain.TaskAction.APPROVE_STORY;
import static io.witan.workflow.domain.TaskAction.APPROVE_TESTS;
import static io.witan.workflow.domain.TaskAction.ASSIGN_TO_DEVELOPER;
import static io.witan.workflow.domain.TaskAction.AUTO_COMPLETE;
import static io.witan.workflow.domain.TaskAction.AUTO_ROUTE_TO_ARCHITECT;
import static io.witan.workflow.domain.TaskAction.AUTO_ROUTE_TO_PO;
import static io.witan.workflow.domain.TaskAction.AUTO_ROUTE_TO_QA;
import static io.witan.workflow.domain.TaskAction.CLAIM_REVIEW;
import static io.witan.workflow.domain.TaskAction.CLAIM_TASK;
import static io.witan.workflow.domain.TaskAction.CLAIM_TESTING;
import static io.witan.workflow.domain.TaskAction.COMMIT_CODE;
import static io.witan.workflow.domain.TaskAction.DISCARD_TASK;
import static io.witan.workflow.domain.TaskAction.EXPIRE_CLAIM;
import static io.witan.workflow.domain.TaskAction.REJECT_DESIGN;
import static io.witan.workflow.domain.TaskAction.REJECT_STORY;
import static io.witan.workflow.domain.TaskAction.REJECT_TESTS;
import static io.witan.workflow.domain.TaskAction.RETRY;
import static io.witan.workflow.domain.TaskAction.REVISE_CODE;
import static io.witan.workflow.domain.TaskState.ARCH_APPROVED;
import static io.witan.workflow.domain.TaskState.ARCH_REJECTED;
import static io.witan.workflow.domain.TaskState.ARCH_REVIEWING;
import static io.witan.workflow.domain.TaskState.CANCELLED;
import static io.witan.workflow.domain.TaskState.DEV_COMPLETED;
import static io.witan.workflow.domain.TaskState.DONE;
import static io.witan.workflow.domain.TaskState.IMPLEMENTING;
import static io.witan.workflow.domain.TaskState.PENDING_ARCH_REVIEW;
import static io.witan.workflow.domain.TaskState.PENDING_PO_APPROVAL;
import static io.witan.workflow.domain.TaskState.PENDING_QA;
import static io.witan.workflow.domain.TaskState.PO_APPROVED;
import static io.witan.workflow.domain.TaskState.QA_FAILED;
import static io.witan.workflow.domain.TaskState.QA_PASSED;
import static io.witan.workflow.domain.TaskState.QA_TESTING;
import static io.witan.workflow.domain.TaskState.TODO;

import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one table of what can be done to a task, when, and by which role. */
public final class TaskTransitions {
  private static final Map<TaskState, Map<TaskAction, Way>> TABLE = new EnumMap<>(TaskState.class);

  /** Beside the table: where work goes back to that somebody claimed and did not finish in time. */
  private static final Map<TaskState, Way> LAPSES = new EnumMap<>(TaskState.class);

  /**
   * One line of the table.
   *
   * @param role who may go this way; {@code SYSTEM} ways that start with AUTO are gone at once
   */
  public record Way(TaskState from, TaskAction action, Role role, TaskState to) {
    boolean isAutomatic() {
      return action.name().startsWith("AUTO_");
    }
  }

  static {
    way(TODO, ASSIGN_TO_DEVELOPER, Role.SYSTEM, IMPLEMENTING);
    way(TODO, CLAIM_TASK, Role.DEVELOPER, IMPLEMENTING);
    way(IMPLEMENTING, COMMIT_CODE, Role.DEVELOPER, DEV_COMPLETED);
    way(DEV_COMPLETED, AUTO_ROUTE_TO_ARCHITECT, Role.SYSTEM, PENDING_ARCH_REVIEW);
    way(PENDING_ARCH_REVIEW, CLAIM_REVIEW, Role.ARCHITECT, ARCH_REVIEWING);
    way(ARCH_REVIEWING, APPROVE_DESIGN, Role.ARCHITECT, ARCH_APPROVED);
    way(ARCH_REVIEWING, REJECT_DESIGN, Role.ARCHITECT, ARCH_REJECTED);
    way(ARCH_REJECTED, REVISE_CODE, Role.DEVELOPER, IMPLEMENTING);
    way(ARCH_APPROVED, AUTO_ROUTE_TO_QA, Role.SYSTEM, PENDING_QA);
    way(PENDING_QA, CLAIM_TESTING, Role.QA, QA_TESTING);
    way(QA_TESTING, APPROVE_TESTS, Role.QA, QA_PASSED);
    way(QA_TESTING, REJECT_TESTS, Role.QA, QA_FAILED);
    way(QA_FAILED, REVISE_CODE, Role.DEVELOPER, IMPLEMENTING);
    way(QA_PASSED, AUTO_ROUTE_TO_PO, Role.SYSTEM, PENDING_PO_APPROVAL);
    way(PENDING_PO_APPROVAL, APPROVE_STORY, Role.PO, PO_APPROVED);
    way(PENDING_PO_APPROVAL, REJECT_STORY, Role.PO, CANCELLED);
    way(PO_APPROVED, AUTO_COMPLETE, Role.SYSTEM, DONE);
    Stream.of(TaskState.values())
        .filter(state -> !state.isFinal())
        .forEach(state -> way(state, DISCARD_TASK, Role.PO, CANCELLED));
    lapse(IMPLEMENTING, TODO);
    lapse(ARCH_REVIEWING, PENDING_ARCH_REVIEW);
    lapse(QA_TESTING, PENDING_QA);
  }

  private TaskTransitions() {}

  private static void way(TaskState from, TaskAction action, Role role, TaskState to) {
    if (from.isFinal()) {
      throw new IllegalStateException("nothing follows " + from);
    }
    Way before =
        TABLE
            .computeIfAbsent(from, state -> new EnumMap<>(TaskAction.class))
            .put(action, new Way(from, action, role, to));
    if (before != null) {
      throw new IllegalStateException("two lines in the table for " + from + " and " + action);
    }
  }

  private static void lapse(TaskState from, TaskState to) {
    LAPSES.put(from, new Way(from, EXPIRE_CLAIM, Role.SYSTEM, to));
  }

  /** Beside the table: every state that is not final can be left to begin anew. */
  public static Optional<Way> retryFrom(TaskState state) {
    return state.isFinal()
        ? Optional.empty()
        : Optional.of(new Way(state, RETRY, Role.SYSTEM, TODO));
  }

  /** What a claim that ran out does to the task; only in states in which somebody holds it. */
  public static Optional<Way> lapseFrom(TaskState state) {
    return Optional.ofNullable(LAPSES.get(state));
  }

  /** The states in which somebody holds the task under a claim. */
  public static Set<TaskState> held() {
    return Collections.unmodifiableSet(LAPSES.keySet());
  }

  /** Every line of the table that starts at the state. */
  public static List<Way> from(TaskState state) {
    return List.copyOf(TABLE.getOrDefault(state, Map.of()).values());
  }

  /** The claim with which somebody of a role takes up what waits for the role in a state. */
  public static Optional<TaskAction> claimAt(TaskState state, Role role) {
    return from(state).stream()
        .filter(way -> way.action().isClaim() && way.role() == role)
        .map(Way::action)
        .findFirst();
  }

  /**
   * The claim with which somebody takes up a task that waits, to do then what is to be done; absent
   * where no claim opens the way to it.
   */
  public static Optional<TaskAction> claimBefore(TaskState state, TaskAction deed) {
    return from(state).stream()
        .filter(way -> way.action().isClaim())
        .filter(claim -> leadsTo(claim, deed))
        .map(Way::action)
        .findFirst();
  }

  /** Whether who goes this way may do that next, in the same role. */
  private static boolean leadsTo(Way claim, TaskAction deed) {
    return from(claim.to()).stream()
        .anyMatch(next -> next.action() == deed && next.role() == claim.role());
  }

  /** What happens by itself at the state, if anything does. */
  static Optional<Way> automaticFrom(TaskState state) {
    return from(state).stream().filter(Way::isAutomatic).findFirst();
  }

  /** The line of the table, or a refusal that says what would be legal. */
  static Outcome<Way> find(Object task, TaskState state, TaskAction action) {
    Way way = TABLE.getOrDefault(state, Map.of()).get(action);
    if (way != null && !way.isAutomatic()) {
      return Outcome.done(way);
    }
    String legal =
        from(state).stream()
            .filter(line -> !line.isAutomatic())
            .map(line -> "%s (%s)".formatted(line.action(), line.role().wire()))
            .collect(Collectors.joining(", "));
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.ILLEGAL_TRANSITION,
            "task %s cannot %s while %s; legal: %s"
                .formatted(task, action, state.wire(), legal.isEmpty() ? "nothing" : legal)));
  }
}
