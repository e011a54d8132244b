package io.witan.it;

import io.witan.testkit.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Payara Server with a domain of its own: free ports, all on loopback, files below {@code
 * target/}. The build has unpacked the distribution.
 */
final class PayaraServer implements AutoCloseable {
  private static final Path INSTALLED =
      Path.of("target", "payara-server", "payara6").toAbsolutePath();
  private static final String DOMAIN = "domain1";
  private static final List<Integer> OTHER_PORTS = List.of(8181, 3700, 3820, 3920, 8686);

  private final Path home;
  private final Map<String, String> environment;
  private final int httpPort = FreePorts.next();
  private final int adminPort = FreePorts.next();

  /**
   * Copies the domain that comes with the distribution.
   *
   * @param home an empty folder
   * @param environment what applications find in their environment
   */
  PayaraServer(Path home, Map<String, String> environment) throws IOException {
    this.home = home;
    this.environment = environment;
    copy(INSTALLED.resolve("glassfish/domains").resolve(DOMAIN), home.resolve(DOMAIN));
    Path settings = home.resolve(DOMAIN).resolve("config/domain.xml");
    Files.writeString(settings, onLoopback(Files.readString(settings)));
  }

  String url() {
    return "http://127.0.0.1:" + httpPort;
  }

  void start() {
    asadmin("start-domain", "--domaindir", home.toString(), DOMAIN);
  }

  void deploy(Path archive) {
    asadmin("--port", String.valueOf(adminPort), "deploy", "--name", "witan", archive.toString());
  }

  void undeploy() {
    asadmin("--port", String.valueOf(adminPort), "undeploy", "witan");
  }

  Path log() {
    return home.resolve(DOMAIN).resolve("logs/server.log");
  }

  @Override
  public void close() {
    asadmin("stop-domain", "--domaindir", home.toString(), DOMAIN);
  }

  /** Every listener on a free port of 127.0.0.1; those that nobody needs are left out. */
  private String onLoopback(String domain) {
    String text =
        domain
            .replace("<network-listener port=", "<network-listener address=\"127.0.0.1\" port=")
            .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
            .replace("port=\"8080\"", "port=\"%d\"".formatted(httpPort))
            .replace("port=\"4848\"", "port=\"%d\"".formatted(adminPort))
            .replace(",org.apache.felix.shell.remote", "")
            .replace(
                "<hazelcast-config-specific-configuration>",
                "<hazelcast-config-specific-configuration enabled=\"false\">");
    for (int port : OTHER_PORTS) {
      text = text.replace("port=\"%d\"".formatted(port), "port=\"%d\"".formatted(FreePorts.next()));
    }
    return text;
  }

  private void asadmin(String... words) {
    List<String> command = new ArrayList<>(List.of("sh"));
    command.add(INSTALLED.resolve("bin/asadmin").toString());
    command.addAll(List.of(words));
    try {
      Path output = Files.createTempFile(home, "asadmin-", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      if (builder.start().waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", words) + ": " + Files.readString(output));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
