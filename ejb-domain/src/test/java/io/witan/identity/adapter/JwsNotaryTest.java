package io.witan.identity.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.witan.identity.domain.Claims;
import io.witan.ledger.port.Notary;
import io.witan.shared.ActorId;
import io.witan.shared.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JwsNotaryTest {
  private static final String CONTENT = "{\"batch\":1}";

  @TempDir private static Path folder;
  @TempDir private Path elsewhere;
  private PemSigningKeys keys;
  private Notary notary;

  @BeforeEach
  void one() {
    keys = new PemSigningKeys(folder.toString());
    notary = new JwsNotary(keys, Optional.empty());
  }

  @Nested
  class A_signature {
    @Test
    void is_one_that_any_library_can_check() throws Exception {
      JWSObject signed = JWSObject.parse(notary.sign(CONTENT), new Payload(CONTENT));

      assertThat(signed.verify(new RSASSAVerifier(keys.current().publicKey()))).isTrue();
      assertThat(signed.getHeader().getKeyID()).isEqualTo(keys.current().id());
    }

    @Test
    void does_not_repeat_the_content() {
      assertThat(notary.sign(CONTENT)).matches("[\\w-]+\\.\\.[\\w-]+");
    }

    @Test
    void holds_for_its_content() {
      assertThat(notary.fault(CONTENT, notary.sign(CONTENT))).isEmpty();
    }
  }

  @Nested
  class A_key_that_signed_before {
    private String signature;
    private Path file;

    @BeforeEach
    void isReplaced() throws IOException {
      PemSigningKeys former = new PemSigningKeys(elsewhere.toString());
      signature = new JwsNotary(former, Optional.empty()).sign(CONTENT);
      RSAKey open =
          new RSAKey.Builder(former.current().publicKey()).keyID(former.current().id()).build();
      file = Files.writeString(elsewhere.resolve("former.json"), new JWKSet(open).toString());
    }

    @Test
    void is_known_when_it_is_kept_in_the_file_of_former_keys() {
      Notary after = new JwsNotary(keys, Optional.of(file.toString()));

      assertThat(after.fault(CONTENT, signature)).isEmpty();
      assertThat(after.fault("{}", signature)).contains("its signature does not fit its content");
    }

    @Test
    void signs_no_more() {
      Notary after = new JwsNotary(keys, Optional.of(file.toString()));

      assertThat(notary.fault(CONTENT, after.sign(CONTENT))).isEmpty();
    }

    @Test
    void cannot_be_looked_for_in_a_file_that_is_none() throws IOException {
      Files.writeString(file, "no keys");
      Notary after = new JwsNotary(keys, Optional.of(file.toString()));

      assertThatThrownBy(() -> after.fault(CONTENT, signature))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("former.json");
    }
  }

  @Nested
  class A_fault_is {
    @Test
    void another_content() {
      assertThat(notary.fault("{\"batch\":2}", notary.sign(CONTENT)))
          .contains("its signature does not fit its content");
    }

    @Test
    void another_key() {
      String foreign = Notaries.in(elsewhere).sign(CONTENT);

      assertThat(notary.fault(CONTENT, foreign).orElseThrow())
          .startsWith("it is signed by the unknown key ");
    }

    @Test
    void no_signature() {
      assertThat(notary.fault(CONTENT, "")).contains("its signature is malformed");
      assertThat(notary.fault(CONTENT, "a..b")).contains("its signature is malformed");
    }

    @Test
    void the_signature_of_a_token() {
      Instant now = Instant.parse("2026-01-02T03:04:05Z");
      String token =
          new RsaTokenSigner(keys)
              .sign(
                  new Claims(
                      "id", new ActorId("dora"), Set.of(Role.DEVELOPER), now, now.plusSeconds(1)));
      String[] part = token.split("\\.", -1);

      assertThat(notary.fault(CONTENT, part[0] + ".." + part[2]))
          .contains("its signature is of another kind");
    }
  }
}
