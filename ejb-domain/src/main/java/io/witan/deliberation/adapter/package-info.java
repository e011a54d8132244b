/**
 * Deliberations on Neo4j, their prompts and answers as JSON, their events on the wire, and the
 * driver that runs them in the background.
 *
 * <p>Nobody depends on it: CDI puts it behind the ports.
 */
package io.witan.deliberation.adapter;
