package io.witan.identity.port;

import io.witan.identity.domain.PasswordHash;
import io.witan.identity.domain.User;
import io.witan.identity.domain.UserEvent;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.Optional;

/** Keeps users, and apart from them what proves their passwords. */
public interface UserRepository {

  /** A user and the hash of the password. */
  record Credentials(User user, PasswordHash hash) {}

  Optional<User> find(ActorId username);

  /** What a password is checked against. */
  Optional<Credentials> credentials(ActorId username);

  /**
   * Adds a user; part of the running transaction.
   *
   * @return false when there is one of this name, and nothing was changed
   */
  boolean add(Change<User, UserEvent> created, PasswordHash hash);

  /** Users by name. */
  Page<User> list(Page.Request page);
}
