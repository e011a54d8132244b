package io.witan.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.identity.domain.SigningKey;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeyWireTest {

  @Test
  void shows_the_public_half_alone() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    RSAPublicKey open = (RSAPublicKey) pair.getPublic();

    KeyWire wire = KeyWire.from(new SigningKey("k-1", open, (RSAPrivateKey) pair.getPrivate()));

    assertThat(wire.kid()).isEqualTo("k-1");
    assertThat(new BigInteger(1, Base64.getUrlDecoder().decode(wire.n())))
        .isEqualTo(open.getModulus());
    assertThat(wire.e()).isEqualTo("AQAB");
  }
}
