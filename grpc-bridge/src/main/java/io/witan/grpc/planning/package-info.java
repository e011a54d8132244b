/**
 * {@code fleet.planning.v2} over the use cases of planning.
 *
 * <p>It owns the mapping between planning's messages and its domain. It refuses rules: what is
 * legal is decided behind the use cases. Nobody depends on it; the server finds its service as a
 * bean.
 */
package io.witan.grpc.planning;
