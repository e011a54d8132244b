package io.witan.grpc.orchestrator;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.ArchitectSelection;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Ending;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Status;
import io.witan.grpc.deliberation.CouncilRoles;
import io.witan.proto.orchestrator.v1.DeliberateResponse;
import io.witan.proto.orchestrator.v1.DeliberationResult;
import io.witan.proto.orchestrator.v1.DeliberationStatus;
import io.witan.proto.orchestrator.v1.GetDeliberationResultResponse;
import io.witan.proto.orchestrator.v1.OrchestrateResponse;
import io.witan.proto.orchestrator.v1.OrchestratorMetadata;
import io.witan.proto.orchestrator.v1.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deliberations as they travel. */
final class DeliberationMessages {
  private DeliberationMessages() {}

  static DeliberateResponse response(Deliberation deliberation, Instant now) {
    return DeliberateResponse.newBuilder()
        .setTaskId(deliberation.charter().subject().id())
        .addAllResults(results(deliberation))
        .setWinnerId(winner(deliberation))
        .setDurationMs(duration(deliberation, now))
        .setMetadata(metadata(deliberation, now))
        .build();
  }

  static GetDeliberationResultResponse result(
      String taskId, Deliberation deliberation, Instant now) {
    return GetDeliberationResultResponse.newBuilder()
        .setTaskId(taskId)
        .setStatus(status(deliberation.status()))
        .addAllResults(results(deliberation))
        .setWinnerId(winner(deliberation))
        .setDurationMs(duration(deliberation, now))
        .setErrorMessage(deliberation.failure().orElse(""))
        .setMetadata(metadata(deliberation, now))
        .build();
  }

  private static DeliberationStatus status(Status status) {
    return switch (status) {
      case PENDING -> DeliberationStatus.DELIBERATION_STATUS_PENDING;
      case RUNNING -> DeliberationStatus.DELIBERATION_STATUS_IN_PROGRESS;
      case COMPLETED -> DeliberationStatus.DELIBERATION_STATUS_COMPLETED;
      case FAILED -> DeliberationStatus.DELIBERATION_STATUS_FAILED;
    };
  }

  /** A proposal while nothing is ranked yet; of a score of 0 nothing is known. */
  static DeliberationResult partial(
      Deliberation deliberation, AgentId author, String text, double score) {
    return DeliberationResult.newBuilder()
        .setProposal(proposal(deliberation, author, text))
        .setScore(score)
        .build();
  }

  static List<DeliberationResult> results(Deliberation deliberation) {
    return deliberation.ranking().stream().map(place -> result(deliberation, place)).toList();
  }

  /** The architect's choice has rank 1; among the candidates each has its own. */
  static OrchestrateResponse orchestrated(Deliberation deliberation, Instant now) {
    int among = deliberation.charter().terms().selection().orElse(ArchitectSelection.USUAL);
    List<Ranked> ranking = deliberation.ranking();
    OrchestrateResponse.Builder response =
        OrchestrateResponse.newBuilder()
            .setExecutionId(deliberation.id().value())
            .setDurationMs(duration(deliberation, now))
            .setMetadata(metadata(deliberation, now));
    ArchitectSelection.choose(ranking, among)
        .map(chosen -> result(deliberation, chosen).toBuilder().setRank(1))
        .ifPresent(response::setWinner);
    ArchitectSelection.candidates(ranking, among)
        .forEach(place -> response.addCandidates(result(deliberation, place)));
    return response.build();
  }

  private static DeliberationResult result(Deliberation deliberation, Ranked place) {
    DeliberationResult.Builder result =
        DeliberationResult.newBuilder()
            .setProposal(proposal(deliberation, place.agent(), place.text()))
            .setScore(place.score())
            .setRank(place.rank());
    CheckMessages.from(place.checks()).ifPresent(result::setChecks);
    return result.build();
  }

  private static Proposal proposal(Deliberation deliberation, AgentId id, String text) {
    Agent author = deliberation.charter().agent(id);
    Proposal.Builder proposal =
        Proposal.newBuilder()
            .setAuthorId(author.id().value())
            .setAuthorRole(CouncilRoles.of(author.role()))
            .setContent(text);
    draft(deliberation, id, text).ifPresent(proposal::addRevisions);
    return proposal.build();
  }

  /** What the author wrote first, if it was revised since. */
  private static Optional<String> draft(Deliberation deliberation, AgentId author, String text) {
    return deliberation.draftText(author).filter(draft -> !draft.equals(text));
  }

  private static String winner(Deliberation deliberation) {
    return deliberation.winner().map(place -> place.agent().value()).orElse("");
  }

  private static long duration(Deliberation deliberation, Instant now) {
    return Duration.between(deliberation.charter().createdAt(), end(deliberation, now)).toMillis();
  }

  /** Once it has ended, it looks the same for ever. */
  private static Instant end(Deliberation deliberation, Instant now) {
    return deliberation.ending().map(Ending::at).orElse(now);
  }

  /** The tag {@code runner} says who spoke: a rehearsal is named as one. */
  private static OrchestratorMetadata metadata(Deliberation deliberation, Instant now) {
    return OrchestratorMetadata.newBuilder()
        .setOrchestratorVersion(version())
        .setTimestampMs(end(deliberation, now).toEpochMilli())
        .setExecutionId(deliberation.id().value())
        .putTags("runner", deliberation.charter().runner())
        .build();
  }

  private static String version() {
    return Optional.ofNullable(DeliberationMessages.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
