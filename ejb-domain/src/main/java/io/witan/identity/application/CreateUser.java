package io.witan.identity.application;

import io.witan.identity.domain.Password;
import io.witan.identity.domain.PasswordHash;
import io.witan.identity.domain.User;
import io.witan.identity.domain.UserEvent;
import io.witan.identity.port.Passwords;
import io.witan.identity.port.UserRepository;
import io.witan.ledger.port.Transactions;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;

/** Adds a user; for administrators. */
@ApplicationScoped
public class CreateUser {
  private final UserRepository users;
  private final Passwords passwords;
  private final Transactions transactions;
  private final Clock clock;

  protected CreateUser() {
    this(null, null, null, null);
  }

  @Inject
  public CreateUser(
      UserRepository users, Passwords passwords, Transactions transactions, Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Whom to add. */
  public record NewUser(ActorId username, Password password, Set<Role> roles) {
    public NewUser {
      roles = Set.copyOf(roles);
    }
  }

  /** Creates the user; {@code ALREADY_EXISTS} when the name is taken. */
  public Outcome<User> create(Command command, NewUser wanted) {
    return command.allowed("create users", Role.ADMIN).then(actor -> write(command, wanted));
  }

  private Outcome<User> write(Command command, NewUser wanted) {
    Change<User, UserEvent> created =
        User.create(wanted.username(), wanted.roles(), clock.instant());
    PasswordHash hash = passwords.hash(wanted.password());
    return transactions.run(command, () -> add(created, hash));
  }

  private Outcome<User> add(Change<User, UserEvent> created, PasswordHash hash) {
    ActorId username = created.after().username();
    return users.add(created, hash) ? Outcome.done(created.after()) : taken(username).asOutcome();
  }

  private static Refusal taken(ActorId username) {
    return Refusal.of(
        Refusal.Code.ALREADY_EXISTS,
        "there is a user %s already: choose another name".formatted(username));
  }
}
