package io.witan.deliberation.domain;

import java.util.Objects;

/**
 * What one agent thinks of a proposal of another.
 *
 * @param score as it was said, 0 to 1
 */
public record Judgement(AgentId judge, double score) {
  public Judgement {
    Objects.requireNonNull(judge, "judge");
    Critique.mustBeScore("score", score);
  }
}
