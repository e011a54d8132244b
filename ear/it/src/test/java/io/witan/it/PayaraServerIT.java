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
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ArchiveFormat;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The other deployable: {@code witan.ear} on Payara Server, along the main path. */
class PayaraServerIT {
  private static final Path EAR = Path.of("../ear/target/witan.ear").toAbsolutePath().normalize();

  private static final String SERVICE = "clients-without-tokens";

  private final Path home;
  private final Path data;
  private final int grpcPort = FreePorts.next();

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
      server.deploy(withContainerView());

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
      the_container_knows_the_caller_and_the_roles(server, fleet);
      a_cookie_and_its_csrf_token_let_a_browser_in(server, fleet);
      metrics_are_for_who_runs_the_server(server, fleet);
      the_development_account_acts_for_who_has_no_token(fleet);

      server.undeploy();
      assertThat(Rest.nobody(server.url()).page("/api/v1/about").status()).isEqualTo(404);
    }
  }

  /** The EAR with one servlet of the tests in its web module. */
  private Path withContainerView() throws IOException {
    EnterpriseArchive ear =
        ShrinkWrap.create(ZipImporter.class, "witan.ear")
            .importFrom(EAR.toFile())
            .as(EnterpriseArchive.class);
    WebArchive war = ear.getAsType(WebArchive.class, "/witan-war.war", ArchiveFormat.ZIP);
    ear.delete("/witan-war.war");
    ear.addAsModule(war.addClass(ContainerView.class));
    Path archive = Files.createDirectories(home).resolve("witan.ear");
    ear.as(ZipExporter.class).exportTo(archive.toFile(), true);
    return archive;
  }

  private static void the_container_knows_the_caller_and_the_roles(
      PayaraServer server, Fleet fleet) {
    Fleet.Person everything = fleet.person(ContainerView.ALL_ROLES);

    assertThat(everything.client().page(ContainerView.PATH).body())
        .isEqualTo(ContainerView.seen(everything.name(), Stream.of(ContainerView.ALL_ROLES)));
    assertThat(fleet.productOwner().page(ContainerView.PATH).body()).endsWith(" [po]");
    assertThat(Rest.nobody(server.url()).page(ContainerView.PATH).body()).isEqualTo("nobody []");
  }

  private static void a_cookie_and_its_csrf_token_let_a_browser_in(
      PayaraServer server, Fleet fleet) {
    Fleet.Person owner = fleet.person("po");
    Map<String, String> project = Map.of("name", "From a browser");
    Browser browser = new Browser(server.url());

    String csrf = Fleet.done(200, browser.logIn(owner.name(), owner.password())).text("csrf_token");

    assertThat(browser.get("/api/v1/users/me").text("username")).isEqualTo(owner.name());
    assertThat(browser.firstLine("/api/v1/events")).startsWith(":");
    assertThat(browser.post("/api/v1/projects", project).status()).isEqualTo(403);
    Fleet.done(201, browser.post("/api/v1/projects", project, "X-CSRF-Token", csrf));
    assertThat(browser.get("/api/login").status()).isEqualTo(200);
    assertThat(browser.get("/api/docs").status()).isEqualTo(200);
  }

  private static void metrics_are_for_who_runs_the_server(PayaraServer server, Fleet fleet) {
    assertThat(Rest.nobody(server.url()).page("/metrics").status()).isEqualTo(401);
    assertThat(fleet.user("developer").page("/metrics").status()).isEqualTo(403);
    assertThat(fleet.user("devops").page("/metrics").body()).contains("# TYPE");
  }

  private void the_development_account_acts_for_who_has_no_token(Fleet fleet) {
    try (Grpc grpc = Grpc.at(grpcPort)) {
      String project = grpc.createProject(Optional.empty(), "ina").getProjectId();

      assertThat(fleet.audit("project", project))
          .singleElement()
          .asString()
          .contains("\"actor\":\"ina\"", "\"on_behalf_of\":\"%s\"".formatted(SERVICE));
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
    settings.put("WITAN_GRPC_PORTS", String.valueOf(grpcPort));
    settings.put("WITAN_GRPC_DEVELOPMENT_ACCOUNT", SERVICE);
    return settings;
  }
}
