package io.witan.identity.adapter;

import com.nimbusds.jwt.JWTClaimsSet;
import io.witan.shared.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads roles out of a token. Names that mean nothing here are passed over. */
final class RoleClaims {
  private RoleClaims() {}

  static Set<Role> read(JWTClaimsSet claims, TrustedIssuer issuer) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    names(claims, issuer.rolesClaim())
        .forEach(name -> role(String.valueOf(name), issuer.roleNames()).ifPresent(roles::add));
    return roles;
  }

  private static Collection<?> names(JWTClaimsSet claims, String path) {
    Object value = claims.getClaim(path);
    if (value == null) {
      value = claims.getClaims();
      for (String step : path.split("\\.", -1)) {
        value = value instanceof Map<?, ?> map ? map.get(step) : null;
      }
    }
    if (value instanceof String text) {
      return Arrays.asList(text.split("\\s+", -1));
    }
    return value instanceof Collection<?> list ? list : Set.of();
  }

  private static Optional<Role> role(String name, Map<String, String> roleNames) {
    String lower = name.toLowerCase(Locale.ROOT);
    String ours = roleNames.getOrDefault(lower, lower);
    return Arrays.stream(Role.values())
        .filter(role -> role.wire().equalsIgnoreCase(ours))
        .findFirst();
  }
}
