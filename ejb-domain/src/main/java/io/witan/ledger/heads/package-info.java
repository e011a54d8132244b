/**
 * Signed heads: at a steady pace the newest entry of every audit chain that grew is signed, and
 * taken to where who rewrites the graph does not reach.
 *
 * <p>It owns the batches, the export file, the schedule and the check of chains against what was
 * signed. It refuses to know how a signature is made. It may use the ledger and the graph; only
 * start-up may depend on it.
 */
package io.witan.ledger.heads;
