package io.witan.grpc.orchestrator;

import io.witan.grpc.call.Envelope;
import io.witan.grpc.deliberation.CouncilRoles;
import io.witan.ledger.port.Transactions.Answer;
import io.witan.planning.application.GetDerivation;
import io.witan.planning.application.GetDerivation.Found;
import io.witan.planning.application.GetTasksOfPlan;
import io.witan.planning.application.RequestDerivation;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskDerivation;
import io.witan.planning.domain.TaskId;
import io.witan.proto.orchestrator.v1.AtomicTask;
import io.witan.proto.orchestrator.v1.DerivationStrategy;
import io.witan.proto.orchestrator.v1.DeriveSubtasksRequest;
import io.witan.proto.orchestrator.v1.DeriveSubtasksResponse;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc;
import io.witan.shared.Command;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Has a council cut an approved plan into tasks, and waits for them; a plan that has tasks keeps
 * those. The council says how many there are and what waits for what, and events always tell of
 * them, so a strategy that wants otherwise is refused.
 */
@Dependent
class SubtaskCalls {
  private final RequestDerivation requestDerivation;
  private final GetDerivation getDerivation;
  private final GetTasksOfPlan getTasks;
  private final DerivationWait wait;

  @Inject
  SubtaskCalls(
      RequestDerivation requestDerivation,
      GetDerivation getDerivation,
      GetTasksOfPlan getTasks,
      DerivationWait wait) {
    this.requestDerivation = requestDerivation;
    this.getDerivation = getDerivation;
    this.getTasks = getTasks;
    this.wait = wait;
  }

  Outcome<DeriveSubtasksResponse> derive(DeriveSubtasksRequest request) {
    return Envelope.start(
            OrchestratorServiceGrpc.getDeriveSubtasksMethod(),
            request,
            new Answer<>(found -> found.plan().id().value(), this::found),
            command -> requested(command, request))
        .then(started -> wait.untilEnded(started.plan().id(), Wishes.USUAL_LIMIT))
        .then(SubtaskCalls::derived)
        .then(found -> response(found, wanted(request)));
  }

  private Outcome<Found> found(String plan) {
    return getDerivation.get(new PlanId(plan));
  }

  private Outcome<Found> requested(Command command, DeriveSubtasksRequest request) {
    mustBeLeftToTheCouncil(request.getStrategy());
    wanted(request);
    return found(request.getPlanId())
        .then(found -> ofCase(found, request.getCaseId()))
        .then(found -> found.tasks() > 0 ? Outcome.done(found) : requested(command, found.plan()));
  }

  private Outcome<Found> requested(Command command, Plan plan) {
    return requestDerivation.request(command, plan.id()).then(asked -> found(plan.id().value()));
  }

  private static Outcome<Found> ofCase(Found found, String story) {
    Plan plan = found.plan();
    return story.isBlank() || story.equals(plan.story().value())
        ? Outcome.done(found)
        : Outcome.refused(
            Refusal.invalid(
                "case_id", story, "%s, the story of plan %s".formatted(plan.story(), plan.id())));
  }

  private static void mustBeLeftToTheCouncil(DerivationStrategy strategy) {
    if (strategy.getMaxTasksPerRole() != 0) {
      throw new InvalidValue(
          "strategy.max_tasks_per_role",
          String.valueOf(strategy.getMaxTasksPerRole()),
          "0, as the council says how many there are");
    }
    if (strategy.getDependencyOrderCount() > 0) {
      throw new InvalidValue(
          "strategy.dependency_order",
          String.join(", ", strategy.getDependencyOrderList()),
          "nothing, as the council says what waits for what");
    }
  }

  private static Outcome<Found> derived(Found found) {
    return found
        .derivation()
        .filter(derivation -> found.tasks() == 0)
        .filter(TaskDerivation::requiresManualReview)
        .map(
            failed ->
                Refusal.of(
                        Refusal.Code.UNAVAILABLE,
                        "plan %s was not cut into tasks: %s"
                            .formatted(failed.plan(), failed.reason()))
                    .<Found>asOutcome())
        .orElseGet(() -> Outcome.done(found));
  }

  /** Tasks of the roles that are named; of any when none is. */
  private static Predicate<Task> wanted(DeriveSubtasksRequest request) {
    Set<Role> roles =
        request.getRolesList().stream()
            .map(role -> CouncilRoles.parse("roles", role))
            .collect(Collectors.toSet());
    return task -> roles.isEmpty() || roles.stream().anyMatch(role -> isFor(role, task));
  }

  private static boolean isFor(Role role, Task task) {
    return task.text().assignedTo().equals(role.wire());
  }

  private Outcome<DeriveSubtasksResponse> response(Found found, Predicate<Task> wanted) {
    return getTasks
        .get(found.plan().id())
        .map(tasks -> response(found, tasks.stream().filter(wanted).toList()));
  }

  private static DeriveSubtasksResponse response(Found found, List<Task> tasks) {
    DeriveSubtasksResponse.Builder response =
        DeriveSubtasksResponse.newBuilder()
            .setTotalTasks(tasks.size())
            .addAllTasks(tasks.stream().map(SubtaskCalls::atomic).toList());
    found.derivation().ifPresent(derivation -> response.setDerivationId(derivation.id().value()));
    return response.build();
  }

  private static AtomicTask atomic(Task task) {
    return AtomicTask.newBuilder()
        .setTaskId(task.id().value())
        .setRole(role(task.text().assignedTo()))
        .setDescription(description(task))
        .addAllDependencies(task.dependsOn().stream().map(TaskId::value).toList())
        .setCaseId(task.story().value())
        .setPlanId(task.plan().map(PlanId::value).orElse(""))
        .setPriority(task.text().priority())
        .build();
  }

  /** The name of a council's role; whoever else a task is for has a name of its own. */
  private static String role(String assignedTo) {
    return Stream.of(Role.values())
        .filter(role -> role.wire().equals(assignedTo))
        .findFirst()
        .map(CouncilRoles::of)
        .orElse(assignedTo);
  }

  private static String description(Task task) {
    String title = task.text().title();
    String description = task.text().description();
    return description.equals(title) ? title : title + "\n\n" + description;
  }
}
