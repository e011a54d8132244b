package io.witan.grpc.executor;

import io.witan.deliberation.application.GetSubmission;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.PlanProposal;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.ReviewProposal;
import io.witan.deliberation.domain.WorkProposal;
import io.witan.proto.ray_executor.v1.DeliberationResult;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusResponse;

/** What becomes of submissions, as it travels. */
final class OutcomeMessages {
  private OutcomeMessages() {}

  static GetDeliberationStatusResponse unknown(String id) {
    return GetDeliberationStatusResponse.newBuilder()
        .setStatus("not_found")
        .setErrorMessage("nothing was submitted as \"%s\"".formatted(id))
        .build();
  }

  static GetDeliberationStatusResponse status(GetSubmission.Found found) {
    return found
        .deliberation()
        .map(deliberation -> status(found, deliberation))
        .orElseGet(() -> failed(found.submission().failure().orElse("it has not begun")));
  }

  private static GetDeliberationStatusResponse status(
      GetSubmission.Found found, Deliberation deliberation) {
    return switch (deliberation.status()) {
      case PENDING -> open(found.isWaiting() ? "submitted" : "running");
      case RUNNING -> open("running");
      case COMPLETED ->
          GetDeliberationStatusResponse.newBuilder()
              .setStatus("completed")
              .setResult(result(deliberation))
              .build();
      case FAILED -> failed(deliberation.failure().orElseThrow());
    };
  }

  private static GetDeliberationStatusResponse open(String status) {
    return GetDeliberationStatusResponse.newBuilder().setStatus(status).build();
  }

  private static GetDeliberationStatusResponse failed(String why) {
    return GetDeliberationStatusResponse.newBuilder()
        .setStatus("failed")
        .setErrorMessage(why)
        .build();
  }

  /** The best proposal, and in the metadata how all of them fared. */
  static DeliberationResult result(Deliberation completed) {
    Ranked winner = completed.winner().orElseThrow();
    int agents = completed.charter().agents().size();
    int answers = completed.ranking().size();
    DeliberationResult.Builder result =
        DeliberationResult.newBuilder()
            .setAgentId(winner.agent().value())
            .setProposal(winner.text())
            .setReasoning(reasoning(winner.proposal()))
            .setScore((float) winner.score())
            .putMetadata("total_agents", String.valueOf(agents))
            .putMetadata("completed_agents", String.valueOf(answers))
            .putMetadata("failed_agents", String.valueOf(agents - answers))
            .putMetadata("average_score", String.valueOf(meanScore(completed)))
            .putMetadata("runner", completed.charter().runner());
    completed.cut().ifPresent(cut -> result.putMetadata("cut", cut.kind().wire()));
    return result.build();
  }

  private static double meanScore(Deliberation completed) {
    return completed.ranking().stream().mapToDouble(Ranked::score).average().orElse(0);
  }

  /** The part of a proposal that says why. */
  private static String reasoning(Proposal proposal) {
    if (proposal instanceof WorkProposal work) {
      return work.summary();
    }
    if (proposal instanceof ReviewProposal review) {
      return review.feedback();
    }
    return proposal instanceof PlanProposal plan ? plan.description() : proposal.title();
  }
}
