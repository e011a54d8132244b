package io.witan.cli.run;

import io.witan.cli.Stop;
import io.witan.cli.api.PasswordIdentity;
import io.witan.cli.api.RefusedException;
import io.witan.cli.api.WitanApi;
import io.witan.cli.run.DemoPasswords.Login;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The demo's people on the server: found again by their kept passwords, created by the
 * administrator where missing.
 */
public final class DemoUsers {
  private final WitanApi anybody;
  private final DemoPasswords passwords;
  private final Supplier<WitanApi> admin;
  private final Optional<String> suffix;
  private final Map<DemoRole, PasswordIdentity> ready = new EnumMap<>(DemoRole.class);

  /**
   * @param suffix asks for new names, with this behind them
   * @param admin the server as its administrator; asked for only when a user has to be created
   */
  public DemoUsers(
      WitanApi anybody,
      DemoPasswords passwords,
      Supplier<WitanApi> admin,
      Optional<String> suffix) {
    this.anybody = anybody;
    this.passwords = passwords;
    this.admin = admin;
    this.suffix = suffix;
  }

  /** The server as the demo user with this role; the user is there afterwards. */
  public WitanApi as(DemoRole role) {
    return anybody.as(ready.computeIfAbsent(role, this::ensure));
  }

  /** The user's name; the user is there afterwards. */
  public String name(DemoRole role) {
    return ready.computeIfAbsent(role, this::ensure).username();
  }

  /** The user of this role, if the server knows it already; creates nothing. */
  public Optional<WitanApi> existing(DemoRole role) {
    return Optional.ofNullable(passwords.kept().get(role)).flatMap(this::logIn).map(anybody::as);
  }

  private PasswordIdentity ensure(DemoRole role) {
    Login login = login(role);
    return logIn(login).orElseGet(() -> create(role, login));
  }

  private Login login(DemoRole role) {
    Optional<Login> kept = Optional.ofNullable(passwords.kept().get(role));
    if (suffix.isPresent()) {
      String wanted = role.username(suffix.get());
      return kept.filter(login -> login.username().equals(wanted))
          .orElseGet(() -> passwords.make(role, wanted));
    }
    return kept.orElseGet(() -> passwords.make(role, role.username("")));
  }

  private Optional<PasswordIdentity> logIn(Login login) {
    PasswordIdentity identity = new PasswordIdentity(anybody, login.username(), login.password());
    try {
      identity.renew();
      return Optional.of(identity);
    } catch (RefusedException refused) {
      if (refused.is("UNAUTHENTICATED")) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private PasswordIdentity create(DemoRole role, Login login) {
    try {
      admin.get().createUser(login.username(), login.password(), role.wire());
    } catch (RefusedException refused) {
      if (refused.is("ALREADY_EXISTS")) {
        throw lost(login);
      }
      throw refused;
    }
    return new PasswordIdentity(anybody, login.username(), login.password());
  }

  private Stop lost(Login login) {
    return Stop.refused(
        "the server has a user %s already, and its password is not in %s"
            .formatted(login, passwords.file().path()),
        "put the file back, or make new demo users: ./witan run FILE --user-suffix 2",
        "after that the new ones are used without asking");
  }
}
