package io.witan.web.deliberation;

import io.witan.deliberation.domain.CouncilId;
import io.witan.shared.Role;
import java.util.OptionalInt;

/**
 * A council to be created.
 *
 * @param role whose council it is, {@code dev} for developers, too; each role has one at most
 * @param numAgents 1 to 16; as {@code witan.deliberation.agents} says if absent
 * @param model of all agents; empty or absent means the runner's own
 */
public record NewCouncilWire(String role, Integer numAgents, String model) {
  Role roleOf() {
    return CouncilId.role("role", role == null ? "" : role);
  }

  OptionalInt size() {
    return numAgents == null ? OptionalInt.empty() : OptionalInt.of(numAgents);
  }
}
