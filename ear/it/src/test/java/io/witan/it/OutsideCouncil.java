package io.witan.it;

import io.witan.proto.orchestrator.v1.DeliberateRequest;
import java.util.Map;
import java.util.UUID;

/** A council that nobody else uses: one agent inside, and one who sits outside, at NATS. */
final class OutsideCouncil implements AutoCloseable {
  private static final String COUNCILS = "/councils";

  private final Rest admin;
  private final String outsider = "agent-outside-" + UUID.randomUUID();

  OutsideCouncil(Fleet fleet) {
    admin = fleet.admin();
    Fleet.done(201, admin.post(COUNCILS, Map.of("role", "po", "num_agents", 1)));
    Fleet.done(
        201,
        admin.post(COUNCILS + "/po/agents", Map.of("agent_id", outsider, "endpoint", "nats:")));
  }

  /** The name of the one who sits outside. */
  String outsider() {
    return outsider;
  }

  /** Has it deliberate about a task of its own. */
  DeliberateRequest request() {
    return DeliberateRequest.newBuilder()
        .setTaskId("T-" + UUID.randomUUID())
        .setTaskDescription("Keep the cart for a month")
        .setRole("PO")
        .build();
  }

  @Override
  public void close() {
    Fleet.done(200, admin.delete(COUNCILS + "/po"));
  }
}
