package io.witan.ledger.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns the configuration into the settings of the relay and its helpers. */
@ApplicationScoped
public class RelayConfiguration {

  @Produces
  public NatsSettings nats(
      @ConfigProperty(name = "witan.nats.url") String url,
      @ConfigProperty(name = "witan.nats.user") Optional<String> user,
      @ConfigProperty(name = "witan.nats.password") Optional<String> password,
      @ConfigProperty(name = "witan.nats.creds") Optional<String> credentials) {
    return new NatsSettings(url, user, password, credentials);
  }

  @Produces
  public EventStreams streams(@ConfigProperty(name = "witan.nats.replicas") int replicas) {
    return new EventStreams(replicas);
  }

  @Produces
  public RelaySettings relay(
      @ConfigProperty(name = "witan.relay.lease") Duration lease,
      @ConfigProperty(name = "witan.relay.sweep") Duration sweep,
      @ConfigProperty(name = "witan.relay.page") int page,
      @ConfigProperty(name = "witan.relay.gather") Duration gather,
      @ConfigProperty(name = "witan.relay.ack-timeout") Duration ackTimeout,
      @ConfigProperty(name = "witan.reconciler.every") Duration reconcile,
      @ConfigProperty(name = "witan.reconciler.look-back") Duration lookBack) {
    return new RelaySettings(lease, sweep, page, gather, ackTimeout, reconcile, lookBack);
  }

  @Produces
  public Housekeeping.Keep keep(
      @ConfigProperty(name = "witan.housekeeping.every") Duration every,
      @ConfigProperty(name = "witan.outbox.keep") Duration sent,
      @ConfigProperty(name = "witan.inbox.keep") Duration marks,
      @ConfigProperty(name = "witan.idempotency.keep") Duration keys) {
    return new Housekeeping.Keep(every, sent, marks, keys);
  }
}
