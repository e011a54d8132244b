package io.witan.web.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build wrote down about itself. */
public final class BuildFacts {
  private static final Properties FACTS = read();

  private BuildFacts() {}

  /** The version of Witan. */
  public static String version() {
    return FACTS.getProperty("version");
  }

  static String swaggerUiVersion() {
    return FACTS.getProperty("swagger-ui");
  }

  private static Properties read() {
    Properties properties = new Properties();
    try (InputStream file = BuildFacts.class.getResourceAsStream("build.properties")) {
      properties.load(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return properties;
  }
}
