/**
 * {@code fleet.orchestrator.v1} over the use cases of deliberation.
 *
 * <p>It owns the mapping between the orchestrator's messages and deliberations, and the waiting
 * that its synchronous call promises. It refuses to take turns itself: deliberations are driven
 * elsewhere. Nobody depends on it; the server finds its service as a bean.
 */
package io.witan.grpc.orchestrator;
