package io.witan.workflow.adapter;

import io.witan.workflow.domain.Sla;
import io.witan.workflow.domain.SlaTimes;
import io.witan.workflow.port.SlaPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns the configuration into how long things may take. */
@ApplicationScoped
public class SlaSettings {

  @Produces
  public SlaPolicy policy(
      @ConfigProperty(name = "witan.workflow.sla.architect") Duration architect,
      @ConfigProperty(name = "witan.workflow.sla.qa") Duration qa,
      @ConfigProperty(name = "witan.workflow.sla.po") Duration po,
      @ConfigProperty(name = "witan.workflow.sla.total") Duration total) {
    return new SlaPolicy(
        new SlaTimes(Map.of(Sla.ARCHITECT, architect, Sla.QA, qa, Sla.PO, po, Sla.TOTAL, total)));
  }
}
