package io.witan.identity.application;

import io.witan.identity.domain.Password;
import io.witan.identity.port.FirstPassword;
import io.witan.identity.port.Passwords;
import io.witan.identity.port.UserRepository;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Page;
import io.witan.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.logging.Logger;

/**
 * Makes the first user: {@code admin}, with a random password in a file that only the operator can
 * read. Nothing happens once there is any user.
 *
 * <p>The file is written before the user: a start that is cut off in between goes on with the
 * password that is in the file.
 */
@ApplicationScoped
public class FirstStart {
  private static final Logger LOG = Logger.getLogger(FirstStart.class.getName());
  private static final ActorId ADMIN = new ActorId("admin");

  private final UserRepository users;
  private final CreateUser createUser;
  private final Passwords passwords;
  private final FirstPassword firstPassword;

  protected FirstStart() {
    this(null, null, null, null);
  }

  @Inject
  public FirstStart(
      UserRepository users,
      CreateUser createUser,
      Passwords passwords,
      FirstPassword firstPassword) {
    this.users = users;
    this.createUser = createUser;
    this.passwords = passwords;
    this.firstPassword = firstPassword;
  }

  /** Creates {@code admin} unless there is a user; safe to repeat, and from several replicas. */
  public void prepare() {
    if (!users.list(Page.Request.first(1)).items().isEmpty()) {
      return;
    }
    Password password = firstPassword.keep(passwords.random());
    createUser
        .create(
            Command.by(Actor.system()), new CreateUser.NewUser(ADMIN, password, Set.of(Role.ADMIN)))
        .fold(
            user -> log("created the user %s, its password is in %s"),
            refusal -> log("another process created the user %s; the password in %s is not its"));
  }

  private Void log(String message) {
    LOG.info(message.formatted(ADMIN, firstPassword.place()));
    return null;
  }
}
