package io.witan.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Tokens with the server's own signature, for what it would never sign. */
final class TestTokens {
  private final PrivateKey key;

  private TestTokens(PrivateKey key) {
    this.key = key;
  }

  static TestTokens signedBy(Path pem) throws IOException, GeneralSecurityException {
    String text = Files.readString(pem).replaceAll("-----[A-Z ]+-----", "");
    byte[] pkcs8 = Base64.getMimeDecoder().decode(text);
    return new TestTokens(
        KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
  }

  /** The token with another end, and a beginning a day before that. */
  String resigned(String token, Instant end) throws GeneralSecurityException {
    String[] parts = token.split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    JsonObject old = Json.createReader(new StringReader(claims)).readObject();
    JsonObject changed =
        Json.createObjectBuilder(old)
            .add("iat", end.minus(Duration.ofDays(1)).getEpochSecond())
            .add("exp", end.getEpochSecond())
            .build();
    String signed = parts[0] + "." + encode(Rest.bytes(changed.toString()));
    Signature rs256 = Signature.getInstance("SHA256withRSA");
    rs256.initSign(key);
    rs256.update(Rest.bytes(signed));
    return signed + "." + encode(rs256.sign());
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
