package io.witan.grpc.orchestrator;

import io.witan.deliberation.domain.ArchitectSelection;
import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.proto.orchestrator.v1.DeliberateRequest;
import io.witan.proto.orchestrator.v1.OrchestrateRequest;
import io.witan.proto.orchestrator.v1.OrchestratorOptions;
import io.witan.shared.InvalidValue;
import java.util.Optional;

/**
 * What a request to orchestrate wants: a deliberation, and the architect's choice among the best.
 *
 * <p>The architect always chooses; {@code custom_params["k"]} says among how many. Without peer
 * review, drafts are all there is. Context options ask for less than agents get to know anyway.
 */
final class Orchestration {
  private static final String AMONG = "k";

  private Orchestration() {}

  /** The deliberation in it. */
  static DeliberateRequest deliberation(OrchestrateRequest request) {
    return DeliberateRequest.newBuilder()
        .setTaskId(request.getTaskId())
        .setTaskDescription(request.getTaskDescription())
        .setRole(request.getRole())
        .setConstraints(request.getConstraints())
        .build();
  }

  static Wish wish(OrchestrateRequest request) {
    return new Wish(Optional.empty(), rounds(request), Optional.empty()).selecting(among(request));
  }

  private static Optional<Integer> rounds(OrchestrateRequest request) {
    OrchestratorOptions options = request.getOptions();
    int rounds = options.getDeliberationRounds();
    if (rounds < 0 || rounds > Terms.MOST_ROUNDS) {
      throw new InvalidValue(
          "options.deliberation_rounds", String.valueOf(rounds), "0 to " + Terms.MOST_ROUNDS);
    }
    boolean draftsOnly = request.hasOptions() && !options.getEnablePeerReview();
    return rounds > 0 || draftsOnly ? Optional.of(rounds) : Optional.empty();
  }

  private static int among(OrchestrateRequest request) {
    String among = request.getOptions().getCustomParamsOrDefault(AMONG, "");
    if (among.isBlank()) {
      return ArchitectSelection.USUAL;
    }
    try {
      int many = Integer.parseInt(among.strip());
      if (many >= 1 && many <= Charter.MOST_AGENTS) {
        return many;
      }
      throw notAmong(among);
    } catch (NumberFormatException malformed) {
      InvalidValue invalid = notAmong(among);
      invalid.addSuppressed(malformed);
      throw invalid;
    }
  }

  private static InvalidValue notAmong(String among) {
    return new InvalidValue(
        "options.custom_params.k", among, "1 to %d".formatted(Charter.MOST_AGENTS));
  }
}
