package io.witan.identity.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.witan.testing.SettableClock;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentSignaturesTest {
  private final RSAKey key = key();
  private final CountedKeys keys = new CountedKeys();
  private final TrustedIssuer issuer =
      new TrustedIssuer(
          "witan",
          "witan",
          "sub",
          "roles",
          Map.of(),
          false,
          TrustedIssuer.signatures(Set.of(JWSAlgorithm.RS256), keys));
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
  private final RecentSignatures signatures = new RecentSignatures(clock);

  @Test
  void a_token_seen_before_is_not_computed_anew() throws Exception {
    String token = token("paula");

    assertThat(subject(token)).isEqualTo("paula");
    assertThat(subject(token)).isEqualTo("paula");

    assertThat(keys.asked).hasValue(1);
  }

  @Test
  void after_a_minute_it_is_checked_again() throws Exception {
    String token = token("paula");
    String before = subject(token);

    clock.pass(RecentSignatures.KEPT.plusMillis(1));

    assertThat(subject(token)).isEqualTo(before);
    assertThat(keys.asked).hasValue(2);
  }

  @Test
  void each_token_has_to_have_a_signature_of_its_own() throws Exception {
    String right = token("paula");
    String others = token("ada");
    String forged =
        right.substring(0, right.lastIndexOf('.')) + others.substring(others.lastIndexOf('.'));
    assertThat(subject(right)).isEqualTo("paula");

    assertThatExceptionOfType(BadJOSEException.class).isThrownBy(() -> subject(forged));
    assertThatExceptionOfType(BadJOSEException.class).isThrownBy(() -> subject(forged));
  }

  private String subject(String token) throws ParseException, BadJOSEException, JOSEException {
    return signatures.claims(SignedJWT.parse(token), issuer).getSubject();
  }

  private String token(String subject) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("ours").build(),
            new JWTClaimsSet.Builder().issuer("witan").subject(subject).build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("ours").generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Gives the key, and counts how often it was asked for it. */
  private final class CountedKeys implements JWKSource<SecurityContext> {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
      asked.incrementAndGet();
      return List.of(key.toPublicJWK());
    }
  }
}
