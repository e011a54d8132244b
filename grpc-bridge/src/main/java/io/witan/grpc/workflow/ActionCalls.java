package io.witan.grpc.workflow;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.witan.grpc.call.CallHeaders;
import io.witan.grpc.call.Envelope;
import io.witan.planning.domain.TaskId;
import io.witan.proto.workflow.v1.ClaimTaskRequest;
import io.witan.proto.workflow.v1.ClaimTaskResponse;
import io.witan.proto.workflow.v1.RequestValidationRequest;
import io.witan.proto.workflow.v1.RequestValidationResponse;
import io.witan.proto.workflow.v1.WorkflowOrchestrationServiceGrpc;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.workflow.application.GetWorkflow;
import io.witan.workflow.application.PerformAction;
import io.witan.workflow.domain.TaskAction;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkDone;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The calls that act. What the workflow refuses by state or role is an answer here, not an error:
 * both messages have a field for it.
 */
@Dependent
class ActionCalls {
  private final PerformAction actions;
  private final GetWorkflow one;

  @Inject
  ActionCalls(PerformAction actions, GetWorkflow one) {
    this.actions = actions;
    this.one = one;
  }

  Outcome<RequestValidationResponse> validate(RequestValidationRequest request) {
    TaskId task = new TaskId(request.getTaskId());
    Role role = Role.parse("role", request.getRole());
    TaskAction action = TaskAction.parse("action", request.getAction());
    WorkDone work = WorkflowMessages.toDomain(request.getResult());
    return perform(
            WorkflowOrchestrationServiceGrpc.getRequestValidationMethod(),
            request,
            request.getAgentId(),
            new Deed<>(
                task,
                new PerformAction.Request(
                    action, Optional.of(role), CallHeaders.current().fencingToken(), work),
                workflow -> WorkflowMessages.accepted(workflow, action)))
        .fold(Outcome::done, refusal -> answer(task, refusal, WorkflowMessages::refused));
  }

  Outcome<ClaimTaskResponse> claim(ClaimTaskRequest request) {
    TaskId task = new TaskId(request.getTaskId());
    Role role = Role.parse("role", request.getRole());
    return perform(
            WorkflowOrchestrationServiceGrpc.getClaimTaskMethod(),
            request,
            request.getAgentId(),
            new Deed<>(
                task,
                new PerformAction.Request(claimOf(role), Optional.of(role), WorkDone.nothing()),
                WorkflowMessages::claimed))
        .fold(Outcome::done, refusal -> answer(task, refusal, WorkflowMessages::notClaimed));
  }

  private record Deed<W>(
      TaskId task, PerformAction.Request wanted, Function<TaskWorkflow, W> answer) {}

  private <W extends Message> Outcome<W> perform(
      MethodDescriptor<?, W> method, Message request, String agent, Deed<W> deed) {
    return Envelope.command(
        method,
        request,
        agent,
        deed.wanted().as(),
        command ->
            actions
                .perform(command, deed.task(), deed.wanted())
                .onDone(StateCalls::tell)
                .map(deed.answer()));
  }

  /** Outside of what is kept under an idempotency key: a refusal may be tried again. */
  private <W> Outcome<W> answer(
      TaskId task, Refusal refusal, BiFunction<TaskWorkflow, Refusal, W> refused) {
    return WorkflowMessages.isAnswer(refusal)
        ? one.get(task).map(current -> refused.apply(current, refusal))
        : refusal.asOutcome();
  }

  /** What taking a task means for a role; for others, what the table then refuses. */
  private static TaskAction claimOf(Role role) {
    return switch (role) {
      case ARCHITECT -> TaskAction.CLAIM_REVIEW;
      case QA -> TaskAction.CLAIM_TESTING;
      default -> TaskAction.CLAIM_TASK;
    };
  }
}
