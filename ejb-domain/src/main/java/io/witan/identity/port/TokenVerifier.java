package io.witan.identity.port;

import io.witan.shared.Actor;
import io.witan.shared.Outcome;

/** Finds out whom a token proves. The one check that every edge (REST, gRPC) uses. */
@FunctionalInterface
public interface TokenVerifier {

  /**
   * Checks form, issuer, signature, audience and time of a token.
   *
   * @param bearerToken the token alone, without {@code Bearer}
   * @return the actor, or a refusal {@code UNAUTHENTICATED} that says what was wrong, or {@code
   *     UNAVAILABLE} when the keys of an outside issuer cannot be fetched
   */
  Outcome<Actor> verify(String bearerToken);
}
