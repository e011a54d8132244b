package io.witan.deliberation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.deliberation.application.AskOutside;
import io.witan.deliberation.application.CouncilOnNeo4j;
import io.witan.deliberation.application.RecordTurnAnswer;
import io.witan.deliberation.application.ScriptedRunner;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Endpoint;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Status;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.OutsideTurns;
import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.ledger.adapter.Committed;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.relay.RelayOnNats;
import io.witan.messaging.OnceInEffect;
import io.witan.shared.Command;
import io.witan.shared.Role;
import io.witan.testing.People;
import io.witan.testkit.NatsServerProcess;
import io.witan.testkit.OutsideAgent;
import io.witan.testkit.TestServers;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentsFromOutsideIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final DeliberationPolicy POLICY =
      new DeliberationPolicy(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          PATIENCE,
          Duration.ofMillis(10),
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          1000);

  private final String story = CouncilOnNeo4j.story(LEDGER);
  private final String outsider = "agent-outside-" + UUID.randomUUID();
  private final DeliberationRepository deliberations = CouncilOnNeo4j.deliberations(LEDGER);
  private final OutsideTurns turns = new Neo4jOutsideTurns(LEDGER.graph, LEDGER.journal);
  private NatsServerProcess nats;
  private RelayOnNats relay;

  @BeforeEach
  void a_relay() {
    LEDGER.graph.run("MATCH (m:OutboxMessage) DETACH DELETE m", Map.of());
    nats = NatsServerProcess.start();
    relay = new RelayOnNats(LEDGER, nats.url()).start();
    await().atMost(PATIENCE).until(() -> relay.relay.state().active());
  }

  @AfterEach
  void stop() {
    relay.close();
    nats.close();
  }

  /** What one process of Witan does for deliberations: it drives them, and hears answers. */
  private final class Witan implements AutoCloseable {
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(1);
    private final ExecutorService drivers = Executors.newSingleThreadExecutor();
    private final OutsideTurnRunner outside =
        new OutsideTurnRunner(
            new AskOutside(LEDGER.transactions, turns, LEDGER.clock),
            turns,
            BackgroundThreads.of(threads));
    private final CouncilOnNeo4j council =
        new CouncilOnNeo4j(
            LEDGER, new OutsideTurnsBeside(new ScriptedRunner(), outside), agents(), POLICY);
    private final Consumer<Committed> wake = outside::committed;
    private final ListeningProcess listening;

    Witan() throws Exception {
      LEDGER.afterCommit.add(wake);
      listening =
          new ListeningProcess(
              nats.url(),
              new AnswersOfAgents(
                  new OnceInEffect(LEDGER.transactions, LEDGER.inbox),
                  new RecordTurnAnswer(LEDGER.transactions, turns, deliberations, LEDGER.clock)));
    }

    DeliberationId start() {
      return council.start(Command.by(People.PAULA), story).id();
    }

    private List<Agent> agents() {
      List<Agent> inside = Agent.council(Role.ARCHITECT, 2, "model-x");
      Manner byNats =
          new Manner(Optional.empty(), Optional.of(new Endpoint(Endpoint.NATS)), Optional.empty());
      return List.of(
          inside.get(0),
          inside.get(1),
          new Agent(new AgentId(outsider), Role.ARCHITECT, "outside", byNats));
    }

    Future<Optional<Deliberation>> drive(DeliberationId id) {
      return drivers.submit(() -> council.run(id));
    }

    @Override
    public void close() {
      LEDGER.afterCommit.remove(wake);
      drivers.shutdownNow();
      await().atMost(PATIENCE).until(drivers::isTerminated);
      listening.close();
      outside.end();
      threads.shutdownNow();
    }
  }

  private static Deliberation ended(Future<Optional<Deliberation>> drive) throws Exception {
    return drive.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).orElseThrow();
  }

  @Test
  void sit_in_a_council_with_others() throws Exception {
    try (Witan witan = new Witan();
        OutsideAgent agent = OutsideAgent.at(nats.url(), outsider, OutsideAgent::answer)) {
      Deliberation done = ended(witan.drive(witan.start()));

      assertThat(done.status()).isEqualTo(Status.COMPLETED);
      assertThat(done.ranking())
          .extracting(Ranked::agent)
          .contains(new AgentId(outsider))
          .hasSize(3);
      assertThat(agent.asked())
          .extracting(request -> request.getString("kind"))
          .containsExactly("PROPOSE", "CRITIQUE", "REVISE");
      assertThat(agent.asked().get(0).getJsonObject("prompt").getString("user"))
          .contains("Pay by card");
    }
  }

  @Test
  void that_fail_hold_up_nobody() throws Exception {
    try (Witan witan = new Witan();
        OutsideAgent agent = OutsideAgent.at(nats.url(), outsider, OutsideAgent::fail)) {
      Deliberation done = ended(witan.drive(witan.start()));

      assertThat(done.status()).isEqualTo(Status.COMPLETED);
      assertThat(done.ranking())
          .extracting(Ranked::agent)
          .doesNotContain(new AgentId(outsider))
          .hasSize(2);
      assertThat(done.turns().stream().flatMap(turn -> turn.failure().stream()))
          .containsExactly("no GPU");
      assertThat(agent.asked()).hasSize(1);
    }
  }

  @Test
  void may_answer_when_the_process_that_asked_is_no_more() throws Exception {
    DeliberationId id;
    try (OutsideAgent slow = OutsideAgent.at(nats.url(), outsider, (agent, request) -> {})) {
      try (Witan first = new Witan()) {
        id = first.start();
        Future<Optional<Deliberation>> unused = first.drive(id);
        await().atMost(PATIENCE).until(() -> !slow.asked().isEmpty());
      }
      slow.answer(slow.asked().get(0));

      try (Witan second = new Witan();
          OutsideAgent quick = OutsideAgent.at(nats.url(), outsider, OutsideAgent::answer)) {
        Deliberation done = ended(second.drive(id));

        assertThat(done.status()).isEqualTo(Status.COMPLETED);
        assertThat(done.ranking()).hasSize(3);
        await().atMost(PATIENCE).until(() -> slow.asked().size() == 3);
        assertThat(slow.asked())
            .extracting((JsonObject request) -> request.getString("task_id"))
            .doesNotHaveDuplicates();
        assertThat(quick.asked()).hasSize(2);
      }
    }
  }
}
