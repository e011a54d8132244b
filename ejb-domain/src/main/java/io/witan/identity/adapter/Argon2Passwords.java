package io.witan.identity.adapter;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.witan.identity.domain.Password;
import io.witan.identity.domain.PasswordHash;
import io.witan.identity.port.Passwords;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Argon2id with 19 MiB, two passes and one lane: the smallest of the settings that OWASP's password
 * storage cheat sheet gives.
 *
 * <p>Salts come from here and not from the library, which would look for a properties file of its
 * own. Only as many hashes as there are processors are computed at once, so that a flood of tries
 * cannot use up the memory.
 */
@ApplicationScoped
class Argon2Passwords implements Passwords {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int RANDOM_PASSWORD_BYTES = 18;

  private final SecureRandom random = new SecureRandom();
  private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors());

  @Override
  public PasswordHash hash(Password password) {
    byte[] salt = bytes(SALT_BYTES);
    byte[] plain = password.value().getBytes(StandardCharsets.UTF_8);
    return taking(() -> new PasswordHash(function().hash(plain, salt).getResult()));
  }

  private static Argon2Function function() {
    return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
  }

  @Override
  public boolean matches(String password, PasswordHash hash) {
    return taking(
        () -> Argon2Function.getInstanceFromHash(hash.encoded()).check(password, hash.encoded()));
  }

  @Override
  public Password random() {
    return new Password(
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(RANDOM_PASSWORD_BYTES)));
  }

  private <T> T taking(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
