package io.witan.web.deliberation;

import io.witan.deliberation.domain.Council;
import io.witan.shared.Times;
import io.witan.web.request.Answers;
import java.util.List;

/** A council and its agents, in the order of their seats. */
public record CouncilWire(
    String councilId,
    String role,
    List<AgentWire> agents,
    String createdAt,
    String updatedAt,
    long version)
    implements Answers.Versioned {
  static CouncilWire from(Council council) {
    return new CouncilWire(
        council.id().value(),
        council.role().wire(),
        council.members().stream().map(AgentWire::from).toList(),
        Times.text(council.createdAt()),
        Times.text(council.updatedAt()),
        council.version());
  }
}
