/**
 * Turns on Ray clusters: which cluster takes a turn, how it is followed to its end, and what
 * happens when a cluster is full, away or loses it.
 *
 * <p>It owns the HTTP that the application on a cluster speaks, and what is remembered of each
 * cluster. It refuses to know the order of turns and what is in an answer. The configured runner
 * depends on it.
 */
package io.witan.executor.ray;
