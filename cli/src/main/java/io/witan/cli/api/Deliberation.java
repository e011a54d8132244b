package io.witan.cli.api;

import java.util.List;
import java.util.Optional;

/** Agents that propose, criticise and revise until one proposal wins. */
public record Deliberation(
    String deliberationId,
    Subject subject,
    String purpose,
    String runner,
    String model,
    String status,
    List<Agent> agents,
    List<Turn> turns,
    List<Place> ranking,
    String winnerAgentId,
    String error,
    Wait waiting,
    String createdAt,
    String completedAt,
    long version) {
  public Deliberation {
    agents = Lists.of(agents);
    turns = Lists.of(turns);
    ranking = Lists.of(ranking);
  }

  /** What it is about: a story or a task. */
  public record Subject(String kind, String id) {}

  /** Why no turn comes. */
  public record Wait(String reason, String since) {}

  /** Who takes part. */
  public record Agent(String agentId, String role, String model) {}

  /** One recorded turn. */
  public record Turn(
      int sequence,
      String kind,
      String agentId,
      String aboutAgentId,
      String status,
      String text,
      Double score,
      String error,
      long promptTokens,
      long completionTokens,
      long durationMs,
      String model,
      String requestDigest) {

    public boolean taken() {
      return !"PENDING".equalsIgnoreCase(status);
    }

    public boolean failed() {
      return "FAILED".equalsIgnoreCase(status);
    }
  }

  /** One place of the final order; rank 1 is the winner. */
  public record Place(int rank, String agentId, double score, String text) {}

  /** Why no turn comes, while the model cannot be reached. */
  public Optional<String> waitsFor() {
    return Optional.ofNullable(waiting).map(Wait::reason);
  }

  public boolean ended() {
    return completed() || failed() || "CANCELLED".equalsIgnoreCase(status);
  }

  public boolean completed() {
    return "COMPLETED".equalsIgnoreCase(status);
  }

  public boolean failed() {
    return "FAILED".equalsIgnoreCase(status);
  }

  public boolean rehearsal() {
    return "rehearsal".equalsIgnoreCase(runner);
  }

  public Optional<Place> winner() {
    return ranking.stream().filter(place -> place.rank() == 1).findFirst();
  }
}
