package io.witan.grpc.orchestrator;

import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.domain.Deliberation;
import io.witan.grpc.call.Envelope;
import io.witan.ledger.port.Transactions.Answer;
import io.witan.proto.orchestrator.v1.DeliberateRequest;
import io.witan.proto.orchestrator.v1.DeliberateResponse;
import io.witan.proto.orchestrator.v1.GetDeliberationResultRequest;
import io.witan.proto.orchestrator.v1.GetDeliberationResultResponse;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

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
    TaskNames.Named named = names.of(request.getTaskId());
    Duration limit = Wishes.timeLimit(request.getConstraints());
    return Envelope.start(
            OrchestratorServiceGrpc.getDeliberateMethod(),
            request,
            new Answer<>(started -> started.id().value(), names::deliberation),
            command ->
                names
                    .open(named)
                    .then(open -> wishes.of(request, named))
                    .then(wanted -> start.start(command, wanted)))
        .then(started -> patience.untilEnded(started, limit))
        .then(this::answer);
  }

  private Outcome<DeliberateResponse> answer(Deliberation ended) {
    return ended
        .failure()
        .map(
            why ->
                Refusal.of(
                        Refusal.Code.UNAVAILABLE,
                        "deliberation %s ended without a winner: %s".formatted(ended.id(), why))
                    .<DeliberateResponse>asOutcome())
        .orElseGet(() -> Outcome.done(DeliberationMessages.response(ended, clock.instant())));
  }

  Outcome<GetDeliberationResultResponse> result(GetDeliberationResultRequest request) {
    return names
        .latestAbout(request.getTaskId())
        .map(found -> DeliberationMessages.result(request.getTaskId(), found, clock.instant()));
  }
}
