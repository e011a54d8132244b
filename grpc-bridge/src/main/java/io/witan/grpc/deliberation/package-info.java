/**
 * What the services whose calls let agents deliberate have in common: how tasks and roles are
 * called, what a task says, and how a call waits.
 *
 * <p>It refuses to know single RPCs and their messages. The orchestrator and the Ray executor
 * depend on it.
 */
package io.witan.grpc.deliberation;
