package io.witan.identity.adapter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.witan.identity.domain.SigningKey;
import io.witan.identity.port.SigningKeys;
import io.witan.ledger.port.Notary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signatures by the key that also signs tokens: JSON Web Signatures (RS256) with detached content.
 * Their type keeps them from being taken for a token, and a token from being taken for them.
 */
@ApplicationScoped
class JwsNotary implements Notary {
  private static final JOSEObjectType TYPE = new JOSEObjectType("witan-audit");

  private final SigningKeys keys;
  private final Optional<Path> formerKeys;

  protected JwsNotary() {
    this(null, Optional.empty());
  }

  /**
   * A notary that signs by the current key.
   *
   * @param formerKeys a file with the public keys that signed before it (a JSON Web Key Set)
   */
  @Inject
  JwsNotary(
      SigningKeys keys,
      @ConfigProperty(name = "witan.audit.heads.former-keys") Optional<String> formerKeys) {
    this.keys = keys;
    this.formerKeys = formerKeys.map(Path::of);
  }

  @Override
  public String sign(String content) {
    SigningKey key = keys.current();
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.id()).type(TYPE).build();
    JWSObject signed = new JWSObject(header, new Payload(content));
    try {
      signed.sign(new RSASSASigner(key.privateKey()));
    } catch (JOSEException broken) {
      throw new IllegalStateException("the signing key does not sign", broken);
    }
    return signed.serialize(true);
  }

  @Override
  public Optional<String> fault(String content, String signature) {
    try {
      JWSObject signed = JWSObject.parse(signature, new Payload(content));
      return fault(signed);
    } catch (ParseException | IllegalArgumentException malformed) {
      return Optional.of("its signature is malformed");
    } catch (JOSEException unusable) {
      return Optional.of("its signature cannot be checked: " + unusable.getMessage());
    }
  }

  private Optional<String> fault(JWSObject signed) throws JOSEException {
    JWSHeader header = signed.getHeader();
    if (!JWSAlgorithm.RS256.equals(header.getAlgorithm()) || !TYPE.equals(header.getType())) {
      return Optional.of("its signature is of another kind");
    }
    Optional<RSAPublicKey> key = key(String.valueOf(header.getKeyID()));
    if (key.isEmpty()) {
      return Optional.of("it is signed by the unknown key " + header.getKeyID());
    }
    return signed.verify(new RSASSAVerifier(key.get()))
        ? Optional.empty()
        : Optional.of("its signature does not fit its content");
  }

  private Optional<RSAPublicKey> key(String id) throws JOSEException {
    SigningKey current = keys.current();
    if (current.id().equals(id)) {
      return Optional.of(current.publicKey());
    }
    if (formerKeys.isEmpty()) {
      return Optional.empty();
    }
    JWK former = formerKeys().getKeyByKeyId(id);
    return former instanceof RSAKey rsa ? Optional.of(rsa.toRSAPublicKey()) : Optional.empty();
  }

  private JWKSet formerKeys() {
    Path file = formerKeys.orElseThrow();
    try {
      return JWKSet.load(file.toFile());
    } catch (IOException | ParseException unusable) {
      throw new IllegalStateException("no key set can be read from " + file, unusable);
    }
  }
}
