/**
 * What administrators do with the ledger: look at events that cannot be sent, and send them again.
 *
 * <p>Sending itself is the relay's. The edges may depend on it, nobody else.
 */
package io.witan.ledger.application;
