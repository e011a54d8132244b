package io.witan.identity.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/**
 * A small file that only its owner can read, written once.
 *
 * <p>It appears whole or not at all, and of two processes that write it at the same time both read
 * what the first one wrote.
 */
record SecretFile(Path path) {

  /** What the file holds; it is written first when it is not there. */
  String readOrWrite(Supplier<String> content) {
    try {
      if (!Files.exists(path)) {
        write(content.get());
      }
      return Files.readString(path, StandardCharsets.US_ASCII);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read or write " + path, broken);
    }
  }

  private void write(String content) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path draft =
        Files.createTempFile(
            folder,
            ".draft",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(draft, content, StandardCharsets.US_ASCII);
      publish(draft);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void publish(Path draft) throws IOException {
    try {
      // A link, unlike a move, never replaces what another process was first to write.
      Files.createLink(path, draft);
    } catch (FileAlreadyExistsException other) {
      if (!Files.isRegularFile(path)) {
        throw other;
      }
    }
  }
}
