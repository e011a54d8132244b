package io.witan.identity.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.witan.identity.domain.Password;
import io.witan.identity.domain.PasswordHash;
import io.witan.identity.domain.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path folder;

  @Nested
  class ASecretFile {

    @Test
    void is_readable_by_its_owner_only() throws IOException {
      Path path = folder.resolve("new").resolve("secret");

      assertThat(new SecretFile(path).readOrWrite(() -> "one")).isEqualTo("one");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())))
          .isEqualTo("rwx------");
    }

    @Test
    void is_written_once() {
      SecretFile file = new SecretFile(folder.resolve("secret"));
      file.readOrWrite(() -> "one");

      assertThat(file.readOrWrite(() -> "two")).isEqualTo("one");
      assertThat(folder.toFile().list()).containsExactly("secret");
    }

    @Test
    void that_has_no_place_is_named() throws IOException {
      Path inTheWay = Files.writeString(folder.resolve("data"), "a file");
      SecretFile file = new SecretFile(inTheWay.resolve("secret"));

      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> file.readOrWrite(() -> "one"))
          .withMessage("cannot read or write " + file.path());
    }

    @Test
    void keeps_what_another_process_was_first_to_write() {
      SecretFile file = new SecretFile(folder.resolve("secret"));

      String read =
          file.readOrWrite(
              () -> {
                file.readOrWrite(() -> "theirs");
                return "ours";
              });

      assertThat(read).isEqualTo("theirs");
    }
  }

  @Nested
  class TheFirstPassword {

    @Test
    void is_kept_over_restarts() {
      FirstPasswordFile file = new FirstPasswordFile(folder.toString());
      file.keep(new Password("the first password"));

      assertThat(new FirstPasswordFile(folder.toString()).keep(new Password("another password")))
          .isEqualTo(new Password("the first password"));
      assertThat(file.place()).endsWith("admin.password");
    }
  }

  @Nested
  class TheSigningKey {

    @Test
    void is_the_same_after_a_restart() {
      SigningKey first = new PemSigningKeys(folder.toString()).current();
      SigningKey second = new PemSigningKeys(folder.toString()).current();

      assertThat(second.id()).isEqualTo(first.id());
      assertThat(second.publicKey().getModulus().bitLength()).isGreaterThanOrEqualTo(2048);
      assertThat(folder.resolve("signing-key.pem")).content().startsWith("-----BEGIN PRIVATE KEY");
    }

    @Test
    void is_refused_when_it_is_none() throws IOException {
      Files.writeString(folder.resolve("signing-key.pem"), "nonsense");

      assertThatIllegalStateException()
          .isThrownBy(() -> new PemSigningKeys(folder.toString()).current())
          .withMessageContaining("signing-key.pem cannot be used")
          .withMessageNotContaining("nonsense");
    }
  }

  @Test
  void a_signing_key_that_can_be_guessed_is_refused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    byte[] small = generator.generateKeyPair().getPrivate().getEncoded();
    Files.writeString(
        folder.resolve("signing-key.pem"), Base64.getMimeEncoder().encodeToString(small));

    assertThatIllegalStateException()
        .isThrownBy(() -> new PemSigningKeys(folder.toString()).current())
        .withMessageContaining("fewer than 2048 bits");
  }

  @Nested
  class APasswordHash {
    private final Argon2Passwords passwords = new Argon2Passwords();

    @Test
    void matches_its_password_and_no_other() {
      PasswordHash hash = passwords.hash(new Password("pässword 🦉 long"));

      assertThat(passwords.matches("pässword 🦉 long", hash)).isTrue();
      assertThat(passwords.matches("password 🦉 long", hash)).isFalse();
      assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void is_argon2id_with_its_own_salt() {
      Password password = new Password("correct horse battery");

      assertThat(passwords.hash(password).encoded()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
      assertThat(passwords.hash(password)).isNotEqualTo(passwords.hash(password));
    }

    @Test
    void random_passwords_differ() {
      assertThat(passwords.random()).isNotEqualTo(passwords.random());
    }
  }
}
