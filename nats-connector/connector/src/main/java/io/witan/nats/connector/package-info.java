/**
 * Owns the {@code witan-jetstream} connector for MicroProfile Reactive Messaging: channels that
 * read durable JetStream consumers and channels that publish.
 *
 * <p>Knows the SmallRye connector interfaces and jnats, no provider, no server and nothing of the
 * application. Applications name the connector in configuration and use the public metadata types.
 */
package io.witan.nats.connector;
