package io.witan.web.identity;

import io.witan.identity.domain.SigningKey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/** A public RSA key as a JSON Web Key (RFC 7517). */
public record KeyWire(String kty, String use, String alg, String kid, String n, String e) {

  static KeyWire from(SigningKey key) {
    return new KeyWire(
        "RSA",
        "sig",
        "RS256",
        key.id(),
        number(key.publicKey().getModulus()),
        number(key.publicKey().getPublicExponent()));
  }

  /** Base64url of the big-endian bytes without a sign byte. */
  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
  }
}
