package io.witan.identity.adapter;

/** The names in Witan's own tokens. */
final class JwtClaims {
  static final String ISSUER = "witan";
  static final String AUDIENCE = "witan";

  /** Where MicroProfile JWT looks for roles. */
  static final String ROLES = "groups";

  private JwtClaims() {}
}
