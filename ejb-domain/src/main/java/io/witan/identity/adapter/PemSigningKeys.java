package io.witan.identity.adapter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import io.witan.identity.domain.SigningKey;
import io.witan.identity.port.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code signing-key.pem} in the data folder: an RSA key in PKCS#8, made at the first start.
 * Replicas share the file, or are each given the same one.
 */
@ApplicationScoped
class PemSigningKeys implements SigningKeys {
  private static final int BITS = 3072;
  private static final int SMALLEST_BITS = 2048;
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final SecretFile file;
  private SigningKey key;

  protected PemSigningKeys() {
    this(".");
  }

  @Inject
  PemSigningKeys(@ConfigProperty(name = "witan.data.dir") String folder) {
    this.file = new SecretFile(Path.of(folder, "signing-key.pem"));
  }

  @Override
  public synchronized SigningKey current() {
    if (key == null) {
      key = read(file.readOrWrite(PemSigningKeys::generate));
    }
    return key;
  }

  private static String generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return pem(generator.generateKeyPair().getPrivate().getEncoded());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has RSA", impossible);
    }
  }

  private static String pem(byte[] pkcs8) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "%s%n%s%n%s%n".formatted(BEGIN, lines.encodeToString(pkcs8), END);
  }

  private SigningKey read(String pem) {
    try {
      byte[] pkcs8 = Base64.getMimeDecoder().decode(pem.replace(BEGIN, "").replace(END, ""));
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      RSAPrivateCrtKey secret =
          (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      if (secret.getModulus().bitLength() < SMALLEST_BITS) {
        throw unusable("it has fewer than " + SMALLEST_BITS + " bits", null);
      }
      RSAPublicKey open =
          (RSAPublicKey)
              rsa.generatePublic(
                  new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
      return new SigningKey(thumbprint(open), open, secret);
    } catch (GeneralSecurityException | JOSEException | IllegalArgumentException malformed) {
      throw unusable("it is no RSA key in PKCS#8", malformed);
    }
  }

  private static String thumbprint(RSAPublicKey key) throws JOSEException {
    return new RSAKey.Builder(key).build().computeThumbprint().toString();
  }

  private IllegalStateException unusable(String reason, Exception cause) {
    return new IllegalStateException(
        "the signing key %s cannot be used: %s".formatted(file.path(), reason), cause);
  }
}
