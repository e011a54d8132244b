package io.witan.it;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What the modules in a deployed {@code WEB-INF/lib} hold. */
final class Modules {
  private static final String LIBRARIES = "/WEB-INF/lib/";
  private static final String CLASS = ".class";
  private static final List<Class<? extends Annotation>> SCOPES =
      List.of(ApplicationScoped.class, RequestScoped.class, Dependent.class);

  private Modules() {}

  /** The classes of Witan that are written to be beans. */
  static List<Class<?>> beanClasses(ServletContext war) {
    List<Class<?>> found = new ArrayList<>();
    for (String library : war.getResourcePaths(LIBRARIES)) {
      if (library.startsWith(LIBRARIES + "witan-")) {
        classes(war, library).stream().filter(Modules::isBean).forEach(found::add);
      }
    }
    return found;
  }

  private static boolean isBean(Class<?> type) {
    return SCOPES.stream().anyMatch(type::isAnnotationPresent);
  }

  private static List<Class<?>> classes(ServletContext war, String library) {
    List<Class<?>> classes = new ArrayList<>();
    try (InputStream stream = war.getResourceAsStream(library);
        ZipInputStream jar = new ZipInputStream(stream)) {
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        String name = entry.getName();
        if (name.startsWith("io/witan/") && name.endsWith(CLASS) && !name.contains("-info")) {
          classes.add(load(name));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return classes;
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
    try {
      return Class.forName(name, false, Modules.class.getClassLoader());
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
