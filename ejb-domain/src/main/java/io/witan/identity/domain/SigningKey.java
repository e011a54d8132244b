package io.witan.identity.domain;

import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;

/**
 * The key pair that signs tokens. Its text form hides the private half.
 *
 * @param id the thumbprint of the public key (RFC 7638), {@code kid} in every token
 */
public record SigningKey(String id, RSAPublicKey publicKey, RSAPrivateKey privateKey) {
  @Override
  public String toString() {
    return "signing key " + id;
  }
}
