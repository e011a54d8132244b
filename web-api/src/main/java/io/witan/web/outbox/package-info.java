/**
 * Events that are committed and cannot be sent: what administrators see of them and do about them.
 *
 * <p>It owns no rule; those are in the ledger.
 */
package io.witan.web.outbox;
