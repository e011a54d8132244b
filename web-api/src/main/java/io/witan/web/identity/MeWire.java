package io.witan.web.identity;

import io.witan.shared.Actor;
import io.witan.shared.Role;
import java.util.List;

/** Whom the token proves. */
public record MeWire(String username, List<String> roles) {

  static MeWire from(Actor actor) {
    return new MeWire(actor.id().value(), actor.roles().stream().map(Role::wire).sorted().toList());
  }
}
