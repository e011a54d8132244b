package io.witan.identity.adapter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.witan.identity.port.TokenVerifier;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Checks JSON Web Tokens of every {@link TrustedIssuer}: form, issuer, signature, then claims. */
@ApplicationScoped
class JwtTokenVerifier implements TokenVerifier {
  private static final Logger LOG = Logger.getLogger(JwtTokenVerifier.class.getName());

  /** How far the clock of the issuer may be ahead of ours. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  private final TrustedIssuers issuers;
  private final RecentSignatures signatures;
  private final Clock clock;

  protected JwtTokenVerifier() {
    this.issuers = null;
    this.signatures = null;
    this.clock = null;
  }

  @Inject
  JwtTokenVerifier(TrustedIssuers issuers, Clock clock) {
    this.issuers = issuers;
    this.signatures = new RecentSignatures(clock);
    this.clock = clock;
  }

  @Override
  public Outcome<Actor> verify(String bearerToken) {
    SignedJWT token;
    String issuer;
    try {
      token = SignedJWT.parse(bearerToken);
      issuer = String.valueOf(token.getJWTClaimsSet().getIssuer());
    } catch (ParseException | IllegalArgumentException malformed) {
      return refused("the token is malformed: expected a signed JSON Web Token");
    }
    return issuers
        .find(issuer)
        .map(trusted -> verify(token, trusted))
        .orElseGet(() -> refused("the issuer \"%s\" is not trusted".formatted(issuer)));
  }

  private Outcome<Actor> verify(SignedJWT token, TrustedIssuer issuer) {
    try {
      JWTClaimsSet claims = signatures.claims(token, issuer);
      return fault(claims, issuer)
          .map(JwtTokenVerifier::<Actor>refused)
          .orElseGet(() -> actor(claims, issuer));
    } catch (BadJOSEException wrong) {
      return refused("the token's signature is not one of the issuer " + issuer.name());
    } catch (JOSEException unreachable) {
      LOG.log(Level.WARNING, "the keys of " + issuer.name() + " cannot be fetched", unreachable);
      return Refusal.of(
              Refusal.Code.UNAVAILABLE,
              "the keys of the issuer %s cannot be fetched: try again".formatted(issuer.name()))
          .asOutcome();
    }
  }

  private Optional<String> fault(JWTClaimsSet claims, TrustedIssuer issuer) {
    Instant now = clock.instant();
    if (claims.getExpirationTime() == null) {
      return Optional.of("the token has no expiry");
    }
    Instant expiry = claims.getExpirationTime().toInstant();
    if (!now.isBefore(expiry)) {
      return Optional.of("the token expired at %s: get a new one".formatted(expiry));
    }
    if (isAhead(claims.getNotBeforeTime(), now) || isAhead(claims.getIssueTime(), now)) {
      return Optional.of("the token is not valid yet: check the clocks");
    }
    if (!claims.getAudience().contains(issuer.audience())) {
      return Optional.of(
          "the token is for %s: expected the audience %s"
              .formatted(claims.getAudience(), issuer.audience()));
    }
    return Optional.empty();
  }

  private static boolean isAhead(Date time, Instant now) {
    return time != null && time.toInstant().isAfter(now.plus(AHEAD));
  }

  private static Outcome<Actor> actor(JWTClaimsSet claims, TrustedIssuer issuer) {
    try {
      ActorId subject = new ActorId(claims.getStringClaim(issuer.subjectClaim()));
      if (issuer.outside() && subject.equals(Actor.system().id())) {
        return refused("the subject of the token, %s, is reserved".formatted(subject));
      }
      return Outcome.done(new Actor(subject, RoleClaims.read(claims, issuer)));
    } catch (ParseException | InvalidValue unusable) {
      return refused(
          "the claim %s of the token names no actor: expected 1 to 200 letters, digits or -_.:"
              .formatted(issuer.subjectClaim()));
    }
  }

  private static <T> Outcome<T> refused(String message) {
    return Refusal.of(Refusal.Code.UNAUTHENTICATED, message).asOutcome();
  }
}
