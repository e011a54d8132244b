/**
 * Who may read the server's metrics, which the server itself counts and shows.
 *
 * <p>It knows the path and nothing of the numbers.
 */
package io.witan.web.metrics;
