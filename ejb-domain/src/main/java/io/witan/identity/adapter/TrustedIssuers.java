package io.witan.identity.adapter;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import io.witan.identity.domain.SigningKey;
import io.witan.identity.port.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Witan itself, and beside it the OpenID Connect issuer that the configuration may name. */
@ApplicationScoped
class TrustedIssuers {
  private final SigningKeys keys;
  private final OidcIssuer oidc;
  private volatile TrustedIssuer own;

  protected TrustedIssuers() {
    this(null, null);
  }

  @Inject
  TrustedIssuers(SigningKeys keys, OidcIssuer oidc) {
    this.keys = keys;
    this.oidc = oidc;
  }

  Optional<TrustedIssuer> find(String name) {
    if (JwtClaims.ISSUER.equals(name)) {
      return Optional.of(own());
    }
    return oidc.trusted().filter(issuer -> issuer.name().equals(name));
  }

  private TrustedIssuer own() {
    TrustedIssuer issuer = own;
    if (issuer == null) {
      issuer = fromKey(keys.current());
      own = issuer;
    }
    return issuer;
  }

  private static TrustedIssuer fromKey(SigningKey key) {
    RSAKey jwk = new RSAKey.Builder(key.publicKey()).keyID(key.id()).build();
    return new TrustedIssuer(
        JwtClaims.ISSUER,
        JwtClaims.AUDIENCE,
        "sub",
        JwtClaims.ROLES,
        Map.of(),
        false,
        TrustedIssuer.signatures(
            Set.of(JWSAlgorithm.RS256), new ImmutableJWKSet<>(new JWKSet(jwk))));
  }
}
