package io.witan.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WitanApplicationTest {

  /** All classes of this module that are annotated as parts of a REST API. */
  private static Set<Class<?>> annotated() throws IOException, URISyntaxException {
    java.nio.file.Path classes =
        java.nio.file.Path.of(
            WitanApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<java.nio.file.Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.startsWith("io/witan/") && name.endsWith(".class"))
          .map(name -> name.replace(".class", "").replace('/', '.'))
          .filter(name -> !name.endsWith("package-info"))
          .map(WitanApplicationTest::load)
          .filter(
              type ->
                  type.isAnnotationPresent(Path.class) || type.isAnnotationPresent(Provider.class))
          .collect(Collectors.toSet());
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, WitanApplicationTest.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void names_every_resource_and_every_provider() throws Exception {
    assertThat(annotated()).hasSizeGreaterThan(30);
    assertThat(new WitanApplication().getClasses())
        .containsExactlyInAnyOrderElementsOf(annotated());
  }
}
