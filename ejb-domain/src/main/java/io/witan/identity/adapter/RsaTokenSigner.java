package io.witan.identity.adapter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.witan.identity.domain.Claims;
import io.witan.identity.domain.SigningKey;
import io.witan.identity.port.SigningKeys;
import io.witan.identity.port.TokenSigner;
import io.witan.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Date;

/** JSON Web Tokens signed by RS256. */
@ApplicationScoped
class RsaTokenSigner implements TokenSigner {
  private final SigningKeys keys;

  protected RsaTokenSigner() {
    this(null);
  }

  @Inject
  RsaTokenSigner(SigningKeys keys) {
    this.keys = keys;
  }

  @Override
  public String sign(Claims claims) {
    SigningKey key = keys.current();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.id()).type(JOSEObjectType.JWT).build();
    SignedJWT token = new SignedJWT(header, json(claims));
    try {
      token.sign(new RSASSASigner(key.privateKey()));
    } catch (JOSEException broken) {
      throw new IllegalStateException("the signing key does not sign", broken);
    }
    return token.serialize();
  }

  private static JWTClaimsSet json(Claims claims) {
    return new JWTClaimsSet.Builder()
        .issuer(JwtClaims.ISSUER)
        .audience(JwtClaims.AUDIENCE)
        .jwtID(claims.id())
        .subject(claims.subject().value())
        .issueTime(Date.from(claims.issuedAt()))
        .expirationTime(Date.from(claims.expiresAt()))
        .claim(JwtClaims.ROLES, claims.roles().stream().map(Role::wire).sorted().toList())
        .build();
  }
}
