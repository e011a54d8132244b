package io.witan.calibration.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.calibration.application.KeepForecast;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps a forecast of each deliberation that is completed. */
@ApplicationScoped
public class ForecastsFromDeliberations {
  private static final String CONSUMER = "calibration-deliberation-completed-v1";

  private final OnceInEffect onceInEffect;
  private final KeepForecast keepForecast;

  protected ForecastsFromDeliberations() {
    this(null, null);
  }

  @Inject
  public ForecastsFromDeliberations(OnceInEffect onceInEffect, KeepForecast keepForecast) {
    this.onceInEffect = onceInEffect;
    this.keepForecast = keepForecast;
  }

  @Incoming("calibration-deliberation-completed")
  @Blocking
  public void receive(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    DeliberationId completed =
        event.as(fields -> new DeliberationId(fields.text("deliberation_id")));
    onceInEffect.handle(
        CONSUMER, event, same -> keepForecast.keep(Command.by(Actor.system()), completed));
  }
}
