package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.it.Rest.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What users see while a part of the stack is away, and after it has come back. */
@ExtendWith(SharedStack.class)
class FailurePostureIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Map<String, String> PROJECT = Map.of("name", "In hard times");

  private final WitanStack stack;
  private Fleet fleet;

  FailurePostureIT(WitanStack stack) {
    this.stack = stack;
  }

  @BeforeEach
  void start() {
    stack.up();
    fleet = stack.fleet();
  }

  @AfterEach
  void mend() {
    stack.up();
  }

  private Answer ready() {
    return stack.nobody().page("/health/ready");
  }

  private Answer awaitReady(Predicate<Answer> wanted) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(this::ready, wanted);
  }

  @Test
  void without_nats_writes_go_on_and_their_events_follow_later() throws Exception {
    ProcessHandle application = stack.part("witan");
    stack.kill("nats");

    String project =
        Fleet.done(201, fleet.productOwner().post("/projects", PROJECT)).text("project_id");
    Answer degraded = awaitReady(answer -> answer.body().contains("degraded"));
    assertThat(degraded.status()).isEqualTo(200);

    stack.up();
    awaitReady(answer -> answer.body().contains("connected"));
    try (StreamReader reader = new StreamReader(stack.natsUrl())) {
      Awaitility.await()
          .atMost(PATIENCE)
          .until(
              () ->
                  reader.events("PLANNING_EVENTS").stream()
                      .anyMatch(event -> event.aggregate().equals(project)));
    }
    assertThat(stack.part("witan")).isEqualTo(application);
  }

  @Test
  void without_neo4j_it_asks_to_come_back_and_then_needs_no_restart() {
    ProcessHandle application = stack.part("witan");
    stack.kill("neo4j");

    Answer refused = fleet.productOwner().post("/projects", PROJECT);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
    assertThat(refused.header("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.header("Retry-After")).isPresent();
    assertThat(refused.text("code")).isEqualTo("UNAVAILABLE");
    assertThat(ready().status()).isEqualTo(503);

    stack.up();
    awaitReady(answer -> answer.status() == 200);
    Fleet.done(201, fleet.productOwner().post("/projects", PROJECT));
    assertThat(stack.part("witan")).isEqualTo(application);
  }
}
