/**
 * The configured runner of turns, as those see it who run Witan: whether it can be reached, its
 * clusters, their slots and queues.
 *
 * <p>It owns no rule and asks nobody but the port of the deliberation context.
 */
package io.witan.web.runner;
