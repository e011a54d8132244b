package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.it.Rest.Answer;
import io.witan.testkit.FreePorts;
import io.witan.testkit.GraphServerProcess;
import io.witan.testkit.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The other deployable: {@code witan.ear} on Payara Server, along the main path. */
class PayaraServerIT {
  private static final Path EAR = Path.of("../ear/target/witan.ear").toAbsolutePath().normalize();

  private final Path home;
  private final Path data;

  PayaraServerIT() throws IOException {
    home = Files.createTempDirectory(Files.createDirectories(target()), "domains-");
    data = home.resolve("data");
  }

  private static Path target() {
    return Path.of("target", "inside-server").toAbsolutePath();
  }

  @Test
  void a_story_gets_ready_for_execution_there() throws IOException {
    try (PayaraServer server = new PayaraServer(home, settings())) {
      server.start();
      server.deploy(EAR);

      Answer ready = Rest.nobody(server.url()).page("/health/ready");
      assertThat(ready.status()).as(ready.body()).isEqualTo(200);

      Fleet fleet = Fleet.at(server.url(), data);
      String story = fleet.plannedStory();
      Fleet.done(200, fleet.move(story, "READY_FOR_EXECUTION"));
      assertThat(fleet.awaitOne("/workflows?story_id=" + story).getString("state"))
          .isEqualTo("todo");

      assertThat(Files.readAllLines(server.log()))
          .noneMatch(line -> line.contains("No SLF4J providers"))
          .noneMatch(line -> line.matches(".*\\[(WARNING|SEVERE)].*io\\.witan\\..*"));

      server.undeploy();
      assertThat(Rest.nobody(server.url()).page("/api/v1/about").status()).isEqualTo(404);
    }
  }

  private Map<String, String> settings() {
    GraphServerProcess graph = TestServers.graph();
    Map<String, String> settings = new HashMap<>();
    settings.put("WITAN_NEO4J_URL", graph.url());
    settings.put("WITAN_NEO4J_USER", graph.user());
    settings.put("WITAN_NEO4J_PASSWORD", graph.password());
    settings.put("WITAN_NATS_URL", TestServers.nats().url());
    settings.put("WITAN_DATA_DIR", data.toString());
    settings.put("WITAN_GRPC_PORTS", String.valueOf(FreePorts.next()));
    return settings;
  }
}
