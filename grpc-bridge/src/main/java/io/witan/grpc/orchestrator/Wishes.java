package io.witan.grpc.orchestrator;

import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.port.Councils;
import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.grpc.deliberation.AskedConstraints;
import io.witan.grpc.deliberation.CouncilRoles;
import io.witan.grpc.deliberation.TaskNames;
import io.witan.grpc.deliberation.TaskText;
import io.witan.proto.orchestrator.v1.DeliberateRequest;
import io.witan.proto.orchestrator.v1.TaskConstraints;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Text;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a request for a deliberation wants, in the words of the domain. */
@Dependent
class Wishes {
  private static final int LONGEST_RUBRIC = 40_000;
  private static final int MOST_REQUIREMENTS = 200;
  private static final int LONGEST_REQUIREMENT = 5_000;

  /** How long a call waits that says nothing of it. */
  static final Duration USUAL_LIMIT = Duration.ofMinutes(5);

  private final Councils councils;

  @Inject
  Wishes(Councils councils) {
    this.councils = councils;
  }

  Outcome<StartDeliberation.Request> of(DeliberateRequest request, TaskNames.Named named) {
    Assignment assignment = assignment(request, named.home());
    return agents(request)
        .map(
            agents ->
                new StartDeliberation.Request(
                        named.purpose(), named.subject(), Optional.of(assignment), agents)
                    .under(
                        rounds(request.getRounds())
                            .keepingTo(
                                AskedConstraints.of(request.getConstraints().getMetadataMap()))));
  }

  /** How long the caller wants to wait, 0 for as usual; its deadline may end the call earlier. */
  static Duration timeLimit(TaskConstraints constraints) {
    mustBeCount("constraints.max_iterations", constraints.getMaxIterations());
    int seconds = constraints.getTimeoutSeconds();
    mustBeCount("constraints.timeout_seconds", seconds);
    return seconds == 0 ? USUAL_LIMIT : Duration.ofSeconds(seconds);
  }

  private static void mustBeCount(String field, int value) {
    if (value < 0) {
      throw new InvalidValue(field, String.valueOf(value), "0 for as usual, or more");
    }
  }

  private static Assignment assignment(DeliberateRequest request, String home) {
    String task = TaskText.valid(request.getTaskDescription());
    TaskConstraints constraints = request.getConstraints();
    String rubric = Text.optional("constraints.rubric", constraints.getRubric(), LONGEST_RUBRIC);
    return new Assignment(
        TaskText.title(task),
        rubric.isEmpty() ? task : task + "\n\nRubric: " + rubric,
        requirements(constraints.getRequirementsList()),
        Optional.of(home));
  }

  /** As many, and as long, as the acceptance criteria of a story may be. */
  private static List<String> requirements(List<String> lines) {
    if (lines.size() > MOST_REQUIREMENTS) {
      throw new InvalidValue(
          "constraints.requirements",
          lines.size() + " lines",
          "at most %d lines".formatted(MOST_REQUIREMENTS));
    }
    return lines.stream()
        .map(line -> Text.required("constraints.requirements", line, LONGEST_REQUIREMENT))
        .toList();
  }

  /** The council of the role, or as many of it as are wanted. */
  private Outcome<List<Agent>> agents(DeliberateRequest request) {
    int size = request.getNumAgents();
    if (size < 0 || size > Charter.MOST_AGENTS) {
      throw new InvalidValue(
          "num_agents", String.valueOf(size), "0 to %d".formatted(Charter.MOST_AGENTS));
    }
    return councils
        .of(CouncilRoles.parse(request.getRole()))
        .map(agents -> size == 0 ? agents : first(size, agents));
  }

  private static List<Agent> first(int size, List<Agent> agents) {
    if (size > agents.size()) {
      throw new InvalidValue(
          "num_agents",
          String.valueOf(size),
          "at most %d, as the council has no more agents".formatted(agents.size()));
    }
    return agents.subList(0, size);
  }

  /** 0 means as usual. */
  private static Wish rounds(int rounds) {
    return new Wish(
        Optional.empty(), Optional.of(rounds).filter(some -> some != 0), Optional.empty());
  }
}
