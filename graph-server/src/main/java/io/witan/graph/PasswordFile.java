package io.witan.graph;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The random password of the user {@code neo4j}, readable by its owner only.
 *
 * <p>The file appears under its final name only after the database has taken the password, so its
 * presence says that both agree; deleting it makes the next start set a new one.
 */
final class PasswordFile {

  private static final int PASSWORD_BYTES = 24;

  private final Path file;
  private final Path draft;

  PasswordFile(Path home) {
    this.file = home.resolve("neo4j.password");
    this.draft = home.resolve("neo4j.password.new");
  }

  boolean isInForce() {
    return Files.exists(file);
  }

  /** Writes a new random password next to the final file and returns it. */
  String draft() throws IOException {
    Files.deleteIfExists(draft);
    String password = random();
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (FileChannel channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
      channel.write(ByteBuffer.wrap(password.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    return password;
  }

  /** Gives the draft its final name, now that the database has taken it. */
  void putInForce() throws IOException {
    Files.move(draft, file, ATOMIC_MOVE);
  }

  private static String random() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
