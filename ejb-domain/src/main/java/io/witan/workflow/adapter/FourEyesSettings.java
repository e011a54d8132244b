package io.witan.workflow.adapter;

import io.witan.workflow.port.FourEyesPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns the configuration into what is settled about who judges work. */
@ApplicationScoped
public class FourEyesSettings {

  @Produces
  public FourEyesPolicy policy(
      @ConfigProperty(name = "witan.workflow.four-eyes.model-family") boolean otherFamily) {
    return new FourEyesPolicy(otherFamily);
  }
}
