/**
 * Committed events as server-sent events, while they happen.
 *
 * <p>It owns {@code EventFeed}, behind which this process's commits can be replaced by a feed from
 * NATS. It keeps nothing: who was away reads the audit trail.
 */
package io.witan.web.live;
