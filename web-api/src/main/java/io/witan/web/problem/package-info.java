/**
 * Problems (RFC 9457): what every refusal, failure and malformed request looks like on the wire.
 *
 * <p>It owns the table from refusal codes to HTTP statuses. It refuses to tell internals: what is
 * not a refusal gets an incident number, and the log the rest.
 */
package io.witan.web.problem;
