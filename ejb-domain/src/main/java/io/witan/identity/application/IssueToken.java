package io.witan.identity.application;

import io.witan.identity.domain.Claims;
import io.witan.identity.domain.IssuedToken;
import io.witan.identity.domain.PasswordHash;
import io.witan.identity.domain.User;
import io.witan.identity.port.Passwords;
import io.witan.identity.port.TokenSigner;
import io.witan.identity.port.UserRepository;
import io.witan.identity.port.UserRepository.Credentials;
import io.witan.shared.ActorId;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives a token for a name and a password.
 *
 * <p>An unknown name and a wrong password get the same answer after the same time.
 */
@ApplicationScoped
public class IssueToken {
  private static final Refusal WRONG_PAIR =
      Refusal.of(Refusal.Code.UNAUTHENTICATED, "username and password do not belong together");

  private final UserRepository users;
  private final Passwords passwords;
  private final TokenSigner signer;
  private final FailedTries failedTries;
  private final IdSource ids;
  private final Clock clock;
  private final Duration lifetime;
  private volatile PasswordHash nobodys;

  protected IssueToken() {
    this(null, null, null, null, null, null, null);
  }

  @Inject
  public IssueToken(
      UserRepository users,
      Passwords passwords,
      TokenSigner signer,
      FailedTries failedTries,
      IdSource ids,
      Clock clock,
      @ConfigProperty(name = "witan.token.lifetime") Duration lifetime) {
    this.users = users;
    this.passwords = passwords;
    this.signer = signer;
    this.failedTries = failedTries;
    this.ids = ids;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  /**
   * Issues a token.
   *
   * @return the token; {@code UNAUTHENTICATED} for a wrong pair, {@code LIMIT_EXCEEDED} after too
   *     many of them
   */
  public Outcome<IssuedToken> issue(ActorId username, String password) {
    Optional<Duration> pause = failedTries.pause(username);
    if (pause.isPresent()) {
      return tooMany(username, pause.get()).asOutcome();
    }
    Optional<Credentials> known = users.credentials(username);
    boolean matches =
        passwords.matches(password, known.map(Credentials::hash).orElseGet(this::nobodys));
    if (known.isEmpty() || !matches) {
      failedTries.failed(username);
      return WRONG_PAIR.asOutcome();
    }
    failedTries.succeeded(username);
    return Outcome.done(tokenFor(known.get().user()));
  }

  private IssuedToken tokenFor(User user) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Claims claims = new Claims(ids.next(), user.username(), user.roles(), now, now.plus(lifetime));
    return new IssuedToken(signer.sign(claims), lifetime, user.roles());
  }

  /** What the password of an unknown name is checked against, to take as long. */
  private PasswordHash nobodys() {
    PasswordHash hash = nobodys;
    if (hash == null) {
      hash = passwords.hash(passwords.random());
      nobodys = hash;
    }
    return hash;
  }

  private static Refusal tooMany(ActorId username, Duration pause) {
    long seconds = pause.toSeconds() + 1;
    return Refusal.of(
            Refusal.Code.LIMIT_EXCEEDED,
            "too many wrong passwords for %s: try again in %d s".formatted(username, seconds))
        .lasting(Duration.ofSeconds(seconds));
  }
}
