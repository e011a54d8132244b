package io.witan.identity.adapter;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The OpenID Connect issuer that the configuration names ({@code witan.oidc.*}), if it names one.
 *
 * <p>Its keys are fetched from the JWKS address when a token asks for them, kept for minutes, and
 * used for hours longer when the address does not answer.
 */
@ApplicationScoped
class OidcIssuer {
  private static final long OUTAGE_MILLIS = 4 * 60 * 60 * 1000L;
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256);

  private final Optional<TrustedIssuer> trusted;

  protected OidcIssuer() {
    this.trusted = Optional.empty();
  }

  @Inject
  OidcIssuer(
      @ConfigProperty(name = "witan.oidc.issuer") Optional<String> issuer,
      @ConfigProperty(name = "witan.oidc.jwks-url") Optional<String> jwksUrl,
      @ConfigProperty(name = "witan.oidc.audience") Optional<String> audience,
      @ConfigProperty(name = "witan.oidc.subject-claim") Optional<String> subjectClaim,
      @ConfigProperty(name = "witan.oidc.roles-claim") Optional<String> rolesClaim,
      @ConfigProperty(name = "witan.oidc.roles") Optional<String> roles) {
    this.trusted =
        issuer.map(
            name ->
                new TrustedIssuer(
                    name,
                    audience.orElse(JwtClaims.AUDIENCE),
                    subjectClaim.orElse("sub"),
                    rolesClaim.orElse(JwtClaims.ROLES),
                    roles.map(OidcIssuer::roleNames).orElse(Map.of()),
                    true,
                    TrustedIssuer.signatures(ALGORITHMS, keys(jwksUrl))));
  }

  Optional<TrustedIssuer> trusted() {
    return trusted;
  }

  private static JWKSource<SecurityContext> keys(Optional<String> address) {
    URL url =
        address
            .map(OidcIssuer::url)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "witan.oidc.issuer is set: set witan.oidc.jwks-url too"));
    return JWKSourceBuilder.<SecurityContext>create(url)
        .refreshAheadCache(false)
        .retrying(true)
        .outageTolerant(OUTAGE_MILLIS)
        .build();
  }

  private static URL url(String address) {
    URI uri = URI.create(address);
    boolean loopback = List.of("localhost", "127.0.0.1", "[::1]").contains(host(uri));
    if (!"https".equals(uri.getScheme()) && !loopback) {
      throw new IllegalStateException(
          "witan.oidc.jwks-url is %s: expected https, as whoever can change the answer can sign"
              .formatted(address));
    }
    try {
      return uri.toURL();
    } catch (MalformedURLException malformed) {
      throw new IllegalStateException("witan.oidc.jwks-url is " + address, malformed);
    }
  }

  private static String host(URI address) {
    return Objects.requireNonNullElse(address.getHost(), "");
  }

  /** Reads {@code product-owner=po,coder=developer}. */
  static Map<String, String> roleNames(String text) {
    Map<String, String> names = new HashMap<>();
    for (String pair : text.split(",", -1)) {
      String[] sides = pair.split("=", -1);
      if (sides.length != 2) {
        throw new IllegalStateException(
            "witan.oidc.roles is \"%s\": expected theirs=ours, separated by commas"
                .formatted(text));
      }
      names.put(sides[0].strip().toLowerCase(Locale.ROOT), sides[1].strip());
    }
    return names;
  }
}
