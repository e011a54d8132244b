package io.witan.it;

import io.witan.testkit.FreePorts;
import io.witan.testkit.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;

/**
 * Starts real servers before Arquillian starts Payara Micro, and tells Micro where they are.
 *
 * <p>The flags are those of {@code scripts/stack.sh}. Arquillian finds this class by its service
 * file, so that it stays outside of the deployment.
 */
public final class MicroSettings implements LoadableExtension {
  static final int PORT = FreePorts.next();
  static final Path HOME = Path.of("target", "inside-micro").toAbsolutePath();

  /**
   * Turns that may be taken at once, and as many may wait: few, so that a test can have too many.
   */
  static final int TURNS = 4;

  private static final TraceCollector TRACES = new TraceCollector();

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Preparation.class);
  }

  static String server() {
    return "http://127.0.0.1:" + PORT;
  }

  static Path data() {
    return HOME.resolve("data");
  }

  /** Where the spans of Micro go. */
  static TraceCollector traces() {
    return TRACES;
  }

  static Path log() {
    return HOME.resolve("witan.log");
  }

  /** What happens first. */
  public static final class Preparation {
    private static final int FIRST = 100;
    private static final String RUNNER = "ArquillianServletRunnerEE9";

    /** The container reads its settings from system properties when it is set up. */
    public void prepare(@Observes(precedence = FIRST) BeforeSuite first) throws IOException {
      Files.createDirectories(HOME);
      System.setProperty("payara.cmdOptions", "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
      System.setProperty("payara.randomHttpPort", "false");
      System.setProperty("payara.autoBindHttp", "false");
      System.setProperty("payara.extraMicroOptions", String.join(" ", options()));
    }

    /**
     * The servlet through which tests get inside. The container finds it in what Micro prints, and
     * misses it where it looks while that is being printed.
     */
    public void complete(@Observes ProtocolMetaData deployed) {
      deployed
          .getContexts(HTTPContext.class)
          .forEach(context -> context.add(new Servlet(RUNNER, "/")));
    }

    private static List<String> options() throws IOException {
      return List.of(
          "--nohazelcast",
          "--disablephonehome",
          "--rootdir",
          Files.createTempDirectory(HOME, "payara-").toString(),
          "--port",
          String.valueOf(PORT),
          "--prebootcommandfile",
          write("preboot.txt", preBoot()).toString(),
          "--systemproperties",
          settings().toString(),
          "--logproperties",
          write("logging.properties", logging()).toString(),
          "--contextroot",
          "/");
    }

    private static String preBoot() {
      String server = "set configs.config.server-config.";
      return """
          %snetwork-config.network-listeners.network-listener.http-listener.address=127.0.0.1
          %shazelcast-config-specific-configuration.enabled=false
          """
          .formatted(server, server);
    }

    private static String logging() {
      return """
          handlers=java.util.logging.ConsoleHandler,java.util.logging.FileHandler
          java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
          java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
          java.util.logging.FileHandler.pattern=%s
          java.util.logging.SimpleFormatter.format=%%4$s %%3$s: %%5$s%%6$s%%n
          .level=INFO
          javax.enterprise.system.security.ssl.level=SEVERE
          """
          .formatted(log());
    }

    private static Path settings() throws IOException {
      Properties settings = new Properties();
      settings.setProperty("witan.neo4j.url", TestServers.graph().url());
      settings.setProperty("witan.neo4j.user", TestServers.graph().user());
      settings.setProperty("witan.neo4j.password", TestServers.graph().password());
      settings.setProperty("witan.nats.url", TestServers.nats().url());
      settings.setProperty("witan.data.dir", data().toString());
      settings.setProperty("witan.grpc.ports", String.valueOf(FreePorts.next()));
      settings.setProperty("witan.rehearsal.pace", "PT0.3S");
      settings.setProperty("otel.sdk.disabled", "false");
      settings.setProperty("otel.exporter.otlp.endpoint", TRACES.url());
      settings.setProperty("otel.exporter.otlp.protocol", "http/protobuf");
      settings.setProperty("otel.metrics.exporter", "none");
      settings.setProperty("otel.bsp.schedule.delay", "200");
      settings.setProperty(
          "io.witan.executor.GuardedTurns/run/Bulkhead/value", String.valueOf(TURNS));
      Path file = HOME.resolve("witan.properties");
      try (var out = Files.newBufferedWriter(file)) {
        settings.store(out, null);
      }
      return file;
    }

    private static Path write(String name, String text) throws IOException {
      return Files.writeString(HOME.resolve(name), text);
    }
  }
}
