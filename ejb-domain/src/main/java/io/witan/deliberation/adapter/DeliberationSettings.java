package io.witan.deliberation.adapter;

import io.witan.deliberation.port.DeliberationPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns the configuration into the patience of deliberations. */
@ApplicationScoped
public class DeliberationSettings {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration WATCH_INTERVAL = Duration.ofSeconds(2);

  @Produces
  public DeliberationPolicy policy(
      @ConfigProperty(name = "witan.deliberation.patience") Duration patience,
      @ConfigProperty(name = "witan.deliberation.turn-timeout") Duration turnTimeout,
      @ConfigProperty(name = "witan.deliberation.pack-tokens") int packTokens) {
    return new DeliberationPolicy(
        patience, turnTimeout, FIRST_PAUSE, LONGEST_PAUSE, WATCH_INTERVAL, packTokens);
  }
}
