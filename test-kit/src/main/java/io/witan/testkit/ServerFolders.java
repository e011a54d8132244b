package io.witan.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders below {@code target/} that servers under test live in. */
final class ServerFolders {

  private ServerFolders() {}

  static Path create(String kind) {
    try {
      Path parent = Files.createDirectories(Path.of("target", "servers").toAbsolutePath());
      return Files.createTempDirectory(parent, kind + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a server's data; its logs stay, as a failed test may need them. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
