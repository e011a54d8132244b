/**
 * Owns the idempotent creation and update of JetStream streams and durable consumers.
 *
 * <p>Refuses to delete, purge or recreate anything: where an existing configuration cannot be
 * changed into the wanted one, it says so and leaves it alone. Any module may use it with a plain
 * jnats connection.
 */
package io.witan.nats.connector.stream;
