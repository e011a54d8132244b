package io.witan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A committed file that is rendered from the code, and must not fall behind it. */
public final class CommittedDoc {
  private static final String WRITE = "witan.docs.write";

  private final Path folder;
  private final String place;

  public CommittedDoc(Path folder) {
    this(folder, "docs/");
  }

  private CommittedDoc(Path folder, String place) {
    this.folder = folder;
    this.place = place;
  }

  /** The folder {@code docs} of the project. */
  public static CommittedDoc inProject() {
    return new CommittedDoc(Path.of(System.getProperty("basedir", ".")).resolve("../docs"));
  }

  /** A folder of this module's test resources, such as {@code io/witan/contract/}. */
  public static CommittedDoc inTestResources(String folder) {
    String place = "src/test/resources/" + folder;
    return new CommittedDoc(Path.of(System.getProperty("basedir", ".")).resolve(place), place);
  }

  /** The names of all files that are there. */
  public Set<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Compares the document with what the code says now, or writes it when {@code
   * -Dwitan.docs.write=true} is given.
   *
   * @throws AssertionError when it is stale
   */
  public void mustSay(String name, String rendered) {
    Path file = folder.resolve(name);
    try {
      if (Boolean.getBoolean(WRITE)) {
        Files.writeString(file, rendered);
      } else if (!Files.exists(file) || !Files.readString(file).equals(rendered)) {
        throw new AssertionError(
            "%s%s is stale: run 'mvn -pl ejb-domain test -D%s=true' and commit it"
                .formatted(place, name, WRITE));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
