package io.witan.workflow.adapter;

import io.witan.workflow.port.QueuePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns the configuration into what is settled about queues. */
@ApplicationScoped
public class QueueSettings {

  @Produces
  public QueuePolicy policy(@ConfigProperty(name = "witan.workflow.queue.ageing") Duration ageing) {
    return new QueuePolicy(ageing);
  }
}
