package io.witan.grpc.orchestrator;

import io.witan.context.port.ContextPack;
import io.witan.context.port.ContextPacks;
import io.witan.context.port.ContextQuery;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.grpc.deliberation.CouncilRoles;
import io.witan.proto.orchestrator.v1.ContextBlocks;
import io.witan.proto.orchestrator.v1.GetTaskContextRequest;
import io.witan.proto.orchestrator.v1.GetTaskContextResponse;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Sha256;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known about a piece of work, for one role. What the options would leave out is left in:
 * the role and the budget of tokens bound a pack already.
 */
@Dependent
class ContextCalls {
  private static final Set<String> PHASES = Set.of("DESIGN", "BUILD", "TEST", "DOCS");

  private final ContextPacks packs;
  private final DeliberationPolicy policy;

  @Inject
  ContextCalls(ContextPacks packs, DeliberationPolicy policy) {
    this.packs = packs;
    this.policy = policy;
  }

  Outcome<GetTaskContextResponse> get(GetTaskContextRequest request) {
    mustBePhase(request.getPhase());
    mustBeCount(request.getOptions().getMaxEvents());
    ContextQuery query = query(request);
    ContextPack pack = packs.pack(query);
    return pack.included().isEmpty()
        ? Refusal.notFound(query.kind().wire(), query.id()).asOutcome()
        : Outcome.done(response(pack));
  }

  private ContextQuery query(GetTaskContextRequest request) {
    boolean isTask = !request.getTaskId().isBlank();
    return new ContextQuery(
        isTask ? ContextQuery.Kind.TASK : ContextQuery.Kind.STORY,
        isTask ? request.getTaskId() : story(request),
        CouncilRoles.parse(request.getRole()),
        policy.packTokens(),
        ContextQuery.Scope.EVERYTHING);
  }

  private static String story(GetTaskContextRequest request) {
    String story = request.getStoryId().isBlank() ? request.getCaseId() : request.getStoryId();
    if (story.isBlank()) {
      throw new InvalidValue(
          "task_id", "", "the id of a task, or story_id or case_id in its place");
    }
    return story;
  }

  private static void mustBePhase(String phase) {
    if (!phase.isBlank() && !PHASES.contains(phase.strip().toUpperCase(Locale.ROOT))) {
      throw new InvalidValue(
          "phase", phase, "empty or one of " + String.join(", ", new TreeSet<>(PHASES)));
    }
  }

  private static void mustBeCount(int events) {
    if (events < 0) {
      throw new InvalidValue("options.max_events", String.valueOf(events), "0 or more");
    }
  }

  private static GetTaskContextResponse response(ContextPack pack) {
    return GetTaskContextResponse.newBuilder()
        .setContextText(pack.text())
        .setBlocks(ContextBlocks.newBuilder().setContext(pack.text()))
        .setTokenCount(pack.tokens())
        .setVersionHash(Sha256.hex(pack.text()))
        .build();
  }
}
