package io.witan.ledger.relay;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PullSubscribeOptions;
import io.nats.client.api.ConsumerConfiguration;
import io.witan.ledger.adapter.Backlog;
import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.port.Transactions.Answer;
import io.witan.planning.adapter.Neo4jPlanRepository;
import io.witan.planning.adapter.Neo4jStoryRepository;
import io.witan.planning.adapter.Neo4jTaskRepository;
import io.witan.planning.application.TransitionStory;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.testing.Gates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * An application of its own process, to be killed: it moves stories, sends their events and acts on
 * them. Each line of its input lets it make so many transitions; each acknowledged one is a line of
 * its output. It ends with its input.
 */
final class CrashingApplication {
  static final int STEPS = 20;

  private static final String CONSUMER = "crash-effects";
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final LedgerOnNeo4j ledger;
  private final Neo4jStoryRepository stories;
  private final TransitionStory transition;
  private final Semaphore permits = new Semaphore(0);

  private CrashingApplication(LedgerOnNeo4j ledger) {
    this.ledger = ledger;
    this.stories = new Neo4jStoryRepository(ledger.graph, ledger.journal);
    this.transition =
        new TransitionStory(
            ledger.transactions,
            stories,
            new Neo4jTaskRepository(ledger.graph, ledger.journal),
            new Neo4jPlanRepository(ledger.graph, ledger.journal),
            notice -> {},
            Gates.byRules(),
            ledger.clock);
  }

  /** Arguments: Neo4j's address, user and password, NATS' address, the ids of the stories. */
  public static void main(String[] arguments) throws IOException {
    LedgerOnNeo4j ledger =
        patiently(
            () -> LedgerOnNeo4j.on(arguments[0], arguments[1], arguments[2], new Backlog(100_000)));
    CrashingApplication application = new CrashingApplication(ledger);
    RelayOnNats relay = new RelayOnNats(ledger, arguments[3]).start();
    inBackground(() -> application.actOn(relay.nats));
    for (String story : List.of(arguments).subList(4, arguments.length)) {
      inBackground(() -> application.move(new StoryId(story)));
    }
    application.takePermits();
    Runtime.getRuntime().halt(0);
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private void takePermits() throws IOException {
    try (BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        permits.release(Integer.parseInt(line.strip()));
      }
    }
  }

  private void move(StoryId id) {
    Story story = patiently(() -> stories.find(id).orElseThrow());
    while (story.version() <= STEPS) {
      permits.acquireUninterruptibly();
      long step = story.version();
      story = patiently(() -> step(id, step));
      print("ACK %s %d".formatted(id, story.version()));
    }
  }

  private Story step(StoryId id, long step) {
    Command command =
        new Command(
            new Actor(new ActorId("paula"), Set.of(Role.PO)),
            Optional.of(new Command.Idempotency("crash-" + id + "-" + step, "digest")),
            Optional.empty(),
            "");
    StoryState target = step % 2 == 1 ? StoryState.PO_REVIEW : StoryState.DRAFT;
    return ledger
        .transactions
        .once(
            command,
            new Answer<>(story -> "moved", again -> Outcome.found("story", id, stories.find(id))),
            () -> transition.transition(command, id, target, Optional.empty()))
        .fold(
            done -> done,
            refusal -> {
              throw new IllegalStateException(refusal.message());
            });
  }

  private void actOn(NatsConnection nats) {
    while (true) {
      try {
        Optional<Connection> connection = nats.current();
        if (connection.isPresent()) {
          consume(connection.get());
        }
      } catch (IOException | JetStreamApiException | RuntimeException failure) {
        complain(failure);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void consume(Connection connection) throws IOException, JetStreamApiException {
    JetStreamSubscription subscription =
        connection
            .jetStream()
            .subscribe(
                "planning.story.transitioned",
                PullSubscribeOptions.builder().stream("PLANNING_EVENTS")
                    .durable(CONSUMER)
                    .configuration(
                        ConsumerConfiguration.builder().ackWait(Duration.ofSeconds(2)).build())
                    .build());
    try {
      while (connection.getStatus() == Connection.Status.CONNECTED) {
        for (Message message : subscription.fetch(20, Duration.ofSeconds(1))) {
          String event = message.getHeaders().getFirst("ce-id");
          boolean unused = ledger.graph.inTransaction(() -> effect(event), any -> true);
          message.ack();
        }
      }
    } finally {
      if (subscription.isActive()) {
        subscription.unsubscribe();
      }
    }
  }

  private boolean effect(String event) {
    boolean fresh = ledger.inbox.accept(CONSUMER, event);
    if (fresh) {
      ledger.graph.run("CREATE (:CrashEffect {event: $event})", Map.of("event", event));
    }
    return fresh;
  }

  /** Tries again for ever: the test decides how long things may take. */
  private static <T> T patiently(java.util.function.Supplier<T> work) {
    while (true) {
      try {
        return work.get();
      } catch (RuntimeException failure) {
        complain(failure);
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private static void complain(Exception failure) {
    System.err.println("tried again: " + failure);
  }

  private static synchronized void print(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
