/**
 * {@code fleet.workflow.v1} over the use cases of the workflow.
 *
 * <p>It owns the mapping between the workflow's messages and its domain. It refuses rules: who may
 * do what is decided behind the use cases. Nobody depends on it; the server finds its service as a
 * bean.
 */
package io.witan.grpc.workflow;
