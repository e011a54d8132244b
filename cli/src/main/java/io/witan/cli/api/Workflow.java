package io.witan.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A task on its way through the gates. */
public record Workflow(
    String taskId,
    String storyId,
    WorkflowState state,
    String roleInCharge,
    String requiredAction,
    String feedback,
    int retryCount,
    Map<String, JsonNode> artifacts,
    String claimedBy,
    Long fencingToken,
    String claimUntil,
    long version,
    List<LegalAction> legalActions,
    List<Passage> history) {
  public Workflow {
    artifacts = artifacts == null ? Map.of() : Map.copyOf(artifacts);
    legalActions = Lists.of(legalActions);
    history = Lists.of(history);
  }

  /**
   * Something that can be done to it now, and by which role. Its verb is the first word of its
   * name: {@code approve} of {@code APPROVE_DESIGN}.
   */
  public record LegalAction(String action, String role) {
    public String verb() {
      return action.substring(0, (action + "_").indexOf('_')).toLowerCase(Locale.ROOT);
    }
  }

  /** One recorded step of it. */
  public record Passage(
      String fromState,
      String toState,
      String action,
      String actor,
      String actorRole,
      String at,
      String feedback) {}

  /** The fencing token of the claim under which somebody holds it. */
  public Optional<Long> token() {
    return Optional.ofNullable(fencingToken);
  }

  /** How often the work was sent back and taken up again, plus one. */
  public int round() {
    return 1
        + (int)
            history.stream()
                .filter(passage -> "REVISE_CODE".equalsIgnoreCase(passage.action()))
                .count();
  }

  /** The commit that goes, or went, through the gates. */
  public Optional<String> commit() {
    return Optional.ofNullable(artifacts.get("commit_sha"))
        .map(JsonNode::asText)
        .filter(sha -> !sha.isBlank());
  }
}
