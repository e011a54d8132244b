package io.witan.contract;

import io.witan.json.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The events in the files that pin what the wire classes write. */
final class GoldenEvents {
  private static final Pattern IN_TEXT =
      Pattern.compile("^([a-z_.]+)(\\{\\R.*?^})", Pattern.MULTILINE | Pattern.DOTALL);

  private GoldenEvents() {}

  /** One of them. */
  record GoldenEvent(String file, String subject, String payload) {
    @Override
    public String toString() {
      return subject + " in " + file;
    }
  }

  static List<GoldenEvent> all() {
    Path root = Path.of(System.getProperty("basedir", ".")).resolve("src/test/resources");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.getParent().endsWith("wire"))
          .sorted()
          .flatMap(file -> of(file).stream())
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<GoldenEvent> of(Path file) {
    try {
      String name = file.getFileName().toString();
      String text = Files.readString(file);
      return name.endsWith(".json") ? inJson(name, text) : inText(name, text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<GoldenEvent> inJson(String file, String text) {
    try (JsonReader reader =
        JsonText.provider().createReaderFactory(Map.of()).createReader(new StringReader(text))) {
      return reader.readArray().stream()
          .map(JsonValue::asJsonObject)
          .map(event -> event(file, event))
          .toList();
    }
  }

  private static GoldenEvent event(String file, JsonObject event) {
    return new GoldenEvent(
        file, event.getString("subject"), event.getJsonObject("payload").toString());
  }

  private static List<GoldenEvent> inText(String file, String text) {
    List<GoldenEvent> found = new ArrayList<>();
    Matcher matcher = IN_TEXT.matcher(text);
    while (matcher.find()) {
      found.add(new GoldenEvent(file, matcher.group(1), matcher.group(2)));
    }
    return found;
  }
}
