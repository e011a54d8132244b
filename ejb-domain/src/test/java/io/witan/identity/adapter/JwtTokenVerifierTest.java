package io.witan.identity.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.witan.identity.domain.Claims;
import io.witan.identity.domain.SigningKey;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtTokenVerifierTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final RSAKey OURS = key("ours");
  private static final RSAKey THEIRS = key("theirs");

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static SigningKey signingKey() {
    try {
      return new SigningKey("ours", OURS.toRSAPublicKey(), OURS.toRSAPrivateKey());
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static JwtTokenVerifier verifier(OidcIssuer oidc) {
    return new JwtTokenVerifier(
        new TrustedIssuers(JwtTokenVerifierTest::signingKey, oidc),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Nested
  class OurOwn {
    private final JwtTokenVerifier verifier = verifier(new OidcIssuer());

    @Test
    void token_proves_subject_and_roles() {
      String token =
          new RsaTokenSigner(JwtTokenVerifierTest::signingKey)
              .sign(
                  new Claims(
                      "id-1",
                      new ActorId("paula"),
                      Set.of(Role.PO, Role.QA),
                      NOW,
                      NOW.plusSeconds(60)));

      assertThat(verifier.verify(token))
          .isEqualTo(Outcome.done(new Actor(new ActorId("paula"), Set.of(Role.PO, Role.QA))));
    }

    @Test
    void token_ends_at_its_expiry() throws JOSEException {
      assertThat(told(signed(ours().expirationTime(Date.from(NOW)).build(), OURS)))
          .isEqualTo("the token expired at 2026-01-02T03:04:05Z: get a new one");
    }

    @Test
    void token_seen_before_still_ends_at_its_expiry() throws JOSEException {
      SettableClock clock = new SettableClock(NOW);
      JwtTokenVerifier one =
          new JwtTokenVerifier(
              new TrustedIssuers(JwtTokenVerifierTest::signingKey, new OidcIssuer()), clock);
      String token = signed(ours().expirationTime(Date.from(NOW.plusSeconds(2))).build(), OURS);
      assertThat(one.verify(token).isDone()).isTrue();

      clock.pass(Duration.ofSeconds(2));

      assertThat(refusal(one.verify(token), Refusal.Code.UNAUTHENTICATED)).contains("expired");
    }

    @Test
    void token_without_an_end_is_refused() throws JOSEException {
      assertThat(told(signed(ours().expirationTime(null).build(), OURS)))
          .isEqualTo("the token has no expiry");
    }

    @Test
    void token_of_the_future_is_refused() throws JOSEException {
      assertThat(told(signed(ours().issueTime(Date.from(NOW.plusSeconds(90))).build(), OURS)))
          .contains("not valid yet");
    }

    @Test
    void token_for_somebody_else_is_refused() throws JOSEException {
      assertThat(told(signed(ours().audience("shop").build(), OURS)))
          .contains("expected the audience witan");
    }

    @Test
    void token_of_an_unknown_issuer_is_refused() throws JOSEException {
      assertThat(told(signed(ours().issuer("https://evil.example").build(), OURS)))
          .isEqualTo("the issuer \"https://evil.example\" is not trusted");
    }

    @Test
    void token_signed_by_another_key_is_refused() throws JOSEException {
      assertThat(told(signed(ours().build(), THEIRS))).contains("signature");
    }

    @Test
    void token_changed_after_signing_is_refused() throws JOSEException {
      String[] parts = signed(ours().build(), OURS).split("\\.", -1);
      String changed = new PlainJWT(ours().subject("ada").build()).serialize().split("\\.", -1)[1];

      assertThat(told(parts[0] + "." + changed + "." + parts[2])).contains("signature");
    }

    @Test
    void token_without_a_signature_is_refused() {
      assertThat(told(new PlainJWT(ours().build()).serialize())).contains("malformed");
    }

    @Test
    void public_key_used_as_a_shared_secret_is_refused() throws JOSEException {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("ours").build(), ours().build());
      token.sign(new MACSigner(OURS.toRSAPublicKey().getEncoded()));

      assertThat(told(token.serialize())).contains("signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "a.b.c", "....", "eyJhbGciOiJSUzI1NiJ9.e30"})
    void nonsense_is_refused(String nonsense) {
      assertThat(told(nonsense)).contains("malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-paula", "paula smith"})
    void subject_that_is_no_actor_is_refused(String subject) throws JOSEException {
      assertThat(told(signed(ours().subject(subject).build(), OURS))).contains("names no actor");
    }

    private JWTClaimsSet.Builder ours() {
      return claims("witan");
    }

    private String told(String token) {
      return refusal(verifier.verify(token), Refusal.Code.UNAUTHENTICATED);
    }
  }

  @Nested
  class AnOutsideIssuer {
    private static final String NAME = "https://login.example/realms/fleet";

    private HttpServer server;
    private String address;

    @BeforeEach
    void publishKeys() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      byte[] keys = new JWKSet(THEIRS).toString().getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/jwks",
          exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
          });
      server.start();
      address = "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }

    @AfterEach
    void stop() {
      server.stop(0);
    }

    @Test
    void proves_subject_and_mapped_roles() throws JOSEException {
      String token = signed(theirs().build(), THEIRS);

      assertThat(verifier(issuer(address)).verify(token))
          .isEqualTo(Outcome.done(new Actor(new ActorId("olga"), Set.of(Role.PO, Role.ARCHITECT))));
    }

    @Test
    void may_name_its_roles_in_one_text() throws JOSEException {
      Map<String, String> access = Map.of("roles", "Product-Owner  offline_access");
      String token = signed(theirs().claim("realm_access", access).build(), THEIRS);

      assertThat(verifier(issuer(address)).verify(token))
          .isEqualTo(Outcome.done(new Actor(new ActorId("olga"), Set.of(Role.PO))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"roles\": 7}", "\"none\""})
    void that_names_no_roles_gives_none(String access) throws Exception {
      JWTClaimsSet.Builder claims = theirs().claim("realm_access", null);
      if (!access.isEmpty()) {
        claims.claim("realm_access", JSONObjectUtils.parse("{\"v\":" + access + "}").get("v"));
      }

      assertThat(verifier(issuer(address)).verify(signed(claims.build(), THEIRS)))
          .isEqualTo(Outcome.done(new Actor(new ActorId("olga"), Set.of())));
    }

    @Test
    void may_not_name_witan_itself() throws JOSEException {
      String token = signed(theirs().claim("preferred_username", "system").build(), THEIRS);

      assertThat(refusal(verifier(issuer(address)).verify(token), Refusal.Code.UNAUTHENTICATED))
          .contains("reserved");
    }

    @Test
    void does_not_sign_with_our_key() throws JOSEException {
      assertThat(
              refusal(
                  verifier(issuer(address)).verify(signed(theirs().build(), OURS)),
                  Refusal.Code.UNAUTHENTICATED))
          .contains("signature");
    }

    @Test
    void whose_keys_cannot_be_fetched_is_unavailable() throws JOSEException {
      server.stop(0);

      refusal(
          verifier(issuer(address)).verify(signed(theirs().build(), THEIRS)),
          Refusal.Code.UNAVAILABLE);
    }

    @Test
    void has_to_publish_its_keys_safely() {
      assertThatIllegalStateException()
          .isThrownBy(() -> issuer("http://login.example/jwks"))
          .withMessageContaining("expected https");
      assertThatIllegalStateException()
          .isThrownBy(() -> issuer("login.example/jwks"))
          .withMessageContaining("witan.oidc.jwks-url is login.example/jwks");
      assertThatIllegalStateException()
          .isThrownBy(() -> issuer(Optional.empty()))
          .withMessageContaining("set witan.oidc.jwks-url too");
      assertThatIllegalStateException()
          .isThrownBy(() -> OidcIssuer.roleNames("product-owner"))
          .withMessageContaining("theirs=ours");
    }

    private OidcIssuer issuer(String jwks) {
      return issuer(Optional.of(jwks));
    }

    private OidcIssuer issuer(Optional<String> jwks) {
      return new OidcIssuer(
          Optional.of(NAME),
          jwks,
          Optional.of("fleet"),
          Optional.of("preferred_username"),
          Optional.of("realm_access.roles"),
          Optional.of("product-owner=po"));
    }

    private JWTClaimsSet.Builder theirs() {
      return claims(NAME)
          .audience(List.of("account", "fleet"))
          .claim("preferred_username", "olga")
          .claim(
              "realm_access",
              Map.of("roles", List.of("Product-Owner", "architect", "offline_access")));
    }
  }

  private static JWTClaimsSet.Builder claims(String issuer) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience("witan")
        .subject("paula")
        .issueTime(Date.from(NOW))
        .expirationTime(Date.from(NOW.plusSeconds(60)))
        .claim("groups", List.of("po"));
  }

  private static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    JWSSigner signer = new RSASSASigner(key);
    token.sign(signer);
    return token.serialize();
  }

  private static String refusal(Outcome<Actor> outcome, Refusal.Code code) {
    Refusal refusal =
        outcome.fold(
            actor -> {
              throw new AssertionError(actor);
            },
            refused -> refused);
    assertThat(refusal.code()).isEqualTo(code);
    return refusal.message();
  }
}
