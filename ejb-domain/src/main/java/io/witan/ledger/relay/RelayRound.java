package io.witan.ledger.relay;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.witan.ledger.adapter.Lease;
import io.witan.ledger.domain.OutboxMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * One round of the relay: makes sure of the streams, of the lease and of what was sent before, then
 * sends until nothing waits. Runs on one thread at a time.
 */
final class RelayRound {
  private final NatsConnection nats;
  private final EventStreams streams;
  private final Lease lease;
  private final RelayOutbox outbox;
  private final CatchUp catchUp;
  private final Shipper shipper;
  private final RelayHealth health;
  private final RelaySettings settings;
  private long prepared = -1;
  private long caughtUpGeneration = -1;
  private long caughtUpEpoch = -1;
  private volatile boolean stopping;

  RelayRound(
      NatsConnection nats,
      EventStreams streams,
      Lease lease,
      RelayOutbox outbox,
      StreamComparison comparison,
      RelayHealth health,
      RelaySettings settings) {
    this.nats = nats;
    this.streams = streams;
    this.lease = lease;
    this.outbox = outbox;
    this.catchUp = new CatchUp(lease, outbox, streams, comparison);
    this.shipper = new Shipper(streams, settings.ackTimeout());
    this.health = health;
    this.settings = settings;
  }

  /** Ends the round after the events that are on their way; it is the last. */
  void stop() {
    stopping = true;
  }

  /** Runs once. */
  void run() throws IOException, JetStreamApiException, InterruptedException, TimeoutException {
    if (stopping) {
      // It was on its way to a thread; the lease is given back, or will be.
      return;
    }
    health.look();
    long generation = nats.generation();
    Optional<Connection> connection = nats.current();
    if (connection.isEmpty()) {
      // The lease is left to lapse: another process may reach NATS.
      nats.problem().ifPresent(health::failed);
      return;
    }
    if (prepared != generation) {
      health.conflicts(streams.ensure(connection.get()));
      prepared = generation;
    }
    if (!lease.keep()) {
      health.well();
    } else if (catchUp(connection.get(), generation)) {
      send(connection.get());
    }
  }

  private boolean catchUp(Connection connection, long generation)
      throws IOException, JetStreamApiException {
    if (caughtUpGeneration == generation && caughtUpEpoch == lease.epoch()) {
      return true;
    }
    outbox.unpark(outbox.parkedSubjects().stream().filter(streams::isKnown).toList());
    if (!catchUp.run(connection)) {
      return false;
    }
    caughtUpGeneration = generation;
    caughtUpEpoch = lease.epoch();
    return true;
  }

  private void send(Connection connection)
      throws IOException, InterruptedException, TimeoutException {
    while (!stopping && lease.keep()) {
      Collection<List<OutboxMessage>> lanes = outbox.lanes(settings.page());
      if (lanes.isEmpty()) {
        health.well();
        return;
      }
      Shipment shipment = shipper.ship(connection, lanes);
      if (!settle(connection, shipment)) {
        return;
      }
      health.look();
      Thread.sleep(settings.gather().toMillis());
    }
  }

  private boolean settle(Connection connection, Shipment shipment)
      throws IOException, InterruptedException, TimeoutException {
    if (shipment.isPartlyLive()) {
      connection.flush(settings.ackTimeout());
    }
    boolean ours =
        shipment.isEmpty()
            || lease.fenced(
                shipment.marks(),
                () -> {
                  outbox.markSent(shipment.sent());
                  outbox.park(shipment.parked());
                });
    shipment.parked().values().forEach(health::parked);
    if (shipment.failure().isPresent()) {
      prepared = -1;
      throw new IOException(shipment.failure().get());
    }
    return ours;
  }

  /** How long to wait after a failure. */
  Duration pause() {
    return settings.sweep().compareTo(Duration.ofMillis(500)) < 0
        ? settings.sweep()
        : Duration.ofMillis(500);
  }
}
