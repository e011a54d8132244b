package io.witan.planning.adapter;

import io.witan.planning.domain.ReadinessJudge;
import io.witan.planning.port.ReadinessPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns the configuration into whose word counts on a story's readiness. */
@ApplicationScoped
public class ReadinessSettings {

  @Produces
  public ReadinessPolicy policy(
      @ConfigProperty(name = "witan.planning.readiness.judge") ReadinessJudge judge) {
    return new ReadinessPolicy(judge);
  }
}
