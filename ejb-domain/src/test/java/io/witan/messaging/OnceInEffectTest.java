package io.witan.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.nats.connector.JetStreamMetadata;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OnceInEffectTest {
  private final Memory memory = new Memory();
  private final OnceInEffect once = new OnceInEffect(memory.transactions, memory.inbox);
  private final List<String> acted = new ArrayList<>();

  private static IncomingEvent event(String id, String subject) {
    return IncomingEvent.of(id, subject, "{\"story_id\":\"s-7\"}");
  }

  private void deliver(String consumer, IncomingEvent event) {
    once.handle(
        consumer,
        event,
        given -> {
          acted.add(consumer + " " + given.subject());
          return Outcome.done(given);
        });
  }

  @Test
  void an_event_that_is_delivered_twice_has_one_effect() {
    deliver("planning", event("e-1", "a.happened"));
    deliver("planning", event("e-1", "a.happened"));

    assertThat(acted).containsExactly("planning a.happened");
  }

  @Test
  void every_consumer_acts_on_it() {
    deliver("planning", event("e-1", "a.happened"));
    deliver("workflow", event("e-1", "a.happened"));

    assertThat(acted).hasSize(2);
  }

  @Test
  void two_names_of_one_change_are_two_events() {
    deliver("planning", event("e-1", "a.happened"));
    deliver("planning", event("e-1", "b.happened"));

    assertThat(acted).hasSize(2);
  }

  @Nested
  class When_the_use_case_refuses {
    private void refuse() {
      once.handle(
          "planning",
          event("e-1", "a.happened"),
          given -> Refusal.of(Refusal.Code.GUARD_FAILED, "not yet").asOutcome());
    }

    @Test
    void whoever_delivered_it_learns_so() {
      assertThatThrownBy(this::refuse)
          .isInstanceOf(EventRefusedException.class)
          .hasMessage("planning refused event e-1 (a.happened): not yet");
    }

    @Test
    void it_is_acted_on_when_it_comes_again() {
      assertThatThrownBy(this::refuse).isInstanceOf(EventRefusedException.class);

      deliver("planning", event("e-1", "a.happened"));

      assertThat(acted).hasSize(1);
    }
  }

  @Test
  void a_failure_is_not_remembered_either() {
    assertThatThrownBy(
            () ->
                once.handle(
                    "planning",
                    event("e-1", "a.happened"),
                    given -> {
                      throw new IllegalArgumentException("broken");
                    }))
        .hasMessage("broken");

    deliver("planning", event("e-1", "a.happened"));

    assertThat(acted).hasSize(1);
  }

  @Nested
  class An_incoming_event {
    private JetStreamMetadata source(Map<String, List<String>> headers) {
      return new JetStreamMetadata("a.happened", "EVENTS", "c", 42, 1, 1, Moments.NOON, headers);
    }

    @Test
    void is_named_by_its_header() {
      assertThat(IncomingEvent.of("{}", source(Map.of("ce-id", List.of("e-1")))).eventId())
          .isEqualTo("e-1");
    }

    @Test
    void is_named_by_its_place_in_the_stream_when_it_comes_from_elsewhere() {
      assertThat(IncomingEvent.of("{}", source(Map.of())).eventId()).isEqualTo("EVENTS/42");
    }
  }
}
