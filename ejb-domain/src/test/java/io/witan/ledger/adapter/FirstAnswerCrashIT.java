package io.witan.ledger.adapter;

import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.domain.AggregateRef;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.testing.People;
import io.witan.testkit.GraphServerProcess;
import io.witan.testkit.TestServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * An application of its own process is killed by SIGKILL: after the commit and before the answer,
 * or just before the commit. Whoever repeats the request, asks another process.
 */
class FirstAnswerCrashIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  private final String id = UUID.randomUUID().toString();
  private final DyingApplication repeated = new DyingApplication(LEDGER, id);

  private long entries() {
    return LEDGER.trail.of(new AggregateRef("ActorLog", id)).size();
  }

  @Nested
  class Killed_between_commit_and_answer {
    @BeforeEach
    void the_change_is_kept_and_nobody_was_told() throws Exception {
      runUntil(DyingApplication.COMMITTED);
      assertThat(entries()).isEqualTo(1);
    }

    @Test
    void the_repetition_gets_the_answer_that_was_not_given() {
      LEDGER.transactions.run(Command.by(People.DEV), () -> Outcome.done(repeated.change(2)));

      assertThat(value(repeated.once("digest"))).isEqualTo("version 1");
      assertThat(entries()).isEqualTo(2);
    }

    @Test
    void another_request_under_the_key_is_refused() {
      assertThat(refusal(repeated.once("another")).code())
          .isEqualTo(Refusal.Code.IDEMPOTENCY_MISMATCH);
      assertThat(entries()).isEqualTo(1);
    }
  }

  @Nested
  class Killed_before_the_commit {
    @Test
    void the_repetition_does_it() throws Exception {
      runUntil(DyingApplication.CHANGED);

      assertThat(entries()).isZero();
      assertThat(value(repeated.once("digest"))).isEqualTo("version 1");
      assertThat(entries()).isEqualTo(1);
    }
  }

  @Nested
  class Done_by_an_earlier_version {
    @Test
    void is_not_done_again() {
      value(repeated.once("digest"));
      LEDGER.graph.run(
          """
          MATCH (k:IdempotencyKey) WHERE k.key ENDS WITH $id
          SET k.reference = 's-7' REMOVE k.answer
          """,
          Map.of("id", id));

      Refusal refusal = refusal(repeated.once("digest"));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.ALREADY_EXISTS);
      assertThat(refusal.message()).contains("s-7");
      assertThat(entries()).isEqualTo(1);
    }
  }

  private void runUntil(String mark) throws IOException, InterruptedException {
    GraphServerProcess graph = TestServers.graph();
    Process application =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DyingApplication.class.getName(),
                graph.url(),
                graph.user(),
                graph.password(),
                id,
                mark)
            .redirectError(Path.of("target", "dying-application.log").toFile())
            .start();
    try (BufferedReader output = application.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).as("see target/dying-application.log").isEqualTo(mark);
    } finally {
      int unused = application.destroyForcibly().waitFor();
    }
  }
}
