package io.witan.identity.adapter;

import io.witan.identity.domain.UserEvent.UserCreated;
import io.witan.shared.ActorId;
import io.witan.shared.Role;
import io.witan.testing.Golden;
import io.witan.testing.Moments;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserWireTest {
  @Test
  void a_new_user() {
    UserCreated created =
        new UserCreated(new ActorId("paula"), Set.of(Role.QA, Role.PO), Moments.NOON);

    Golden.mustMatch("/io/witan/identity/wire/user-created.json", List.of(UserWire.tell(created)));
  }
}
