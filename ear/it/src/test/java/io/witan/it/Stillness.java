package io.witan.it;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.ConsumerInfo;
import io.witan.testkit.PatientNats;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Nothing is under way on a stack: no deliberation is open, every event is sent, and all who listen
 * have acted on it. What the tests before have begun may go on after their end.
 */
final class Stillness {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final WitanStack stack;
  private final JetStreamManagement streams;

  private Stillness(WitanStack stack, JetStreamManagement streams) {
    this.stack = stack;
    this.streams = streams;
  }

  /** Returns once it has come. */
  static void awaitOn(WitanStack stack) throws Exception {
    Connection nats = PatientNats.connect(stack.natsUrl());
    try {
      Stillness stillness = new Stillness(stack, nats.jetStreamManagement());
      // Twice, as one thing leads to another behind the back of who looks once.
      Awaitility.await().atMost(PATIENCE).until(stillness::isHereTwice);
    } finally {
      nats.close();
    }
  }

  private boolean isHereTwice() throws IOException, SQLException, JetStreamApiException {
    boolean seen = isHere();
    return seen && isHere();
  }

  private boolean isHere() throws IOException, SQLException, JetStreamApiException {
    return isNothingOpen() && isAllHeard();
  }

  private boolean isNothingOpen() throws SQLException {
    try (var connection = stack.graph();
        var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "RETURN COUNT { MATCH (d:Deliberation) WHERE d.open_key IS NOT NULL }"
                    + " + COUNT { (:Pending) } AS many")) {
      return rows.next() && rows.getLong("many") == 0;
    }
  }

  private boolean isAllHeard() throws IOException, JetStreamApiException {
    for (String stream : streams.getStreamNames()) {
      if (!streams.getConsumers(stream).stream().allMatch(Stillness::hasHeard)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasHeard(ConsumerInfo consumer) {
    return consumer.getNumPending() == 0 && consumer.getNumAckPending() == 0;
  }
}
