package io.witan.it;

import static io.witan.it.Rest.bytes;

import io.nats.client.Connection;
import io.nats.client.api.PublishAck;
import io.witan.testkit.PatientNats;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What others tell of a story's context is heard, and counted where the server is watched. */
@ExtendWith(SharedStack.class)
class ContextIsHeardIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Map<String, String> TOLD =
      Map.of(
          "context.updated",
          "{\"story_id\": \"s-7\", \"version\": 3}",
          "context.milestone.reached",
          "{\"story_id\": \"s-7\", \"milestone_id\": \"m-1\", \"milestone_name\": \"Beta\"}",
          "context.decision.added",
          "{\"story_id\": \"s-7\", \"decision_id\": \"d-1\", \"decision_type\": \"API\"}");

  @Test
  void each_subject_has_its_count(WitanStack stack) throws Exception {
    stack.up();
    Fleet fleet = stack.fleet();
    Connection nats = PatientNats.connect(stack.natsUrl());
    try {
      for (Map.Entry<String, String> told : TOLD.entrySet()) {
        double before = count(fleet, told.getKey());

        PublishAck unused = nats.jetStream().publish(told.getKey(), bytes(told.getValue()));

        Awaitility.await(told.getKey())
            .atMost(PATIENCE)
            .until(() -> count(fleet, told.getKey()) == before + 1);
      }
    } finally {
      nats.close();
    }
  }

  private static double count(Fleet fleet, String subject) {
    return Metrics.sum(fleet, "witan_context_events", subject);
  }
}
