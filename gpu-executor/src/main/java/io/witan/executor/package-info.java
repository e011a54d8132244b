/**
 * Turn runners: what lets an agent answer, be it a rehearsal or a model behind an OpenAI-compatible
 * endpoint.
 *
 * <p>It owns how an endpoint is called and what a failure of it means. It refuses to know the order
 * of turns and to keep results. Nobody depends on it: CDI puts the configured runner behind the
 * port of the deliberation context.
 */
package io.witan.executor;
