package io.witan.grpc.executor;

import io.grpc.stub.StreamObserver;
import io.witan.grpc.call.Answers;
import io.witan.proto.ray_executor.v1.ExecuteBacklogReviewDeliberationRequest;
import io.witan.proto.ray_executor.v1.ExecuteDeliberationRequest;
import io.witan.proto.ray_executor.v1.ExecuteDeliberationResponse;
import io.witan.proto.ray_executor.v1.ExecuteTaskRequest;
import io.witan.proto.ray_executor.v1.ExecuteTaskResponse;
import io.witan.proto.ray_executor.v1.GenerateProposalRequest;
import io.witan.proto.ray_executor.v1.GenerateProposalResponse;
import io.witan.proto.ray_executor.v1.GetActiveJobsRequest;
import io.witan.proto.ray_executor.v1.GetActiveJobsResponse;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusRequest;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusResponse;
import io.witan.proto.ray_executor.v1.GetStatusRequest;
import io.witan.proto.ray_executor.v1.GetStatusResponse;
import io.witan.proto.ray_executor.v1.RayExecutorServiceGrpc;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The Ray executor service. */
@Dependent
public class RayExecutorService extends RayExecutorServiceGrpc.RayExecutorServiceImplBase {
  private final SubmissionCalls submissions;
  private final ProposalCalls proposals;
  private final ExecutorStatusCalls status;

  @Inject
  RayExecutorService(
      SubmissionCalls submissions, ProposalCalls proposals, ExecutorStatusCalls status) {
    this.submissions = submissions;
    this.proposals = proposals;
    this.status = status;
  }

  @Override
  public void executeDeliberation(
      ExecuteDeliberationRequest request, StreamObserver<ExecuteDeliberationResponse> observer) {
    Answers.send(observer, submissions.execute(request));
  }

  @Override
  public void executeBacklogReviewDeliberation(
      ExecuteBacklogReviewDeliberationRequest request,
      StreamObserver<ExecuteDeliberationResponse> observer) {
    Answers.send(observer, submissions.review(request));
  }

  @Override
  public void executeTask(
      ExecuteTaskRequest request, StreamObserver<ExecuteTaskResponse> observer) {
    Answers.send(observer, submissions.executeTask(request));
  }

  @Override
  public void generateProposal(
      GenerateProposalRequest request, StreamObserver<GenerateProposalResponse> observer) {
    Answers.send(observer, proposals.generate(request));
  }

  @Override
  public void getDeliberationStatus(
      GetDeliberationStatusRequest request,
      StreamObserver<GetDeliberationStatusResponse> observer) {
    Answers.send(observer, Outcome.done(status.deliberation(request)));
  }

  @Override
  public void getStatus(GetStatusRequest request, StreamObserver<GetStatusResponse> observer) {
    Answers.send(observer, Outcome.done(status.executor(request)));
  }

  @Override
  public void getActiveJobs(
      GetActiveJobsRequest request, StreamObserver<GetActiveJobsResponse> observer) {
    Answers.send(observer, Outcome.done(status.jobs()));
  }
}
