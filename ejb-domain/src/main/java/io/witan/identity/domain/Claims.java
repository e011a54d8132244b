package io.witan.identity.domain;

import io.witan.shared.ActorId;
import io.witan.shared.Role;
import java.time.Instant;
import java.util.Set;

/**
 * What a token of Witan says about its holder.
 *
 * @param id unique per token
 */
public record Claims(
    String id, ActorId subject, Set<Role> roles, Instant issuedAt, Instant expiresAt) {
  public Claims {
    roles = Set.copyOf(roles);
  }
}
