package io.witan.identity.adapter;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.Map;
import java.util.Set;

/**
 * Somebody whose tokens are believed, and how to read them.
 *
 * @param name the {@code iss} of its tokens
 * @param audience what their {@code aud} must contain
 * @param subjectClaim the claim that names the actor
 * @param rolesClaim the claim that lists the roles; a path with dots reaches into objects
 * @param roleNames its names of our roles, in lower case, where they differ
 * @param outside whether others than Witan choose the subjects
 * @param signatures checks the signature with its keys
 */
record TrustedIssuer(
    String name,
    String audience,
    String subjectClaim,
    String rolesClaim,
    Map<String, String> roleNames,
    boolean outside,
    DefaultJWTProcessor<SecurityContext> signatures) {

  /** Checks signatures by these algorithms with these keys, and leaves the claims alone. */
  static DefaultJWTProcessor<SecurityContext> signatures(
      Set<JWSAlgorithm> algorithms, JWKSource<SecurityContext> keys) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    return processor;
  }
}
