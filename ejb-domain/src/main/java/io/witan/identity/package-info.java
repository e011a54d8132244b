/**
 * Identity: who may act. Users, their passwords and roles, the tokens that prove them.
 *
 * <p>It owns the users, the signing key and the check of every token. It refuses to decide what a
 * role may do: that belongs to the context of the deed. Other contexts see only the {@code Actor}
 * that a token proves; edges (REST, gRPC) use its use cases and {@code TokenVerifier}.
 */
package io.witan.identity;
