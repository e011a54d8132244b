package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.api.ConsumerInfo;
import io.opentelemetry.proto.trace.v1.Span;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.TurnKey;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.port.Attempt;
import io.witan.deliberation.port.Prompt;
import io.witan.deliberation.port.TurnFacts;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.deliberation.port.TurnRunner;
import io.witan.it.Rest.Answer;
import io.witan.ledger.port.Transactions;
import io.witan.planning.application.ApprovePlan;
import io.witan.planning.application.CreateEpic;
import io.witan.planning.application.CreateProject;
import io.witan.planning.application.CreateStory;
import io.witan.planning.application.CreateStory.NewStory;
import io.witan.planning.application.TransitionStory;
import io.witan.planning.domain.Epic;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanContent;
import io.witan.planning.domain.Project;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.StoryText;
import io.witan.planning.port.PlanRepository;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.testkit.GraphServerProcess;
import io.witan.testkit.PatientNats;
import io.witan.testkit.TestServers;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The real {@code witan.war} on Payara Micro, with real Neo4j and NATS: some tests run inside of
 * the server, some ask it from outside ({@code @RunAsClient}). One deployment serves all of them,
 * in order.
 */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InsideMicroIT {
  private static final String WITAN = "witan";
  private static final String DERIVED = "Pay by card, cut into tasks later";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";
  private static final String CALLER = "00-%s-%s-01".formatted(TRACE, PARENT);

  @Inject private BeanManager beans;
  @Inject private CreateProject createProject;
  @Inject private CreateEpic createEpic;
  @Inject private CreateStory createStory;
  @Inject private TransitionStory transitionStory;
  @Inject private ApprovePlan approvePlan;
  @Inject private PlanRepository plans;
  @Inject private Transactions transactions;
  @Inject private TurnRunner turns;
  @Inject private DataSource pool;
  @Inject private ServletContext war;

  @Deployment(name = WITAN, managed = false)
  static WebArchive war() throws URISyntaxException {
    return ShrinkWrap.create(ZipImporter.class, "witan.war")
        .importFrom(new File("../war/target/witan.war"))
        .as(WebArchive.class)
        .addClasses(InsideMicroIT.class, Modules.class, ContainerView.class)
        .addAsLibraries(jar(Assertions.class));
  }

  private static File jar(Class<?> type) throws URISyntaxException {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  @Order(1)
  @RunAsClient
  void it_deploys_and_is_ready(@ArquillianResource Deployer deployer) {
    deployer.deploy(WITAN);

    Awaitility.await()
        .atMost(PATIENCE)
        .until(InsideMicroIT::readiness, body -> body.contains("\"connected\""));
    Answer ready = Rest.nobody(MicroSettings.server()).page("/health/ready");
    assertThat(ready.status()).as(ready.body()).isEqualTo(200);
    assertThat(ready.body()).contains("\"neo4j\"", "\"nats\"", "\"connected\"");
    assertThat(Rest.nobody(MicroSettings.server()).page("/health/live").status()).isEqualTo(200);
  }

  private static String readiness() {
    return Rest.nobody(MicroSettings.server()).page("/health/ready").body();
  }

  @Test
  @Order(2)
  @RunAsClient
  void its_first_start_makes_the_administrator_alone() throws IOException {
    Path password = MicroSettings.data().resolve("admin.password");
    Rest admin =
        Rest.nobody(MicroSettings.server()).as("admin", Files.readString(password).strip());

    assertThat(admin.get("/users").items())
        .extracting(user -> user.getString("username"))
        .containsExactly("admin");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
        .isEqualTo("rw-------");
  }

  @Test
  @Order(3)
  void every_class_that_is_written_as_a_bean_is_one() {
    assertThat(Modules.beanClasses(war))
        .hasSizeGreaterThan(100)
        .allSatisfy(type -> assertThat(beans.getBeans(type, Any.Literal.INSTANCE)).isNotEmpty());
  }

  @Test
  @Order(4)
  void every_injection_point_finds_its_bean() {
    Set<Bean<?>> all = beans.getBeans(Object.class, Any.Literal.INSTANCE);

    assertThat(all.stream().filter(bean -> bean.getBeanClass().getName().startsWith("io.witan.")))
        .hasSizeGreaterThan(100)
        .flatMap(Bean::getInjectionPoints)
        .allSatisfy(beans::validate);
  }

  @Test
  @Order(5)
  void a_use_case_commits_through_the_pool_of_the_server() throws SQLException {
    Actor owner = new Actor(new ActorId("po-inside"), Set.of(Role.PO));

    Outcome<Project> made = createProject.create(Command.by(owner), "From inside", "");

    String id = made.fold(project -> project.id().value(), refusal -> refusal.message());
    assertThat(count("MATCH (p:Project {id: $1, name: 'From inside'}) RETURN count(p)", id))
        .isEqualTo(1);
    assertThat(count("MATCH (a:AuditEntry {aggregate_id: $1}) RETURN count(a)", id)).isEqualTo(1);
  }

  private long count(String query, String id) throws SQLException {
    try (var connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  @Test
  @Order(6)
  void the_guards_around_the_turn_runner_are_active() {
    List<CompletableFuture<TurnResult>> started =
        IntStream.range(0, 50).mapToObj(i -> turns.run(turn(i)).toCompletableFuture()).toList();
    CompletableFuture<Void> allEnded =
        CompletableFuture.allOf(started.toArray(CompletableFuture[]::new));

    assertThat(allEnded.exceptionally(failure -> null)).succeedsWithin(PATIENCE);
    assertThat(started.stream().filter(turn -> !turn.isCompletedExceptionally())).isNotEmpty();
    assertThat(started.stream().filter(CompletableFuture::isCompletedExceptionally))
        .isNotEmpty()
        .allSatisfy(
            turn ->
                assertThat(turn)
                    .failsWithin(PATIENCE)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(RunnerUnavailable.class)
                    .withMessageContaining("as many turns as are allowed at once"));
  }

  private static TurnRequest turn(int number) {
    Agent agent = Agent.council(Role.ARCHITECT, 1, "rehearsal").get(0);
    TurnFacts facts =
        new TurnFacts(
            Purpose.PLAN,
            TurnKind.PROPOSE,
            agent,
            0,
            1,
            Subject.story("s-1"),
            new Assignment("Pay by card", "I want to pay by card.", List.of(), Optional.empty()),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new TurnRequest(
        new TurnKey(new DeliberationId("d-" + UUID.randomUUID()), number + 1),
        Attempt.first(),
        agent,
        new Prompt("", "Plan it.", 0, 100, "plan_proposal", "{}"),
        7,
        Instant.now().plus(PATIENCE),
        facts,
        Optional.empty());
  }

  @Test
  @Order(7)
  @RunAsClient
  void the_container_knows_the_caller_and_the_roles() {
    Fleet fleet = Fleet.at(MicroSettings.server(), MicroSettings.data());
    Fleet.Person owner = fleet.person("po");
    Fleet.Person everything = fleet.person(ContainerView.ALL_ROLES);
    Browser browser = new Browser(MicroSettings.server());
    Fleet.done(200, browser.logIn(owner.name(), owner.password()));

    assertThat(browser.get(ContainerView.PATH).body())
        .isEqualTo(ContainerView.seen(owner.name(), Stream.of("po")));
    assertThat(everything.client().page(ContainerView.PATH).body())
        .isEqualTo(ContainerView.seen(everything.name(), Stream.of(ContainerView.ALL_ROLES)));
    assertThat(Rest.nobody(MicroSettings.server()).page(ContainerView.PATH).body())
        .isEqualTo(ContainerView.seen("nobody", Stream.empty()));
  }

  @Test
  @Order(8)
  @RunAsClient
  void metrics_are_for_who_runs_the_server() {
    Fleet fleet = Fleet.at(MicroSettings.server(), MicroSettings.data());

    for (String path : List.of("/metrics", "/metrics/base", "//metrics", "/metrics;a=b")) {
      assertThat(Rest.nobody(MicroSettings.server()).page(path).status()).as(path).isEqualTo(401);
    }
    assertThat(fleet.user("developer").page("/metrics").status()).isEqualTo(403);
    assertThat(fleet.user("devops").page("/metrics").body()).contains("# TYPE");
  }

  @Test
  @Order(8)
  @RunAsClient
  void a_request_and_the_turns_that_follow_are_one_trace() {
    Fleet fleet = Fleet.at(MicroSettings.server(), MicroSettings.data());
    String story = fleet.readyStory();

    Fleet.done(
        202,
        fleet
            .productOwner()
            .post("/stories/" + story + "/plan-deliberation", Map.of(), "traceparent", CALLER));

    List<Span> turns = MicroSettings.traces().await(TRACE, "chat rehearsal", 9);
    List<Span> request = MicroSettings.traces().await(TRACE, "POST ", 1);
    assertThat(request).hasSize(1);
    assertThat(TraceCollector.hex(request.get(0).getParentSpanId())).isEqualTo(PARENT);
    assertThat(turns).extracting(Span::getParentSpanId).containsOnly(request.get(0).getSpanId());
    assertThat(fleet.user("devops").page("/metrics").body())
        .contains("witan_turns_total{", "witan_turn_milliseconds_sum{", "witan_turn_tokens_total{")
        .contains("ft_circuitbreaker_opened_total{", "ft_bulkhead_executionsRunning{");
  }

  @Test
  @Order(9)
  @RunAsClient
  void who_asks_decides_what_is_answered() {
    Fleet fleet = Fleet.at(MicroSettings.server(), MicroSettings.data());
    Map<String, String> project = Map.of("name", "Over HTTP");

    Answer nobody = Rest.nobody(MicroSettings.server()).post("/projects", project);
    Answer developer = fleet.user("developer").post("/projects", project);
    Answer owner = fleet.productOwner().post("/projects", project);

    assertThat(nobody.status()).isEqualTo(401);
    assertThat(developer.status()).isEqualTo(403);
    assertThat(developer.header("Content-Type")).hasValue("application/problem+json");
    assertThat(developer.text("detail")).contains("needs the role po");
    assertThat(owner.status()).isEqualTo(201);
  }

  @Test
  @Order(10)
  @RunAsClient
  void an_event_travels_over_jetstream_to_its_effect() throws Exception {
    Fleet fleet = Fleet.at(MicroSettings.server(), MicroSettings.data());
    String story = fleet.plannedStory();
    long before = handled();

    Fleet.done(200, fleet.move(story, "READY_FOR_EXECUTION"));

    String workflow = fleet.awaitOne("/workflows?story_id=" + story).getString("state");
    assertThat(workflow).isEqualTo("todo");
    JsonObject counted =
        fleet.productOwner().get("/workflows/statistics?role=developer&story_id=" + story).json();
    assertThat(counted.getInt("total_tasks"))
        .isEqualTo(counted.getJsonObject("tasks_by_state").getInt("todo"))
        .isPositive();
    Awaitility.await().atMost(PATIENCE).until(() -> handled() > before);
  }

  /** How many transitions of stories the workflow context has taken from the stream. */
  private static long handled() throws Exception {
    Connection connection = PatientNats.connect(TestServers.nats().url());
    try {
      ConsumerInfo handler =
          connection
              .jetStreamManagement()
              .getConsumerInfo("PLANNING_EVENTS", "workflow-planning-events-v1");
      return handler.getAckFloor().getConsumerSequence();
    } finally {
      connection.close();
    }
  }

  @Test
  @Order(11)
  void a_plan_can_be_approved_that_brings_no_tasks() {
    Command owner = Command.by(new Actor(new ActorId("po-inside"), Set.of(Role.PO)));
    Project project = done(createProject.create(owner, "With derived tasks", ""));
    Epic epic = done(createEpic.create(owner, project.id(), "Checkout", ""));
    NewStory text =
        new NewStory(
            epic.id(),
            new StoryText(DERIVED, "I want to pay by card.", List.of("A receipt is shown")),
            Optional.empty());
    Story story = done(createStory.create(owner, text));
    done(transitionStory.transition(owner, story.id(), StoryState.PO_REVIEW, Optional.empty()));
    done(
        transitionStory.transition(
            owner, story.id(), StoryState.READY_FOR_PLANNING, Optional.empty()));
    PlanContent bare =
        new PlanContent("Card payments", "How", List.of("A receipt is shown"), "", List.of());
    var proposed =
        Plan.propose(
            story.id(), 1, "D-none", bare, () -> "inside", Instant.parse("2026-03-02T12:00:00Z"));
    done(
        transactions.run(
            owner,
            () -> {
              plans.save(proposed);
              return Outcome.done(true);
            }));

    Plan approved = done(approvePlan.approve(owner, proposed.after().id(), "", Optional.empty()));

    assertThat(approved.content().tasks()).isEmpty();
  }

  private static <T> T done(Outcome<T> outcome) {
    return outcome.fold(
        value -> value,
        refusal -> {
          throw new AssertionError(refusal.message());
        });
  }

  @Test
  @Order(12)
  @RunAsClient
  void its_tasks_are_derived_by_a_council() {
    Awaitility.await().atMost(PATIENCE).until(InsideMicroIT::derivation, "DERIVED"::equals);

    Rest owner = Fleet.at(MicroSettings.server(), MicroSettings.data()).productOwner();
    String plan = "/plans/PL-inside";
    assertThat(owner.get(plan + "/dag").json().getJsonArray("dependencies"))
        .isNotEmpty()
        .allSatisfy(
            edge ->
                assertThat(edge.asJsonObject().getString("reason"))
                    .isEqualTo("[rehearsal] the rules put it first"));
    assertThat(owner.get(plan + "/dag").json().getJsonArray("ready")).isNotEmpty();
    assertThat(owner.get("/derivations?status=DERIVED").items())
        .extracting(one -> one.getString("plan_id"))
        .contains("PL-inside");
    assertThat(owner.get("/derivations?status=FAILED&total=true").json().getInt("total")).isZero();
    Answer again = owner.post(plan + "/derivation", Map.of());
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text("detail")).contains("none are derived beside them");
    String story = owner.get(plan).text("story_id");
    assertThat(owner.get("/stories/" + story + "/audit").body()).contains("tasks.derived");
  }

  /** Without types of the tests in its signature: those are not known inside of the server. */
  private static String derivation() throws IOException {
    String password = Files.readString(MicroSettings.data().resolve("admin.password")).strip();
    return Rest.nobody(MicroSettings.server())
        .as("admin", password)
        .get("/plans/PL-inside/derivation")
        .text("status");
  }

  @Test
  @Order(13)
  @RunAsClient
  void it_goes_in_good_order(@ArquillianResource Deployer deployer) {
    deployer.undeploy(WITAN);

    // Nobody else writes a 0: a relay that was only killed leaves the end of its time there.
    Awaitility.await().atMost(PATIENCE).until(InsideMicroIT::endOfTheRelaysTime, end -> end == 0);
  }

  private static long endOfTheRelaysTime() throws SQLException {
    GraphServerProcess graph = TestServers.graph();
    try (var connection = DriverManager.getConnection(graph.url(), graph.user(), graph.password());
        var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("MATCH (l:RelayLease {name: 'outbox'}) RETURN l.until")) {
      return rows.next() ? rows.getLong(1) : -1;
    }
  }
}
