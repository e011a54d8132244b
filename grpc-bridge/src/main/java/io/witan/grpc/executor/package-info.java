/**
 * {@code fleet.ray_executor.v1} over the use cases of deliberation.
 *
 * <p>It owns the mapping between the Ray executor's messages and submissions. It refuses to take
 * turns itself: who takes them, Ray among others, is a matter of the configured runner. Nobody
 * depends on it; the server finds its service as a bean.
 */
package io.witan.grpc.executor;
