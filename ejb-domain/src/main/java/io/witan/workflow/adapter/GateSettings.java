package io.witan.workflow.adapter;

import io.witan.shared.Role;
import io.witan.workflow.domain.GateServing;
import io.witan.workflow.port.GatePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns the configuration into what is settled about who serves which gate. */
@ApplicationScoped
public class GateSettings {
  private static final String PREFIX = "witan.workflow.gate.";

  @Produces
  public GatePolicy policy(
      @ConfigProperty(name = PREFIX + "developer") String developer,
      @ConfigProperty(name = PREFIX + "architect") String architect,
      @ConfigProperty(name = PREFIX + "qa") String qa,
      @ConfigProperty(name = PREFIX + "attempts") int attempts) {
    return new GatePolicy(
        Map.of(
            Role.DEVELOPER, GateServing.parse(PREFIX + "developer", developer),
            Role.ARCHITECT, GateServing.parse(PREFIX + "architect", architect),
            Role.QA, GateServing.parse(PREFIX + "qa", qa)),
        attempts);
  }
}
