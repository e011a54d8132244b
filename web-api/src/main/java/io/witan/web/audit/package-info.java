/**
 * The audit trail over REST: chains as they are, one merged trail per story, the signed heads of
 * all chains, and the check of each.
 */
package io.witan.web.audit;
