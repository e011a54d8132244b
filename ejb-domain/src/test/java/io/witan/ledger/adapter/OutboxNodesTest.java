package io.witan.ledger.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.neo4j.Row;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutboxNodesTest {
  private static final Instant WHOLE_SECOND = Instant.parse("2026-11-20T08:00:05Z");

  private static OutboxMessage at(Instant time) {
    return new OutboxMessage(
        "s-7/1",
        "s-7/1@planning.story.created",
        new AggregateRef("Story", "s-7"),
        1,
        0,
        "planning.story.created",
        "{}",
        time,
        "hash",
        "trace");
  }

  @Test
  void keep_the_message() {
    assertThat(OutboxNodes.from(new Row(OutboxNodes.properties(at(WHOLE_SECOND)))))
        .isEqualTo(at(WHOLE_SECOND));
  }

  @Test
  void sort_by_time_at_whole_seconds_too() {
    String earlier = (String) OutboxNodes.properties(at(WHOLE_SECOND)).get("at");
    String later = (String) OutboxNodes.properties(at(WHOLE_SECOND.plusMillis(123))).get("at");

    assertThat(earlier).isLessThan(later);
  }
}
