package io.witan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document under {@code docs/} that is rendered from the code, and must not fall behind it. */
public final class CommittedDoc {
  private static final String WRITE = "witan.docs.write";

  private final Path folder;

  public CommittedDoc(Path folder) {
    this.folder = folder;
  }

  /** The folder {@code docs} of the project. */
  public static CommittedDoc inProject() {
    return new CommittedDoc(Path.of(System.getProperty("basedir", ".")).resolve("../docs"));
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
            "docs/%s is stale: run 'mvn -pl ejb-domain test -D%s=true' and commit it"
                .formatted(name, WRITE));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
