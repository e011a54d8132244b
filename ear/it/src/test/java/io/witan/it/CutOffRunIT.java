package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.it.WitanStack.Result;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A run may end at any moment; the next one goes on from there. */
@ExtendWith(SharedStack.class)
class CutOffRunIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration GRACE = Duration.ofMinutes(1);
  private static final String TITLE = "Orders carry a delivery note";

  private final WitanStack stack;

  CutOffRunIT(WitanStack stack) {
    this.stack = stack;
  }

  @Test
  void a_run_that_was_ended_three_times_ends_done_without_doubles() throws IOException {
    stack.up();
    Path file = story();
    Rest reader = stack.fleet().admin();

    kill(runUntil("READY_FOR_PLANNING", file));
    endPolitely(runUntil("READY_FOR_EXECUTION", file));
    kill(runUntil("IN_PROGRESS", file));
    Result last = stack.witan("run", file.toString());

    assertThat(last.status()).as(last.output()).isZero();
    List<JsonObject> stories = ours(reader);
    assertThat(stories).extracting(story -> story.getString("state")).containsExactly("DONE");
    String id = stories.get(0).getString("story_id");
    List<JsonObject> plans = reader.get("/stories/" + id + "/plans").items();
    assertThat(plans).hasSize(1);
    assertThat(reader.get("/tasks?story_id=" + id).items())
        .hasSameSizeAs(plans.get(0).getJsonArray("tasks"))
        .extracting(task -> task.getString("title"))
        .doesNotHaveDuplicates();
    assertThat(reader.get("/workflows?story_id=" + id).items())
        .hasSameSizeAs(plans.get(0).getJsonArray("tasks"))
        .extracting(workflow -> workflow.getString("state"))
        .containsOnly("done");
  }

  /** A run that tells that its story has come so far, which may be further by now. */
  private Process runUntil(String state, Path file) throws IOException {
    Path output = Files.createTempFile(stack.home(), "cut-off-", ".txt");
    Process run = stack.process("run", file.toString()).redirectOutput(output.toFile()).start();
    Awaitility.await(state)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !run.isAlive() || Files.readString(output).contains(state));
    assertThat(run.isAlive()).as(Files.readString(output)).isTrue();
    return run;
  }

  private static void kill(Process run) {
    run.descendants().forEach(ProcessHandle::destroyForcibly);
    run.destroyForcibly().onExit().join();
  }

  /** By the signal that time limits and supervisors send, to the command alone. */
  private static void endPolitely(Process run) {
    List<ProcessHandle> client = run.descendants().toList();
    run.destroy();

    assertThat(run.onExit()).succeedsWithin(GRACE);
    assertThat(client).isNotEmpty();
    Awaitility.await().atMost(GRACE).until(() -> client.stream().allMatch(Ended::is));
  }

  private static List<JsonObject> ours(Rest reader) {
    return reader.get("/stories?limit=500").items().stream()
        .filter(story -> story.getString("title").equals(TITLE))
        .toList();
  }

  private Path story() throws IOException {
    return Files.writeString(
        stack.home().resolve("delivery-note.md"),
        """
        # %s

        As a warehouse worker I want a delivery note on each order, so that the driver knows where
        it goes. Today the address is copied by hand.

        Dependencies: none. Estimate: 5 hours.

        ## Acceptance criteria

        - Given an order with an address, when it is packed, then a note with this address is printed
        - An order without an address cannot be packed
        - The note can be printed 2 times, not more
        """
            .formatted(TITLE));
  }
}
