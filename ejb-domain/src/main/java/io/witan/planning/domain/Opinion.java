package io.witan.planning.domain;

import io.witan.shared.Text;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What one agent, or a council, says about a story in one role.
 *
 * @param author the agent that said it; of a council, the one that won
 * @param deliberation the deliberation that it came out of; absent when an agent brought it itself
 * @param text 1 to 50,000 characters
 */
public record Opinion(
    ReviewRole role,
    String author,
    Optional<String> deliberation,
    String text,
    Advice advice,
    Instant at) {
  public Opinion {
    Objects.requireNonNull(role, "role");
    author = Text.required("agent_id", author, 200);
    Objects.requireNonNull(deliberation, "deliberation");
    text = Text.required("feedback", text, 50_000);
    Objects.requireNonNull(advice, "advice");
    Objects.requireNonNull(at, "at");
  }

  /** Whether it is the same said again, whenever that was. */
  boolean repeats(Opinion other) {
    return role == other.role
        && author.equals(other.author)
        && deliberation.equals(other.deliberation)
        && text.equals(other.text)
        && advice.equals(other.advice);
  }
}
