package io.witan.platform;

import io.witan.testing.CommittedDoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationDocTest {
  private static final Path DEFAULTS =
      Path.of(System.getProperty("basedir", "."))
          .resolve("src/main/resources/META-INF/microprofile-config.properties");

  @Test
  void the_table_of_settings_says_what_the_file_of_defaults_says() throws IOException {
    String rendered = SettingsTable.of(Files.readAllLines(DEFAULTS)).render();

    CommittedDoc.inProject().mustSay("configuration.md", rendered);
  }
}
