package io.witan.identity.domain;

import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who acts when a request names an actor or a role of its own: the token decides.
 *
 * <p>A named role must be one that the token holds, and the act is done in that role alone. A named
 * actor must be the token's subject. Only a token with the role {@code system} may name others; the
 * act is then recorded with both names.
 */
public final class ActingFor {
  private ActingFor() {}

  /**
   * The one who acts.
   *
   * @param holder whom the token proves
   * @param namedActor the actor that the request names, if it does
   * @param namedRole the role that the request names, if it does
   */
  public static Outcome<Actor> decide(
      Actor holder, Optional<ActorId> namedActor, Optional<Role> namedRole) {
    ActorId actor = namedActor.orElse(holder.id());
    if (holder.holds(Role.SYSTEM)) {
      return Outcome.done(
          new Actor(actor, namedRole.map(Set::of).orElse(holder.roles()), holder.onBehalfOf()));
    }
    if (!actor.equals(holder.id())) {
      return forbidden("%s may not act as %s: needs the role system".formatted(holder.id(), actor));
    }
    if (namedRole.isPresent() && !holder.holds(namedRole.get())) {
      return forbidden(
          "%s may not act as %s: the token does not hold this role"
              .formatted(holder.id(), namedRole.get().wire()));
    }
    return Outcome.done(
        new Actor(actor, namedRole.map(Set::of).orElse(holder.roles()), holder.onBehalfOf()));
  }

  private static Outcome<Actor> forbidden(String message) {
    return Refusal.of(Refusal.Code.FORBIDDEN, message).asOutcome();
  }
}
