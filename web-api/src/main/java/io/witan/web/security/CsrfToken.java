package io.witan.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a page of ours sends with each change, and no other site's page can know. It is a keyed hash
 * with the session's token as key: every replica can compute it, and it ends with the session.
 */
public record CsrfToken(String value) {
  /** The header that brings it. */
  public static final String HEADER = "X-CSRF-Token";

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE = "witan csrf".getBytes(UTF_8);

  /** The one that belongs to the token of a session. */
  public static CsrfToken of(SentToken.OfSession session) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(session.value().getBytes(UTF_8), ALGORITHM));
      return new CsrfToken(
          Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }

  /** Compares in a time that does not tell how much is right. */
  boolean isSentAs(String header) {
    return MessageDigest.isEqual(value.getBytes(UTF_8), header.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "a CSRF token";
  }
}
