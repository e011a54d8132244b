package io.witan.grpc.orchestrator;

import io.grpc.MethodDescriptor;
import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.domain.Deliberation;
import io.witan.grpc.call.Envelope;
import io.witan.ledger.port.Transactions.Answer;
import io.witan.proto.orchestrator.v1.DeliberateRequest;
import io.witan.proto.orchestrator.v1.DeliberateResponse;
import io.witan.proto.orchestrator.v1.DeliberationUpdate;
import io.witan.proto.orchestrator.v1.GetDeliberationResultRequest;
import io.witan.proto.orchestrator.v1.GetDeliberationResultResponse;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The calls about deliberations. */
@Dependent
class DeliberationCalls {
  private final StartDeliberation start;
  private final TaskNames names;
  private final Wishes wishes;
  private final Patience patience;
  private final Clock clock;

  @Inject
  DeliberationCalls(
      StartDeliberation start, TaskNames names, Wishes wishes, Patience patience, Clock clock) {
    this.start = start;
    this.names = names;
    this.wishes = wishes;
    this.patience = patience;
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

  private Outcome<Deliberation> ended(
      MethodDescriptor<DeliberateRequest, ?> method,
      DeliberateRequest request,
      Supplier<TaskNames.Named> name,
      Consumer<Deliberation> watcher) {
    Duration limit = Wishes.timeLimit(request.getConstraints());
    return Envelope.start(
            method,
            request,
            new Answer<>(started -> started.id().value(), names::deliberation),
            command ->
                names
                    .open(name.get())
                    .then(named -> wishes.of(request, named))
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

  Outcome<GetDeliberationResultResponse> result(GetDeliberationResultRequest request) {
    return names
        .latestAbout(request.getTaskId())
        .map(found -> DeliberationMessages.result(request.getTaskId(), found, clock.instant()));
  }
}
