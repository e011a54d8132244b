package io.witan.identity.adapter;

import static io.witan.contract.Field.field;

import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.identity.domain.UserEvent;
import io.witan.identity.domain.UserEvent.UserCreated;
import io.witan.ledger.domain.WireEvent;
import io.witan.shared.Role;
import io.witan.shared.Times;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** User events on the wire. */
final class UserWire {
  static final EventContract CREATED =
      EventContract.of(
          "identity.user.created",
          "Somebody may get tokens from now on.",
          field("username", Shape.id()),
          field("roles", Shape.listOf(Shape.oneOf(Role.values(), Role::wire))),
          field("created_at", Shape.time()));

  private UserWire() {}

  static WireEvent tell(UserEvent event) {
    UserCreated created = (UserCreated) event;
    return CREATED.event(
        Map.of(
            "username", created.username().value(),
            "roles", roles(created.roles()),
            "created_at", Times.text(created.at())));
  }

  static List<String> roles(Set<Role> roles) {
    return roles.stream().map(Role::wire).sorted().toList();
  }
}
