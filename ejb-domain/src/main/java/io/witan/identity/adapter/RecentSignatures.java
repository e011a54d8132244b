package io.witan.identity.adapter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Remembers which tokens had a right signature, so that one that comes with every call is not
 * computed anew each time. Only that: whether it has expired is asked of its claims on every call.
 *
 * <p>A key that an issuer withdraws is therefore believed for {@link #KEPT} longer, for the tokens
 * that were seen before.
 */
final class RecentSignatures {
  /** How long a signature is not checked again. */
  static final Duration KEPT = Duration.ofMinutes(1);

  private static final int MOST = 10_000;

  private final Cache<String, JWTClaimsSet> claims;

  RecentSignatures(Clock clock) {
    this.claims =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(KEPT)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .executor(Runnable::run)
            .build();
  }

  /**
   * The claims of a token of the issuer.
   *
   * @throws BadJOSEException when the signature is not one of the issuer
   * @throws JOSEException when the issuer's keys cannot be fetched
   */
  JWTClaimsSet claims(SignedJWT token, TrustedIssuer issuer)
      throws BadJOSEException, JOSEException {
    String text = token.serialize();
    JWTClaimsSet known = claims.getIfPresent(text);
    if (known != null) {
      return known;
    }
    JWTClaimsSet checked = issuer.signatures().process(token, null);
    claims.put(text, checked);
    return checked;
  }
}
