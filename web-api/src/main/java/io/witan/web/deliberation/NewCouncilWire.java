package io.witan.web.deliberation;

import io.witan.shared.Role;
import java.util.Optional;

/**
 * A council to be created.
 *
 * @param role whose council it is; each role has one at most
 * @param numAgents 1 to 16; 3 if absent
 * @param model of all agents; empty or absent means the runner's own
 */
public record NewCouncilWire(String role, Integer numAgents, String model) {
  private static final int USUAL_AGENTS = 3;

  Role roleOf() {
    return Role.parse("role", role);
  }

  int size() {
    return Optional.ofNullable(numAgents).orElse(USUAL_AGENTS);
  }
}
