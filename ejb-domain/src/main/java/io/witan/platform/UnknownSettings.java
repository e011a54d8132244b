package io.witan.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Refuses to start with a setting that nobody reads: a misspelt one would be passed over in
 * silence.
 *
 * <p>Known are the {@code witan.} keys of the file of defaults. Environment variables are exempt,
 * as what runs Witan may set some of its own.
 */
@Dependent
public class UnknownSettings {
  static final String PREFIX = "witan.";

  private final Set<String> known;
  private final Collection<String> given;
  private final Map<String, String> environment;

  @Inject
  public UnknownSettings(Config config) {
    this(
        DefaultSettings.names(),
        StreamSupport.stream(config.getPropertyNames().spliterator(), false).toList(),
        System.getenv());
  }

  UnknownSettings(
      Collection<String> known, Collection<String> given, Map<String, String> environment) {
    this.known = new TreeSet<>(known);
    this.given = given;
    this.environment = environment;
  }

  /**
   * Passes when every setting is known.
   *
   * @throws UnknownSettingException naming each that is not, and what may have been meant
   */
  public void refuse() {
    List<String> unknown =
        given.stream()
            .filter(name -> name.startsWith(PREFIX))
            .filter(name -> !known.contains(name) && !isFromEnvironment(name))
            .distinct()
            .sorted()
            .toList();
    if (!unknown.isEmpty()) {
      throw new UnknownSettingException(
          unknown.stream().map(this::complaint).collect(Collectors.joining("; ")));
    }
  }

  // The three names that MicroProfile Config looks for in the environment.
  private boolean isFromEnvironment(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9]", "_");
    return environment.containsKey(name)
        || environment.containsKey(plain)
        || environment.keySet().stream().anyMatch(plain::equalsIgnoreCase);
  }

  private String complaint(String name) {
    return "unknown setting %s; nearest known: %s"
        .formatted(name, String.join(", ", Spelling.nearest(name, known)));
  }
}
