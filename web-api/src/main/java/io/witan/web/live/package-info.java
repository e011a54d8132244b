/**
 * The events of all processes as server-sent events, while they happen.
 *
 * <p>It owns who watches and how fast they read. It keeps nothing: who was away comes back with the
 * id of the last event, or reads the audit trail.
 */
package io.witan.web.live;
