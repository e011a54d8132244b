package io.witan.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks into sources for packages that do not say what they own. */
final class PackageInfos {
  private PackageInfos() {}

  /**
   * The folders with classes and without {@code package-info.java}.
   *
   * @throws IllegalStateException when there is no class at all: the rule would hold for nothing
   */
  static List<Path> missing(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      List<Path> packages =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .sorted()
              .toList();
      if (packages.isEmpty()) {
        throw new IllegalStateException("no class below " + sources);
      }
      return packages.stream()
          .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
