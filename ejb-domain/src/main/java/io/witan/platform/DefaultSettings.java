package io.witan.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Properties;
import java.util.Set;

/** The file of defaults that lies in the same archive as this class. */
final class DefaultSettings {
  private static final String FILE = "META-INF/microprofile-config.properties";

  private DefaultSettings() {}

  static Set<String> names() {
    Properties defaults = new Properties();
    try (InputStream file = beside(DefaultSettings.class).openStream()) {
      defaults.load(file);
    } catch (IOException broken) {
      throw new UncheckedIOException("no " + FILE + " beside the application's classes", broken);
    }
    return defaults.stringPropertyNames();
  }

  // By name alone the class path could answer with another archive's file of the same name.
  private static URL beside(Class<?> type) throws IOException {
    URL own = type.getResource(type.getSimpleName() + ".class");
    String up = "../".repeat(type.getPackageName().split("\\.", -1).length);
    return new URL(own, up + FILE);
  }
}
