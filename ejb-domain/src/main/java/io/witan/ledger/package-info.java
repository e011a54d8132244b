/**
 * The ledger: every change is kept together with who made it, a chained audit entry and the events
 * that tell others.
 *
 * <p>It owns transactions, the audit chain of each aggregate, the outbox, the inbox and idempotency
 * records. It refuses to know what an aggregate means. Every context may use its ports and domain
 * types; only adapters may use its adapters.
 */
package io.witan.ledger;
