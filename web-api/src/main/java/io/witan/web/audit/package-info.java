/** The audit trail over REST: chains as they are, their check, and one merged trail per story. */
package io.witan.web.audit;
