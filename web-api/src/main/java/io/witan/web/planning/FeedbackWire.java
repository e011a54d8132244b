package io.witan.web.planning;

import io.witan.planning.application.AddAgentFeedback.Feedback;
import io.witan.planning.domain.ReviewRole;
import io.witan.shared.ActorId;
import io.witan.shared.Times;
import java.util.Objects;
import java.util.Optional;

/**
 * What an agent thinks of a story.
 *
 * @param role ARCHITECT, QA or DEVOPS; one that the agent's token holds
 * @param feedback its numbered lines and bullets name tasks
 * @param proposal what it would do: a text, or a JSON object with the list {@code tasks}; may be
 *     absent
 * @param reviewedAt when absent, now
 */
public record FeedbackWire(String role, String feedback, String proposal, String reviewedAt) {

  Feedback by(ActorId agent) {
    return new Feedback(
        ReviewRole.parse("role", role),
        agent.value(),
        feedback,
        Objects.requireNonNullElse(proposal, ""),
        Optional.ofNullable(reviewedAt).map(at -> Times.parse("reviewed_at", at)));
  }
}
