package io.witan.grpc.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.DeliberationId;
import io.witan.ledger.adapter.Committed;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.testing.Moments;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoorbellTest {
  private static final DeliberationId WANTED = new DeliberationId("D-1");

  private final Doorbell doorbell = new Doorbell();

  private static Committed about(String id) {
    return new Committed(
        List.of(
            new OutboxMessage(
                "e-1",
                "m-1",
                new AggregateRef("Deliberation", id),
                1,
                0,
                "deliberation.turn.recorded",
                "{}",
                Moments.MORNING,
                "hash",
                "trace")));
  }

  @Test
  void rings_for_what_was_committed_about_the_deliberation() throws InterruptedException {
    try (Doorbell.Waiter waiter = doorbell.at(WANTED)) {
      doorbell.committed(about("D-1"));

      assertThat(waiter.await(Duration.ofSeconds(30))).isTrue();
    }
  }

  @Test
  void rings_once_for_all_that_came_before() throws InterruptedException {
    try (Doorbell.Waiter waiter = doorbell.at(WANTED)) {
      doorbell.committed(about("D-1"));
      doorbell.committed(about("D-1"));

      assertThat(waiter.await(Duration.ofSeconds(30))).isTrue();
      assertThat(waiter.await(Duration.ZERO)).isFalse();
    }
  }

  @Test
  void is_silent_about_others() throws InterruptedException {
    try (Doorbell.Waiter waiter = doorbell.at(WANTED)) {
      doorbell.committed(about("D-2"));

      assertThat(waiter.await(Duration.ZERO)).isFalse();
    }
  }
}
