package io.witan.identity.port;

import io.witan.identity.domain.PasswordHash;
import io.witan.identity.domain.User;
import io.witan.identity.domain.UserEvent;
import io.witan.shared.Change;

class MemoryUsersTest extends UserRepositoryContract {
  private final MemoryUsers users = new MemoryUsers();

  @Override
  protected UserRepository users() {
    return users;
  }

  @Override
  protected boolean add(Change<User, UserEvent> created, PasswordHash hash) {
    return users.add(created, hash);
  }
}
