/**
 * The live feed: every process follows the event streams, and so those who watch it see the events
 * of all processes.
 *
 * <p>It owns the following, its going on after NATS was away, and the way back to what somebody saw
 * last. It refuses to know what an event means. It may use the ledger, the graph, and the relay's
 * connection and streams; others know its port only.
 */
package io.witan.ledger.feed;
