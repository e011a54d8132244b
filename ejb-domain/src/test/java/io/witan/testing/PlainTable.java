package io.witan.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads tables that people wrote down: words in lines, {@code #} starts a remark. */
public final class PlainTable {
  private PlainTable() {}

  /** The words of every line of {@code name} beside the class. */
  public static List<List<String>> of(Class<?> beside, String name) {
    return text(beside, name)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> List.of(line.split("\\s+")))
        .toList();
  }

  /** The text of a file beside the class. */
  public static String text(Class<?> beside, String name) {
    try (InputStream file = beside.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("no " + name + " beside " + beside);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
