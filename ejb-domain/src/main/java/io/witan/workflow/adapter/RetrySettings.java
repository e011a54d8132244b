package io.witan.workflow.adapter;

import io.witan.workflow.port.RetryPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns the configuration into what is settled about retries. */
@ApplicationScoped
public class RetrySettings {

  @Produces
  public RetryPolicy policy(@ConfigProperty(name = "witan.workflow.retries") int most) {
    return new RetryPolicy(most);
  }
}
