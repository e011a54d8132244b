package io.witan.grpc.executor;

import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.application.SubmitDeliberation.Order;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.ModeChoice;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.grpc.deliberation.AskedConstraints;
import io.witan.grpc.deliberation.CouncilRoles;
import io.witan.grpc.deliberation.TaskNames;
import io.witan.grpc.deliberation.TaskNames.Named;
import io.witan.grpc.deliberation.TaskText;
import io.witan.proto.ray_executor.v1.BacklogReviewTaskConstraints;
import io.witan.proto.ray_executor.v1.ExecuteBacklogReviewDeliberationRequest;
import io.witan.proto.ray_executor.v1.ExecuteDeliberationRequest;
import io.witan.proto.ray_executor.v1.ExecuteTaskRequest;
import io.witan.proto.ray_executor.v1.GenerateProposalRequest;
import io.witan.proto.ray_executor.v1.TaskConstraints;
import io.witan.shared.Ids;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.shared.Text;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the requests want, in the words of the domain: of several agents each drafts on its own and
 * the best score wins; a lone agent drafts once, and knows what it is told.
 */
@Dependent
class Orders {
  private static final int LONGEST_CONTEXT = 150_000;

  private final TaskNames names;
  private final AskedAgents agents;

  @Inject
  Orders(TaskNames names, AskedAgents agents) {
    this.names = names;
    this.agents = agents;
  }

  Outcome<Order> council(ExecuteDeliberationRequest request) {
    Task task = task(request.getTaskId(), request.getTaskDescription(), request.getRole());
    TaskConstraints constraints = request.getConstraints();
    Wish wish = wish(Mode.COUNCIL, constraints);
    Named named = named(task, constraints);
    AskedLimits.mustBeNamed(request.getVllmUrl(), request.getVllmModel());
    return agents
        .of(request.getAgentsList(), request.getVllmUrl())
        .then(all -> order(task, named, named.purpose(), all, wish, Optional.empty()));
  }

  Outcome<Order> review(ExecuteBacklogReviewDeliberationRequest request) {
    Task task = task(request.getTaskId(), request.getTaskDescription(), request.getRole());
    BacklogReviewTaskConstraints constraints = request.getConstraints();
    String story = Ids.valid("constraints.story_id", constraints.getStoryId());
    AskedLimits.retries(constraints.getMaxRetries());
    Wish wish = wish(Mode.COUNCIL, constraints.getTimeoutSeconds(), constraints.getMetadataMap());
    Named named = names.review(task.id(), task.role());
    if (!named.home().equals(story)) {
      throw new InvalidValue(
          "constraints.story_id", story, named.home() + ", the story that task_id names");
    }
    AskedLimits.mustBeNamed(request.getVllmUrl(), request.getVllmModel());
    return agents
        .of(request.getAgentsList(), request.getVllmUrl())
        .then(all -> order(task, named, named.purpose(), all, wish, Optional.empty()));
  }

  Outcome<Order> task(ExecuteTaskRequest request) {
    Task task = task(request.getTaskId(), request.getTaskDescription(), request.getRole());
    TaskConstraints constraints = request.getConstraints();
    Wish wish = wish(Mode.SINGLE, constraints);
    Named named = named(task, constraints);
    String context = context(request.getContext());
    return agents
        .of(
            request.getAgent(),
            AskedLimits.server(request.getVllmUrl()),
            AskedLimits.model(request.getVllmModel()))
        .then(one -> order(task, named, Purpose.IMPLEMENT, one, wish, Optional.of(context)));
  }

  Outcome<Order> proposal(GenerateProposalRequest request) {
    Task task = task(request.getTaskId(), request.getTaskDescription(), request.getRole());
    Named named = names.of(task.id());
    String context = context(request.getContext());
    Wish wish = wish(Mode.SINGLE, AskedLimits.time("timeout_seconds", request.getTimeoutSeconds()));
    return agents
        .of(request.getAgent(), "", "")
        .then(one -> order(task, named, Purpose.IMPLEMENT, one, wish, Optional.of(context)));
  }

  /** What is to be done, for which role. */
  private record Task(String id, String text, Role role) {}

  private static Task task(String id, String description, String role) {
    return new Task(AskedLimits.task(id), TaskText.valid(description), CouncilRoles.parse(role));
  }

  private Named named(Task task, TaskConstraints constraints) {
    return names.of(task.id(), "constraints.story_id", constraints.getStoryId());
  }

  private static Wish wish(Mode mode, TaskConstraints constraints) {
    Ids.valid("constraints.story_id", constraints.getStoryId());
    Ids.valid("constraints.plan_id", constraints.getPlanId());
    AskedLimits.retries(constraints.getMaxRetries());
    return wish(mode, constraints.getTimeoutSeconds(), constraints.getMetadataMap());
  }

  private static Wish wish(Mode mode, int seconds, Map<String, String> metadata) {
    return wish(mode, AskedLimits.time("constraints.timeout_seconds", seconds))
        .keepingTo(AskedConstraints.of(metadata));
  }

  private static Wish wish(Mode mode, Duration limit) {
    return new Wish(Optional.of(ModeChoice.of(mode)), Optional.of(0), Optional.of(limit));
  }

  private static String context(String text) {
    return Text.optional("context", text, LONGEST_CONTEXT);
  }

  private Outcome<Order> order(
      Task task,
      Named named,
      Purpose purpose,
      List<Agent> agents,
      Wish wish,
      Optional<String> context) {
    Assignment assignment =
        new Assignment(
            TaskText.title(task.text()), task.text(), List.of(), Optional.of(named.home()));
    StartDeliberation.Request request =
        new StartDeliberation.Request(purpose, named.subject(), Optional.of(assignment), agents)
            .under(wish);
    return names.open(named).map(open -> new Order(task.id(), task.role(), request, context));
  }
}
