package io.witan.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.api.PublishAck;
import io.witan.it.CountingProxy.Turn;
import io.witan.it.Rest.Answer;
import io.witan.it.WitanStack.Result;
import io.witan.testkit.FreePorts;
import io.witan.testkit.PatientNats;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of one stack, from a start that is broken off to its end. The tests have an order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration GRACE = Duration.ofMinutes(1);
  private static final List<String> PARTS = List.of("neo4j", "nats", "witan");

  /** Its turns may wait for a model as long as a slow machine needs. */
  private static final WitanStack STACK =
      new WitanStack("commands")
          .with("WITAN_OPENAI_TIMEOUT", "PT5M")
          .with("WITAN_DELIBERATION_TURN_TIMEOUT", "PT5M");

  private static final Pattern BREAKER_HAS_OPENED =
      Pattern.compile("ft_circuitbreaker_opened_total\\{[^}]*GuardedTurns\\.run[^}]*} [1-9]");

  private static List<ProcessHandle> running;

  /** Of one model after the other. */
  private static final int MODEL_PORT = FreePorts.next();

  @AfterAll
  static void end() {
    STACK.close();
  }

  private static Path pidFile(String part) {
    return STACK.home().resolve("run/" + part + ".pid");
  }

  /** Whether something was written into it already. */
  private static boolean says(Path pidFile) {
    return pidFile.toFile().length() > 0;
  }

  private static List<ProcessHandle> parts() {
    return PARTS.stream().map(STACK::part).toList();
  }

  private static void awaitEnd(List<ProcessHandle> processes) {
    assertThat(processes).isNotEmpty();
    Awaitility.await().atMost(GRACE).until(() -> processes.stream().allMatch(Ended::is));
  }

  @Test
  @Order(0)
  void a_file_that_is_no_story_is_refused_before_anything_starts() throws IOException {
    Path empty = Files.createTempFile("no-story", ".md");

    Result refused = STACK.witan("run", empty.toString());

    assertThat(refused.status()).as(refused.output()).isEqualTo(2);
    assertThat(refused.output()).contains(empty.toString());
    assertThat(PARTS).allSatisfy(part -> assertThat(pidFile(part)).doesNotExist());
  }

  @Test
  @Order(1)
  void a_start_that_is_interrupted_stops_what_it_started() throws Exception {
    Path output = Files.createTempFile(Files.createDirectories(STACK.home()), "up-", ".txt");
    Process up = STACK.process("up").redirectOutput(output.toFile()).start();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> Stream.of("neo4j", "nats").map(CommandsIT::pidFile).allMatch(CommandsIT::says));
    List<ProcessHandle> stores = Stream.of("neo4j", "nats").map(STACK::part).toList();

    // As Ctrl-C does it; but that signal would be ignored where the tests run in the background.
    up.destroy();

    assertThat(up.onExit()).succeedsWithin(PATIENCE);
    assertThat(up.exitValue()).as(Files.readString(output)).isEqualTo(130);
    assertThat(Files.readString(output)).contains("Interrupted: stopping what was started");
    awaitEnd(stores);
    assertThat(STACK.witan("status").status()).isEqualTo(3);
  }

  @Test
  @Order(2)
  void a_second_start_finds_the_first() {
    STACK.up();
    running = parts();

    Result second = STACK.witan("up");

    assertThat(second.status()).isZero();
    assertThat(second.output()).contains("already up at " + STACK.url());
    assertThat(parts()).isEqualTo(running);
  }

  @Test
  @Order(3)
  void a_start_elsewhere_on_the_same_ports_names_who_holds_one() throws Exception {
    ProcessBuilder up = STACK.process("up");
    up.environment().put("WITAN_HOME", STACK.home().resolve("another home").toString());
    Path output = Files.createTempFile(STACK.home(), "elsewhere-", ".txt");

    int status = up.redirectOutput(output.toFile()).start().waitFor();

    assertThat(status).isEqualTo(1);
    assertThat(Files.readString(output))
        .contains(
            "port %d is taken by process %d".formatted(STACK.neo4jPort(), running.get(0).pid()),
            "set WITAN_NEO4J_PORT to another port");
    assertThat(running).allMatch(ProcessHandle::isAlive);
  }

  @Test
  @Order(4)
  void status_and_logs_tell_of_each_part() {
    Result status = STACK.witan("status");
    Result logs = STACK.witan("logs");

    assertThat(status.status()).as(status.output()).isZero();
    for (int i = 0; i < PARTS.size(); i++) {
      assertThat(status.output())
          .containsPattern(PARTS.get(i) + " +running +" + running.get(i).pid());
      assertThat(logs.output()).contains("/" + PARTS.get(i) + ".log");
    }
  }

  @Test
  @Order(5)
  void a_run_with_a_model_asks_it_and_leaves_the_stack_up() throws IOException {
    try (ModelStub model = new ModelStub(MODEL_PORT)) {
      Result run =
          STACK.witan(
              "run", RunStoryIT.STORY.toString(), "--model-url", model.url(), "--model", "tiny");

      assertThat(run.status()).as(run.output()).isZero();
      assertThat(run.output())
          .contains("by openai tiny", "is DONE", "The stack is still up at " + STACK.url())
          .doesNotContainIgnoringCase("rehearsal");
      // A plan and one task: three drafts each, which say the same, so that nobody criticises them.
      assertThat(model.models()).hasSize(6).containsOnly("tiny");
    }
    assertThat(STACK.witan("status").status()).isZero();
  }

  @Test
  @Order(6)
  void a_model_that_is_away_opens_the_breaker_and_is_waited_for() throws IOException {
    Fleet fleet = STACK.fleet();
    // More turns at once than the breaker looks at.
    List<String> waiting =
        Stream.generate(fleet::deliberation).limit(8).map(id -> "/deliberations/" + id).toList();

    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> fleet.admin().page("/metrics").body(), BREAKER_HAS_OPENED.asPredicate());
    assertThat(waiting)
        .allSatisfy(
            one ->
                fleet.await(
                    one,
                    answer ->
                        answer.text("status").equals("PENDING")
                            && answer.json().containsKey("waiting")));

    try (ModelStub model = new ModelStub(MODEL_PORT)) {
      waiting.forEach(one -> fleet.await(one, answer -> answer.text("status").equals("COMPLETED")));
      assertThat(model.models()).hasSize(8 * 3);
    }
  }

  @Test
  @Order(7)
  void a_crash_amid_32_councils_ends_none_and_buys_no_recorded_turn_again() throws IOException {
    try (ModelStub model = ModelStub.ofManyMinds();
        CountingProxy proxy =
            new CountingProxy(MODEL_PORT, model.url(), CutOffCouncils::isCutOff)) {
      CutOffCouncils councils = CutOffCouncils.sitting(32, STACK.fleet(), proxy);
      Set<Turn> held = proxy.held();

      STACK.kill("witan");
      Instant crash = Instant.now();
      proxy.release();
      STACK
          .with("WITAN_RUNNER", "openai")
          .with("WITAN_OPENAI_URL", proxy.url())
          .with("WITAN_OPENAI_MODEL", "tiny")
          .up();

      List<KeptTurn> kept = councils.ended();
      Map<Turn, Integer> bought = proxy.bought();
      assertThat(bought.keySet())
          .hasSize(32 * CutOffCouncils.TURNS)
          .isEqualTo(kept.stream().map(KeptTurn::turn).collect(toSet()));
      List<KeptTurn> before = kept.stream().filter(turn -> turn.at().isBefore(crash)).toList();
      assertThat(before.stream().collect(groupingBy(KeptTurn::deliberation, counting())).values())
          .as("turns of each council before the crash, which was amid all of them")
          .hasSize(32)
          .allMatch(turns -> turns >= CutOffCouncils.DRAFTS && turns < CutOffCouncils.TURNS);
      assertThat(before)
          .as("bought again though they were recorded")
          .filteredOn(turn -> bought.get(turn.turn()) > 1)
          .isEmpty();
      assertThat(held)
          .as("lost in the crash and not asked for once more")
          .filteredOn(turn -> bought.get(turn) != 2)
          .isEmpty();
      assertThat(kept)
          .as("bought more often than their record says")
          .filteredOn(turn -> bought.get(turn.turn()) > 1 + turn.lostAttempts())
          .isEmpty();
    }
  }

  @Test
  @Order(8)
  void agents_from_outside_review_over_nats_while_no_model_does() throws Exception {
    Fleet fleet = STACK.fleet();
    Rest owner = fleet.person("po").client();
    String story = fleet.story();
    String ceremony =
        Fleet.done(201, owner.post("/ceremonies", Map.of("story_ids", List.of(story))))
            .text("ceremony_id");
    Fleet.done(200, owner.post("/ceremonies/" + ceremony + "/start", Map.of()));

    Connection nats = PatientNats.connect(STACK.natsUrl());
    try {
      for (String role : List.of("ARCHITECT", "QA", "DEVOPS")) {
        PublishAck kept =
            nats.jetStream()
                .publish("agent.response.completed", answer(ceremony, story, role).getBytes(UTF_8));
        assertThat(kept.getStream()).isEqualTo("AGENT_RESPONSES");
      }
    } finally {
      nats.close();
    }

    Answer reviewing =
        fleet.await("/ceremonies/" + ceremony, answer -> answer.text("status").equals("REVIEWING"));
    JsonObject review = reviewing.json().getJsonArray("reviews").getJsonObject(0);
    assertThat(review.getJsonArray("feedback"))
        .hasSize(3)
        .allSatisfy(
            said -> assertThat(said.asJsonObject().getString("text")).contains("Seen by ray-"));
    assertThat(review.getJsonObject("plan").toString()).contains("Check the refund as QA");
    Fleet.done(200, owner.post("/ceremonies/" + ceremony + "/cancellation", Map.of()));
  }

  private static String answer(String ceremony, String story, String role) {
    return """
        {"task_id": "ceremony-%1$s:story-%2$s:role-%3$s", "agent_id": "ray-%3$s",
         "proposal": {"content": "Seen by ray-%3$s.\\n1. Check the refund as %3$s"}}
        """
        .formatted(ceremony, story, role);
  }

  @Test
  @Order(9)
  void nothing_is_left_after_the_end() {
    List<ProcessHandle> last = parts();

    Result down = STACK.witan("down");

    assertThat(down.status()).isZero();
    assertThat(down.output()).contains("Stopped", "witan", "nats", "neo4j");
    awaitEnd(last);
    assertThat(PARTS).allSatisfy(part -> assertThat(pidFile(part)).doesNotExist());
    assertThat(STACK.witan("status").status()).isEqualTo(3);
  }
}
