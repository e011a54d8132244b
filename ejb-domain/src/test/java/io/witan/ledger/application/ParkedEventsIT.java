package io.witan.ledger.application;

import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.ledger.domain.ParkedEvent;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Page;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.People;
import io.witan.testkit.TestServers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ParkedEventsIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  private final String story = "s-" + UUID.randomUUID();
  private final Actor admin = People.somebody("admin-" + UUID.randomUUID(), Role.ADMIN);
  private final AggregateRef chain = new AggregateRef("ActorLog", admin.id().value());
  private final ListParkedEvents listing = new ListParkedEvents(LEDGER.parked);
  private final RetryParkedEvent retrying =
      new RetryParkedEvent(LEDGER.transactions, LEDGER.parked);

  @BeforeEach
  void threeEventsAreParked() {
    LEDGER.graph.run(
        """
        UNWIND [3, 1, 2] AS sequence
        CREATE (m:OutboxMessage:Parked {event_id: $story + '/' + sequence,
          message_id: $story + '/' + sequence + '@planning.story.created', kind: 'Story',
          aggregate_id: $story, sequence: sequence, position: 0, subject: 'planning.story.created',
          payload: '{}', at: '2026-11-20T08:00:0' + sequence + '.000Z', audit_hash: 'hash',
          trace_id: '', parked_reason: 'too large', parked_at: 1795161605000})
        """,
        Map.of("story", story));
  }

  @AfterEach
  void remove() {
    LEDGER.graph.run(
        "MATCH (m:OutboxMessage {aggregate_id: $story}) DELETE m", Map.of("story", story));
  }

  private String message(int sequence) {
    return "%s/%d@planning.story.created".formatted(story, sequence);
  }

  private Page<ParkedEvent> page(int size, Optional<String> after) {
    return value(listing.list(admin, new Page.Request(size, after)));
  }

  private List<ParkedEvent> all() {
    return page(Page.MOST, Optional.empty()).items().stream()
        .filter(event -> event.message().aggregate().id().equals(story))
        .toList();
  }

  private boolean waits(int sequence) {
    return LEDGER.outbox.pending(100_000).stream()
        .map(OutboxMessage::messageId)
        .anyMatch(message(sequence)::equals);
  }

  @Nested
  class Listing {
    @Test
    void shows_the_oldest_first_with_the_reason() {
      assertThat(all())
          .extracting(event -> event.message().messageId())
          .containsExactly(message(1), message(2), message(3));
      assertThat(all().get(0).reason()).isEqualTo("too large");
      assertThat(all().get(0).since()).isEqualTo(Instant.ofEpochMilli(1_795_161_605_000L));
    }

    @Test
    void goes_from_page_to_page() {
      Page<ParkedEvent> first = page(1, Optional.empty());
      Page<ParkedEvent> second = page(Page.MOST, first.next());

      assertThat(first.items()).hasSize(1);
      assertThat(second.items()).hasSizeGreaterThan(1).doesNotContainAnyElementsOf(first.items());
      assertThat(second.next()).isEmpty();
    }

    @Test
    void is_for_administrators() {
      Page.Request request = new Page.Request(1, Optional.empty());

      assertThat(refusal(listing.list(People.PAULA, request)).message())
          .isEqualTo("paula may not see parked events: needs the role admin");
    }
  }

  @Nested
  class Sending_again {
    @Test
    void lets_it_wait_and_nothing_else() {
      assertThat(value(retrying.retry(Command.by(admin), message(2)))).isEqualTo(message(2));

      assertThat(waits(2)).isTrue();
      assertThat(waits(1)).isFalse();
      assertThat(all())
          .extracting(event -> event.message().messageId())
          .containsExactly(message(1), message(3));
    }

    @Test
    void is_on_the_chain_of_the_one_who_did_it() {
      value(retrying.retry(Command.by(admin), message(1)));
      value(retrying.retry(Command.by(admin), message(2)));

      assertThat(LEDGER.trail.of(chain))
          .extracting(AuditEntry::action)
          .containsExactly("actor.sent_event_again", "actor.sent_event_again");
      assertThat(LEDGER.trail.of(chain).get(0).body()).contains(message(1), "too large");
      assertThat(LEDGER.trail.verify(chain).holds()).isTrue();
    }

    @Test
    void goes_beside_what_the_actor_was_refused() {
      Command command = Command.by(admin);
      Outcome<String> refused =
          LEDGER.transactions.run(
              command, () -> Refusal.of(Refusal.Code.GUARD_FAILED, "no").asOutcome());
      assertThat(refused.isDone()).isFalse();

      value(retrying.retry(command, message(1)));

      assertThat(LEDGER.trail.of(chain))
          .extracting(AuditEntry::action)
          .containsExactly("actor.refused", "actor.sent_event_again");
      assertThat(LEDGER.trail.verify(chain).holds()).isTrue();
    }

    @Test
    void is_refused_when_it_is_not_parked_any_more() {
      value(retrying.retry(Command.by(admin), message(1)));

      Refusal refusal = refusal(retrying.retry(Command.by(admin), message(1)));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.NOT_FOUND);
      assertThat(refusal.message()).contains(message(1));
    }

    @Test
    void is_for_administrators() {
      assertThat(refusal(retrying.retry(Command.by(People.PAULA), message(1))).code())
          .isEqualTo(Refusal.Code.FORBIDDEN);
      assertThat(all()).hasSize(3);
    }
  }
}
