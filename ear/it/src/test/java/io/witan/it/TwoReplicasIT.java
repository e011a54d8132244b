package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.it.ClaimRush.Attempt;
import io.witan.it.WitanStack.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two applications on one Neo4j and one NATS; in the end one of them dies. */
@ExtendWith(SharedStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoReplicasIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static WitanStack first;
  private static WitanStack second;
  private static Fleet fleet;
  private static ClaimRush rush;

  @BeforeAll
  static void start(WitanStack shared) {
    first = shared;
    first.up();
    // Whose first token makes the keys that both use.
    fleet = first.fleet();
    // While the first lives it looks after the claims, with leases of the usual length.
    second = first.replica("replica").with("WITAN_WORKFLOW_CLAIM_LEASE", "PT45S");
    second.up();
  }

  @AfterAll
  static void end() {
    second.close();
    first.up();
  }

  @Test
  @Order(1)
  void a_watcher_of_one_sees_what_the_other_commits() throws Exception {
    String story = fleet.story();
    List<String> lines = new CopyOnWriteArrayList<>();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(second.url() + "/api/v1/events?story_id=" + story))
            .header("Authorization", "Bearer " + fleet.productOwner().token())
            .build();
    try (InputStream events =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body()) {
      Thread reader = new Thread(() -> read(events, lines));
      reader.setDaemon(true);
      reader.start();
      await().atMost(PATIENCE).until(() -> lines.contains(": watching"));

      Fleet.done(200, fleet.move(story, "PO_REVIEW"));

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(lines)
                      .contains("id: " + story + "/2", "event: planning.story.transitioned"));
    }
  }

  /**
   * Until the stream ends, or the test has seen enough and closes it. What breaks it is the last
   * line: thrown, it would end with this thread and fail whatever test then waits for something.
   */
  private static void read(InputStream events, List<String> lines) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException broken) {
      lines.add("broken: " + broken);
    }
  }

  @Test
  @Order(2)
  void both_keep_the_signed_heads_and_check_them() {
    await()
        .atMost(PATIENCE)
        .until(() -> !heads(second).isEmpty() && heads(second).equals(heads(first)));

    for (WitanStack one : List.of(first, second)) {
      Result verdict = one.witan("audit", "--verify");
      assertThat(verdict.status()).as(verdict.output()).isZero();
    }
  }

  /** All that were exported; empty before the first. */
  private static String heads(WitanStack stack) throws IOException {
    Path file = stack.data().resolve("audit-heads.jsonl");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Test
  @Order(3)
  void of_32_clients_at_both_one_wins_each_of_8_tasks() throws Exception {
    rush = ClaimRush.on(first, second);

    List<Attempt> attempts = rush.by(16, 16);

    assertThat(attempts).hasSize(32 * ClaimRush.TASKS);
    for (String task : rush.tasks()) {
      List<Attempt> here = attempts.stream().filter(one -> one.task().equals(task)).toList();
      List<Attempt> won = here.stream().filter(Attempt::won).toList();
      assertThat(won).as(task).hasSize(1);
      assertThat(rush.at(second, task).getString("claimed_by")).isEqualTo(won.get(0).client());
      assertThat(rush.at(first, task).getInt("fencing_token")).isEqualTo(2);
      assertThat(here)
          .filteredOn(one -> !one.won())
          .allMatch(one -> one.answer().contains("cannot CLAIM_TASK while implementing"));
    }
  }

  @Test
  @Order(4)
  void one_that_dies_leaves_nothing_undone_and_nothing_is_told_twice() throws Exception {
    Fleet elsewhere = second.fleet();
    List<String> stories = Stream.generate(fleet::story).limit(8).toList();
    stories.forEach(story -> Fleet.done(200, fleet.move(story, "PO_REVIEW")));

    first.kill("witan");
    stories.forEach(story -> Fleet.done(200, elsewhere.move(story, "READY_FOR_PLANNING")));

    try (StreamReader streams = new StreamReader(first.natsUrl())) {
      for (String story : stories) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> assertThat(told(streams, story)).as(story).containsExactly(1L, 2L, 3L));
      }
    }
  }

  @Test
  @Order(5)
  void what_was_claimed_and_left_comes_back_and_is_finished_by_others() throws Exception {
    for (String task : rush.tasks()) {
      await().atMost(PATIENCE).until(() -> rush.at(second, task).getString("state").equals("todo"));
      assertThat(rush.commit(second, task, 2).status()).isEqualTo(412);
      int token = Fleet.done(200, rush.claim(second, task)).json().getInt("fencing_token");
      Fleet.done(200, rush.heartbeat(second, task, token));
      assertThat(Fleet.done(200, rush.commit(second, task, token)).text("state"))
          .isEqualTo("pending_arch_review");
    }

    try (StreamReader streams = new StreamReader(first.natsUrl())) {
      for (String task : rush.tasks()) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(moves(streams, task)).as(task).containsExactly(2L, 3L, 4L, 5L, 6L));
      }
    }
    Result verdict = second.witan("audit", "--verify");
    assertThat(verdict.status()).as(verdict.output()).isZero();
  }

  private static List<Long> moves(StreamReader streams, String task) throws Exception {
    return streams.events("WORKFLOW_EVENTS").stream()
        .filter(event -> event.aggregate().equals(task))
        .filter(event -> event.subject().equals("workflow.state.changed"))
        .map(StreamReader.Event::sequence)
        .toList();
  }

  private static List<Long> told(StreamReader streams, String story) throws Exception {
    return streams.events("PLANNING_EVENTS").stream()
        .filter(event -> event.aggregate().equals(story))
        .map(StreamReader.Event::sequence)
        .toList();
  }
}
