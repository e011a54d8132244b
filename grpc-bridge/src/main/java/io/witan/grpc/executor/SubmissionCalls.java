package io.witan.grpc.executor;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.witan.deliberation.application.KeepFailedSubmission;
import io.witan.deliberation.application.SubmitDeliberation;
import io.witan.deliberation.application.SubmitDeliberation.Order;
import io.witan.deliberation.domain.Submission;
import io.witan.grpc.call.Authentication;
import io.witan.grpc.call.Envelope;
import io.witan.grpc.deliberation.CouncilRoles;
import io.witan.proto.ray_executor.v1.ExecuteBacklogReviewDeliberationRequest;
import io.witan.proto.ray_executor.v1.ExecuteDeliberationRequest;
import io.witan.proto.ray_executor.v1.ExecuteDeliberationResponse;
import io.witan.proto.ray_executor.v1.ExecuteTaskRequest;
import io.witan.proto.ray_executor.v1.ExecuteTaskResponse;
import io.witan.proto.ray_executor.v1.RayExecutorServiceGrpc;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The calls that submit something and answer at once. What is well asked for, and cannot be begun
 * all the same, is answered with the status {@code failed}; only who asks badly, or may not ask, is
 * refused.
 */
@Dependent
class SubmissionCalls {
  private final Orders orders;
  private final SubmitDeliberation submit;
  private final KeepFailedSubmission keepFailed;

  @Inject
  SubmissionCalls(Orders orders, SubmitDeliberation submit, KeepFailedSubmission keepFailed) {
    this.orders = orders;
    this.submit = submit;
    this.keepFailed = keepFailed;
  }

  Outcome<ExecuteDeliberationResponse> execute(ExecuteDeliberationRequest request) {
    return submitted(
        RayExecutorServiceGrpc.getExecuteDeliberationMethod(),
        request,
        new Sent(request.getTaskId(), request.getRole(), () -> orders.council(request)),
        SubmissionMessages::of);
  }

  Outcome<ExecuteDeliberationResponse> review(ExecuteBacklogReviewDeliberationRequest request) {
    return submitted(
        RayExecutorServiceGrpc.getExecuteBacklogReviewDeliberationMethod(),
        request,
        new Sent(request.getTaskId(), request.getRole(), () -> orders.review(request)),
        SubmissionMessages::of);
  }

  Outcome<ExecuteTaskResponse> executeTask(ExecuteTaskRequest request) {
    return submitted(
        RayExecutorServiceGrpc.getExecuteTaskMethod(),
        request,
        new Sent(request.getTaskId(), request.getRole(), () -> orders.task(request)),
        SubmissionMessages::ofTask);
  }

  /** What every request that submits something says. */
  private record Sent(String task, String role, Supplier<Outcome<Order>> order) {}

  private <W extends Message> Outcome<W> submitted(
      MethodDescriptor<?, W> method, Message request, Sent sent, Function<Submission, W> answer) {
    return Envelope.command(
            method,
            request,
            command ->
                sent.order().get().then(wanted -> submit.submit(command, wanted)).map(answer))
        .<Outcome<W>>fold(Outcome::done, refusal -> failed(sent, refusal).map(answer));
  }

  private Outcome<Submission> failed(Sent sent, Refusal refusal) {
    return isOfTheMoment(refusal.code())
        ? keepFailed.keep(
            Command.by(Authentication.caller()),
            sent.task(),
            CouncilRoles.parse(sent.role()),
            refusal)
        : refusal.asOutcome();
  }

  /** Whether the same request could be done at another time. */
  private static boolean isOfTheMoment(Refusal.Code code) {
    return switch (code) {
      case NOT_FOUND,
          ALREADY_EXISTS,
          ILLEGAL_TRANSITION,
          GUARD_FAILED,
          LIMIT_EXCEEDED,
          UNAVAILABLE ->
          true;
      case INVALID_ARGUMENT, UNAUTHENTICATED, FORBIDDEN, STALE_VERSION, IDEMPOTENCY_MISMATCH ->
          false;
    };
  }
}
