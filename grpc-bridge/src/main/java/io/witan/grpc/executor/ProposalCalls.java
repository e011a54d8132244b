package io.witan.grpc.executor;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.witan.deliberation.application.CancelDeliberation;
import io.witan.deliberation.application.SubmitDeliberation;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Ending;
import io.witan.grpc.call.Authentication;
import io.witan.grpc.call.Envelope;
import io.witan.grpc.deliberation.Patience;
import io.witan.grpc.deliberation.TaskNames;
import io.witan.ledger.port.Transactions.Answer;
import io.witan.proto.ray_executor.v1.GenerateProposalRequest;
import io.witan.proto.ray_executor.v1.GenerateProposalResponse;
import io.witan.proto.ray_executor.v1.RayExecutorServiceGrpc;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;

/** Has one agent write one proposal while the caller waits. Who leaves has no use for it. */
@Dependent
class ProposalCalls {
  /** So that the end of the deliberation, and what it says, comes before the end of the wait. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Orders orders;
  private final SubmitDeliberation submit;
  private final CancelDeliberation cancel;
  private final TaskNames names;
  private final Patience patience;

  @Inject
  ProposalCalls(
      Orders orders,
      SubmitDeliberation submit,
      CancelDeliberation cancel,
      TaskNames names,
      Patience patience) {
    this.orders = orders;
    this.submit = submit;
    this.cancel = cancel;
    this.names = names;
    this.patience = patience;
  }

  Outcome<GenerateProposalResponse> generate(GenerateProposalRequest request) {
    Duration limit = AskedLimits.time("timeout_seconds", request.getTimeoutSeconds());
    return Envelope.start(
            RayExecutorServiceGrpc.getGenerateProposalMethod(),
            request,
            new Answer<>(started -> started.id().value(), names::deliberation),
            command -> started(command, request))
        .then(started -> awaited(started, limit.plus(GRACE)))
        .then(ProposalCalls::won)
        .map(
            ended ->
                GenerateProposalResponse.newBuilder()
                    .setTaskId(request.getTaskId())
                    .setResult(OutcomeMessages.result(ended))
                    .build());
  }

  private Outcome<Deliberation> started(Command command, GenerateProposalRequest request) {
    return orders
        .proposal(request)
        .then(order -> submit.submit(command, order))
        .then(submission -> names.deliberation(submission.id().value()));
  }

  private Outcome<Deliberation> awaited(Deliberation started, Duration limit) {
    try {
      return patience.watching(started, limit, seen -> {});
    } catch (StatusRuntimeException over) {
      if (over.getStatus().getCode() == Status.Code.UNAVAILABLE) {
        throw over;
      }
      // Refused when it has ended meanwhile: then there is nothing to cancel.
      Outcome<Deliberation> unused =
          cancel.cancel(Command.by(Authentication.caller()), started.id());
      throw Status.fromCode(over.getStatus().getCode())
          .withDescription(
              "nobody waits for deliberation %s: it is cancelled".formatted(started.id()))
          .withCause(over)
          .asRuntimeException();
    }
  }

  private static Outcome<Deliberation> won(Deliberation ended) {
    return ended.failure().map(why -> lost(ended, why)).orElseGet(() -> Outcome.done(ended));
  }

  private static Outcome<Deliberation> lost(Deliberation ended, String why) {
    String message = "there is no proposal: " + why;
    if (isLate(ended)) {
      throw Status.DEADLINE_EXCEEDED.withDescription(message).asRuntimeException();
    }
    return Refusal.of(Refusal.Code.UNAVAILABLE, message).asOutcome();
  }

  private static boolean isLate(Deliberation ended) {
    return ended
        .charter()
        .terms()
        .deadline()
        .filter(due -> ended.ending().map(Ending::at).filter(end -> !end.isBefore(due)).isPresent())
        .isPresent();
  }
}
