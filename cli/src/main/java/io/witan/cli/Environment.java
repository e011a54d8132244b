package io.witan.cli;

import io.witan.cli.term.Terminal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a command takes from its surroundings, so that a test can give it other ones.
 *
 * @param variables the environment variables
 * @param directory where the command was called
 * @param terminal where it reads and writes
 * @param look between two looks at something that happens by itself on the server, at the longest
 */
public record Environment(
    Map<String, String> variables, Path directory, Terminal terminal, Duration look) {
  private static final String DEFAULT_URL = "http://127.0.0.1:8080";

  public Environment {
    variables = Map.copyOf(variables);
  }

  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /** Where the server answers. */
  public URI serverUrl() {
    String url = variable("WITAN_URL").orElse(DEFAULT_URL).strip();
    try {
      URI uri = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      throw new Stop(ExitCode.USAGE, notAnAddress(url), List.of(), malformed);
    }
    throw Stop.usage(notAnAddress(url));
  }

  /** The server's own data folder on this machine. */
  public Path serverData() {
    return data().resolve("witan");
  }

  /** What the command line keeps. */
  public Path cliData() {
    return data().resolve("cli");
  }

  private Path data() {
    Path home = variable("WITAN_HOME").map(Path::of).orElse(Path.of(".witan"));
    return directory.resolve(home).toAbsolutePath().normalize().resolve("data");
  }

  private static String notAnAddress(String url) {
    return "WITAN_URL is \"%s\": expected an address like %s".formatted(url, DEFAULT_URL);
  }
}
