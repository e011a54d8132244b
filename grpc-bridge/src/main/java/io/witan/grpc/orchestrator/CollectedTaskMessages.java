package io.witan.grpc.orchestrator;

import io.witan.deliberation.domain.CollectedTask;
import io.witan.deliberation.domain.CollectedTask.End;
import io.witan.deliberation.domain.CollectedTask.Heard;
import io.witan.grpc.deliberation.CouncilRoles;
import io.witan.proto.orchestrator.v1.DeliberationResult;
import io.witan.proto.orchestrator.v1.DeliberationStatus;
import io.witan.proto.orchestrator.v1.GetDeliberationResultResponse;
import io.witan.proto.orchestrator.v1.Proposal;
import java.time.Duration;
import java.time.Instant;

/** Tasks that agents from outside work on by themselves, as they travel: nobody ranks answers. */
final class CollectedTaskMessages {
  private CollectedTaskMessages() {}

  static GetDeliberationResultResponse result(CollectedTask task, Instant now) {
    Instant end = task.ending().map(End::at).orElse(now);
    return GetDeliberationResultResponse.newBuilder()
        .setTaskId(task.id().value())
        .setStatus(status(task))
        .addAllResults(task.answers().map(CollectedTaskMessages::result).toList())
        .setDurationMs(Duration.between(task.startedAt(), end).toMillis())
        .setErrorMessage(task.ending().flatMap(End::failure).orElse(""))
        .build();
  }

  private static DeliberationStatus status(CollectedTask task) {
    return switch (task.status()) {
      case IN_PROGRESS -> DeliberationStatus.DELIBERATION_STATUS_IN_PROGRESS;
      case COMPLETED -> DeliberationStatus.DELIBERATION_STATUS_COMPLETED;
      case FAILED ->
          task.isComplete()
              ? DeliberationStatus.DELIBERATION_STATUS_FAILED
              : DeliberationStatus.DELIBERATION_STATUS_TIMEOUT;
    };
  }

  private static DeliberationResult result(Heard answer) {
    Proposal.Builder proposal =
        Proposal.newBuilder()
            .setAuthorId(answer.agent().value())
            .setContent(answer.answer().orElseThrow())
            .setCreatedAtMs(answer.at().toEpochMilli());
    answer.role().map(CouncilRoles::of).ifPresent(proposal::setAuthorRole);
    return DeliberationResult.newBuilder().setProposal(proposal).build();
  }
}
