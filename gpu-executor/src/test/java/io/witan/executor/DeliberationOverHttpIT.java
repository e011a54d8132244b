package io.witan.executor;

import static io.witan.executor.ModelServer.answering;
import static io.witan.executor.ModelServer.saying;
import static io.witan.executor.ModelServer.status;
import static io.witan.executor.ModelServer.truncated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Status;
import io.witan.deliberation.domain.Turn;
import io.witan.executor.ModelServer.Received;
import io.witan.testing.MemoryDeliberations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliberationOverHttpIT {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ModelServer server = new ModelServer();
  private final MemoryDeliberations store = new MemoryDeliberations();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Driving driver = driver(LONG);

  /** One whose calls may take that long. */
  private Driving driver(Duration call) {
    return new Driving(store, runner(call), LONG, Duration.ofSeconds(1));
  }

  private OpenAiTurnRunner runner(Duration call) {
    return new OpenAiTurnRunner(
        new OpenAiSettings(
            server.url(),
            "model-x",
            Optional.empty(),
            call,
            100_000,
            1,
            Duration.ofMillis(10),
            Duration.ofMillis(50)),
        Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    server.close();
    threads.shutdownNow();
  }

  private Map<String, Long> calls() {
    return server.received().stream()
        .collect(Collectors.groupingBy(Received::key, Collectors.counting()));
  }

  @Test
  void nine_turns_are_asked_for_once_each() throws Exception {
    Deliberation done = driver.run(driver.start());

    assertThat(done.status()).isEqualTo(Status.COMPLETED);
    assertThat(calls()).hasSize(9).allSatisfy((key, count) -> assertThat(count).isOne());
    assertThat(done.ranking()).extracting(Ranked::score).containsExactly(0.6, 0.5, 0.4);
    assertThat(done.turns())
        .allSatisfy(turn -> assertThat(turn.cost().promptTokens()).isEqualTo(321));
  }

  @Test
  void it_gets_through_everything_that_can_go_wrong_once() throws Exception {
    List<ModelServer.Behaviour> mishaps =
        List.of(
            status(429, ""),
            status(500, ""),
            truncated(),
            answering("text/html", "<html>"),
            answering("application/json", "{\"choices\": ["),
            saying("{\"title\": \"half"),
            server.hanging(),
            status(503, "0"),
            status(502, ""));
    server.behave(call -> call.count() == 1 ? mishaps.get(call.sequence() - 1) : ModelServer::well);
    Driving impatient = driver(Duration.ofSeconds(4));

    Deliberation done = impatient.run(impatient.start());

    assertThat(done.status()).isEqualTo(Status.COMPLETED);
    assertThat(done.turns()).hasSize(9).allSatisfy(turn -> assertThat(turn.said()).isPresent());
    assertThat(calls()).allSatisfy((key, count) -> assertThat(count).isEqualTo(2));
  }

  @Test
  void an_agent_that_only_talks_is_dropped() throws Exception {
    server.behave(
        call -> call.sequence() == 2 ? saying("Sure! Here is my plan.") : ModelServer::well);

    Deliberation done = driver.run(driver.start());

    assertThat(done.status()).isEqualTo(Status.COMPLETED);
    assertThat(done.ranking()).hasSize(2);
    assertThat(calls()).containsEntry(done.id() + "/2", 2L);
  }

  @Test
  void no_recorded_turn_is_asked_for_again_after_a_crash() throws Exception {
    server.behave(call -> call.sequence() == 5 ? server.hanging() : ModelServer::well);
    var id = driver.start();
    Future<?> driving = threads.submit(() -> driver.run(id));
    await().until(() -> store.find(id).orElseThrow().turns().size() == 5);
    await().until(() -> server.times(id + "/5") == 1);
    driving.cancel(true);
    await().until(() -> !driver.abandoned().isEmpty());
    server.behave(call -> ModelServer::well);

    Deliberation done = driver(LONG).run(id);

    assertThat(done.status()).isEqualTo(Status.COMPLETED);
    assertThat(calls()).containsEntry(id + "/5", 2L);
    calls().forEach((key, count) -> assertThat(count).isEqualTo(key.equals(id + "/5") ? 2 : 1));
    assertThat(done.turns())
        .extracting(Turn::cost)
        .extracting("lostAttempts")
        .containsExactly(0, 0, 0, 0, 1, 0, 0, 0, 0);
  }

  @Test
  void a_server_that_stays_away_fails_the_deliberation_with_the_reason() throws Exception {
    server.close();

    Deliberation done = driver.run(driver.start());

    assertThat(done.failure())
        .hasValueSatisfying(why -> assertThat(why).contains("openai", "no connection"));
  }
}
