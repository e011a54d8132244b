/**
 * What people do with the ledger: check the audit trail and hand it out; as administrators, look at
 * events that cannot be sent, and send them again.
 *
 * <p>Sending itself is the relay's. The edges may depend on it, nobody else.
 */
package io.witan.ledger.application;
