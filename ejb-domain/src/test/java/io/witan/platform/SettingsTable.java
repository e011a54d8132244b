package io.witan.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The settings of a properties file as Markdown: a comment opens a section, the keys below it are
 * its rows.
 */
final class SettingsTable {
  private static final String HEAD =
      """
      # Configuration

      Every setting with its default. This page is made from
      [microprofile-config.properties](../ejb-domain/src/main/resources/META-INF/microprofile-config.properties); a test fails when it is stale.

      A setting is given as an environment variable, as `-Dname=value` in `WITAN_JAVA_OPTS`, or in a file of system properties of Payara Micro
      (`--systemproperties`); of several, the highest ordinal of MicroProfile Config wins (system properties, then the environment, then the
      defaults). A `witan.` key that is not listed here and is given in a file or with `-D` stops the start, and the message names the nearest
      known ones. Durations are ISO 8601 (`PT10S`).
      """;

  private record Section(String comment, List<String> rows) {}

  private final List<Section> sections = new ArrayList<>();
  private final StringBuilder comment = new StringBuilder();

  static SettingsTable of(List<String> lines) {
    SettingsTable table = new SettingsTable();
    lines.forEach(table::take);
    return table;
  }

  private void take(String line) {
    if (line.startsWith("#")) {
      comment.append(comment.isEmpty() ? "" : " ").append(line.substring(1).strip());
    } else if (line.isBlank()) {
      // The comment that opens the file belongs to no key.
      comment.setLength(0);
    } else {
      int equals = line.indexOf('=');
      row(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
  }

  private void row(String key, String value) {
    if (!comment.isEmpty()) {
      sections.add(new Section(comment.toString(), new ArrayList<>()));
      comment.setLength(0);
    }
    sections
        .get(sections.size() - 1)
        .rows()
        .add("| `%s` | %s | `%s` |".formatted(key, shown(value), variable(key)));
  }

  private static String shown(String value) {
    return value.isEmpty() ? "none" : "`" + value + "`";
  }

  private static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  String render() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Section section : sections) {
      page.append("\n").append(section.comment()).append("\n\n");
      page.append("| setting | default | environment variable |\n|---|---|---|\n");
      section.rows().forEach(row -> page.append(row).append("\n"));
    }
    return page.toString();
  }
}
