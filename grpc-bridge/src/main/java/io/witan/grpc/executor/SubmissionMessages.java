package io.witan.grpc.executor;

import com.google.protobuf.Timestamp;
import io.witan.deliberation.domain.Submission;
import io.witan.grpc.deliberation.CouncilRoles;
import io.witan.proto.ray_executor.v1.ExecuteDeliberationResponse;
import io.witan.proto.ray_executor.v1.ExecuteTaskResponse;
import io.witan.proto.ray_executor.v1.JobInfo;
import java.time.Duration;
import java.time.Instant;

/** Submissions as they travel. */
final class SubmissionMessages {
  private static final String SUBMITTED = "submitted";
  private static final String FAILED = "failed";

  private SubmissionMessages() {}

  static ExecuteDeliberationResponse of(Submission submission) {
    return ExecuteDeliberationResponse.newBuilder()
        .setTaskId(submission.task())
        .setDeliberationId(submission.id().value())
        .setStatus(status(submission))
        .setMessage(message(submission))
        .build();
  }

  static ExecuteTaskResponse ofTask(Submission submission) {
    return ExecuteTaskResponse.newBuilder()
        .setTaskId(submission.task())
        .setDeliberationId(submission.id().value())
        .setStatus(status(submission))
        .setMessage(message(submission))
        .build();
  }

  private static String status(Submission submission) {
    return submission.failure().isPresent() ? FAILED : SUBMITTED;
  }

  private static String message(Submission submission) {
    return submission
        .failure()
        .orElse("submitted: ask for it with GetDeliberationStatus and this deliberation_id");
  }

  /** One that has not ended. */
  static JobInfo job(Submission submission, Instant now) {
    String id = submission.id().value();
    return JobInfo.newBuilder()
        .setJobId(id)
        .setName("vllm-agent-job-" + id)
        .setStatus("RUNNING")
        .setSubmissionId(id)
        .setRole(CouncilRoles.of(submission.role()))
        .setTaskId(submission.task())
        .setStartTime(Timestamp.newBuilder().setSeconds(submission.at().getEpochSecond()))
        .setRuntime(runtime(Duration.between(submission.at(), now)))
        .build();
  }

  private static String runtime(Duration time) {
    return "%dm %ds".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
