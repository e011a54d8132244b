package io.witan.identity.application;

import io.witan.identity.domain.User;
import io.witan.identity.port.UserRepository;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Page;
import io.witan.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows who may get tokens; for administrators. */
@ApplicationScoped
public class ListUsers {
  private final UserRepository users;

  protected ListUsers() {
    this(null);
  }

  @Inject
  public ListUsers(UserRepository users) {
    this.users = users;
  }

  /** Users by name. */
  public Outcome<Page<User>> list(Actor actor, Page.Request page) {
    return Command.by(actor).allowed("list users", Role.ADMIN).map(admin -> users.list(page));
  }
}
