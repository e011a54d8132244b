package io.witan.ledger.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.testkit.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HousekeepingIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());
  private static final Duration DAY = Duration.ofDays(1);

  private final Housekeeping housekeeping =
      new Housekeeping(
          LEDGER.graph,
          new Housekeeping.Keep(
              Duration.ofMinutes(10), DAY.multipliedBy(7), DAY.multipliedBy(8), DAY),
          LEDGER.clock);

  private static void aged(String label, String property, int many, Duration age) {
    Instant at = LEDGER.clock.instant().minus(age);
    LEDGER.graph.run(
        """
        UNWIND range(1, $many) AS i CREATE (n:%s {test: 'housekeeping'})
        SET n.key = $name + i, n.message_id = $name + i, n.%s = $at
        """
            .formatted(label, property),
        Map.of(
            "many",
            many,
            "name",
            label + age + "-",
            "at",
            property.equals("sent_at") ? (Object) at.toEpochMilli() : at.toString()));
  }

  private static long left(String label) {
    return LEDGER
        .graph
        .first(
            "MATCH (n:%s {test: 'housekeeping'}) RETURN count(n) AS many".formatted(label),
            Map.of())
        .orElseThrow()
        .number("many");
  }

  @Test
  void what_has_served_its_time_goes_and_the_rest_stays() {
    Things.forget(LEDGER);
    aged("OutboxMessage", "sent_at", 1_200, DAY.multipliedBy(7).plusMinutes(1));
    aged("OutboxMessage", "sent_at", 3, DAY.multipliedBy(6));
    aged("OutboxMessage:Pending", "sent_at", 2, DAY.multipliedBy(9));
    aged("InboxMark", "at", 2, DAY.multipliedBy(9));
    aged("InboxMark", "at", 1, DAY.multipliedBy(7));
    aged("IdempotencyKey", "at", 4, Duration.ofHours(25));
    aged("IdempotencyKey", "at", 1, Duration.ofHours(23));

    Housekeeping.Removed removed = housekeeping.tidyUp();

    assertThat(removed).isEqualTo(new Housekeeping.Removed(1_200, 2, 4));
    assertThat(left("OutboxMessage")).isEqualTo(5);
    assertThat(left("InboxMark")).isEqualTo(1);
    assertThat(left("IdempotencyKey")).isEqualTo(1);
    Things.forget(LEDGER);
  }
}
