/**
 * Owns the connections to NATS: one for each distinct set of settings, kept open, logged, closed at
 * shutdown.
 *
 * <p>Knows nothing of channels, streams or messages. Only the connector depends on it.
 */
package io.witan.nats.connector.connection;
