package io.witan.grpc.orchestrator;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.witan.deliberation.application.GetCollectedTask;
import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.domain.CollectedTaskId;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.grpc.call.Envelope;
import io.witan.grpc.deliberation.AskedConstraints;
import io.witan.grpc.deliberation.CouncilRoles;
import io.witan.grpc.deliberation.Patience;
import io.witan.grpc.deliberation.TaskNames;
import io.witan.ledger.port.Transactions.Answer;
import io.witan.proto.orchestrator.v1.DeliberateRequest;
import io.witan.proto.orchestrator.v1.DeliberateResponse;
import io.witan.proto.orchestrator.v1.DeliberationUpdate;
import io.witan.proto.orchestrator.v1.GetDeliberationResultRequest;
import io.witan.proto.orchestrator.v1.GetDeliberationResultResponse;
import io.witan.proto.orchestrator.v1.OrchestrateRequest;
import io.witan.proto.orchestrator.v1.OrchestrateResponse;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The calls about deliberations. */
@Dependent
class DeliberationCalls {
  private final StartDeliberation start;
  private final TaskNames names;
  private final Wishes wishes;
  private final Patience patience;
  private final GetCollectedTask collected;
  private final Clock clock;

  @Inject
  DeliberationCalls(
      StartDeliberation start,
      TaskNames names,
      Wishes wishes,
      Patience patience,
      GetCollectedTask collected,
      Clock clock) {
    this.start = start;
    this.names = names;
    this.wishes = wishes;
    this.patience = patience;
    this.collected = collected;
    this.clock = clock;
  }

  Outcome<DeliberateResponse> deliberate(DeliberateRequest request) {
    return ended(
            OrchestratorServiceGrpc.getDeliberateMethod(),
            request,
            () -> names.of(request.getTaskId()),
            seen -> {})
        .map(this::response);
  }

  Outcome<DeliberateResponse> review(DeliberateRequest request) {
    return ended(
            OrchestratorServiceGrpc.getDeliberateForBacklogReviewMethod(),
            request,
            () -> names.review(request.getTaskId(), CouncilRoles.parse(request.getRole())),
            seen -> {})
        .map(this::response);
  }

  /** Tells how it goes on until it has ended; refused at its end when there is no winner. */
  Outcome<Deliberation> stream(DeliberateRequest request, Consumer<DeliberationUpdate> watcher) {
    return ended(
        OrchestratorServiceGrpc.getStreamDeliberationMethod(),
        request,
        () -> names.of(request.getTaskId()),
        ProgressMessages.to(watcher));
  }

  /** A deliberation, and the architect's choice among its best. */
  Outcome<OrchestrateResponse> orchestrate(OrchestrateRequest request) {
    Wish wish =
        Orchestration.wish(request)
            .keepingTo(AskedConstraints.of(request.getConstraints().getMetadataMap()));
    return ended(
            OrchestratorServiceGrpc.getOrchestrateMethod(),
            request,
            Orchestration.deliberation(request),
            () -> named(request),
            wanted -> wanted.under(wish),
            seen -> {})
        .map(ended -> DeliberationMessages.orchestrated(ended, clock.instant()));
  }

  /** A case is a story, too. */
  private TaskNames.Named named(OrchestrateRequest request) {
    return request.getStoryId().isBlank()
        ? names.of(request.getTaskId(), "case_id", request.getCaseId())
        : names.of(request.getTaskId(), "story_id", request.getStoryId());
  }

  private Outcome<Deliberation> ended(
      MethodDescriptor<DeliberateRequest, ?> method,
      DeliberateRequest request,
      Supplier<TaskNames.Named> name,
      Consumer<Deliberation> watcher) {
    return ended(method, request, request, name, wanted -> wanted, watcher);
  }

  private Outcome<Deliberation> ended(
      MethodDescriptor<?, ?> method,
      Message sent,
      DeliberateRequest request,
      Supplier<TaskNames.Named> name,
      UnaryOperator<StartDeliberation.Request> otherwise,
      Consumer<Deliberation> watcher) {
    Duration limit = Wishes.timeLimit(request.getConstraints());
    return Envelope.start(
            method,
            sent,
            new Answer<>(started -> started.id().value(), names::deliberation),
            command ->
                names
                    .open(name.get())
                    .then(named -> wishes.of(request, named))
                    .map(otherwise)
                    .then(wanted -> start.start(command, wanted)))
        .then(started -> patience.watching(started, limit, watcher))
        .then(DeliberationCalls::won);
  }

  private static Outcome<Deliberation> won(Deliberation ended) {
    return ended
        .failure()
        .map(
            why ->
                Refusal.of(
                        Refusal.Code.UNAVAILABLE,
                        "deliberation %s ended without a winner: %s".formatted(ended.id(), why))
                    .<Deliberation>asOutcome())
        .orElseGet(() -> Outcome.done(ended));
  }

  private DeliberateResponse response(Deliberation ended) {
    return DeliberationMessages.response(ended, clock.instant());
  }

  /**
   * The last deliberation about a task; where there is none, what agents from outside have found
   * about it by themselves.
   */
  Outcome<GetDeliberationResultResponse> result(GetDeliberationResultRequest request) {
    String task = request.getTaskId();
    return names
        .latestAbout(task)
        .fold(
            found -> Outcome.done(DeliberationMessages.result(task, found, clock.instant())),
            none -> collected(task, none));
  }

  private Outcome<GetDeliberationResultResponse> collected(String task, Refusal none) {
    return collected
        .get(new CollectedTaskId(task))
        .fold(
            found -> Outcome.done(CollectedTaskMessages.result(found, clock.instant())),
            nothing -> none.asOutcome());
  }
}
