/**
 * The outbox relay: sends committed events to NATS JetStream, once each and in order per aggregate.
 *
 * <p>It owns the connection to NATS, the event streams, the relay's lease, the reconciler and the
 * removal of what is no longer needed. It refuses to know what an event means. It may use the
 * ledger, the graph and the NATS client; only start-up, health checks and messaging may depend on
 * it.
 */
package io.witan.ledger.relay;
