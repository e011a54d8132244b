package io.witan.contract;

import static io.witan.contract.Field.field;
import static io.witan.contract.Field.optional;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.testing.JsonSchemas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventContractTest {
  private static final EventContract MOVED =
      EventContract.of(
          "planning.thing.moved",
          "A thing was moved.",
          field("thing_id", Shape.id()),
          field("to", Shape.oneOf("LEFT", "RIGHT")),
          field("at", Shape.time()),
          field("plan_id", Shape.id().orNull()),
          optional("steps", Shape.whole(1)));

  private static final String WHOLE =
      """
      {"thing_id": "t-1", "to": "LEFT", "at": "2026-03-02T12:00:00.500Z", "plan_id": null, "steps": 2}
      """;

  @Nested
  class Its_schema {
    @Test
    void takes_what_it_describes() {
      assertThat(JsonSchemas.faultsOfClosed(MOVED.schema(), WHOLE)).isEmpty();
    }

    @Test
    void takes_what_has_no_optional_field() {
      assertThat(JsonSchemas.faults(MOVED.schema(), WHOLE.replace(", \"steps\": 2", ""))).isEmpty();
    }

    @Test
    void takes_further_fields_as_others_must() {
      String more = WHOLE.replace("{", "{\"more\": 1, ");

      assertThat(JsonSchemas.faults(MOVED.schema(), more)).isEmpty();
      assertThat(JsonSchemas.faultsOfClosed(MOVED.schema(), more)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{\"thing_id\": \"\", \"to\": \"LEFT\", \"at\": \"2026-03-02T12:00:00Z\","
              + " \"plan_id\": null}",
          "{\"thing_id\": \"t\", \"to\": \"UP\", \"at\": \"2026-03-02T12:00:00Z\","
              + " \"plan_id\": null}",
          "{\"thing_id\": \"t\", \"to\": \"LEFT\", \"at\": \"yesterday\", \"plan_id\": null}",
          "{\"thing_id\": \"t\", \"to\": \"LEFT\", \"at\": \"2026-03-02T12:00:00Z\","
              + " \"plan_id\": 7}",
          "{\"thing_id\": \"t\", \"to\": \"LEFT\", \"at\": \"2026-03-02T12:00:00Z\","
              + " \"plan_id\": null, \"steps\": 0}"
        })
    void takes_nothing_else(String payload) {
      assertThat(JsonSchemas.faults(MOVED.schema(), payload)).isNotEmpty();
    }

    @Test
    void has_a_name_of_its_own() {
      assertThat(MOVED.schema())
          .containsEntry("$id", "urn:witan:event:planning.thing.moved")
          .containsEntry("$schema", "https://json-schema.org/draft/2020-12/schema")
          .containsEntry("description", "A thing was moved.");
    }
  }

  @Test
  void makes_events_of_its_subject() {
    assertThat(MOVED.named("other.moved").event(Map.of("thing_id", "t-1")).subject())
        .isEqualTo("other.moved");
  }

  @Test
  void has_each_field_once() {
    EventContract twice = MOVED.with(field("to", Shape.text()));

    assertThatThrownBy(twice::schema).hasMessage("two fields are called to");
  }

  @Nested
  class A_catalog {
    private EventCatalog of(List<EventContract> sent, List<EventContract> received) {
      return new EventCatalog(
          List.of(
              new EventContracts() {
                @Override
                public List<EventContract> sent() {
                  return sent;
                }

                @Override
                public List<EventContract> received() {
                  return received;
                }
              }));
    }

    @Test
    void holds_what_is_sent_and_what_comes_from_outside_each_once() {
      EventContract asked = MOVED.named("agent.response.completed");
      EventCatalog catalog = of(List.of(MOVED), List.of(asked, MOVED));

      assertThat(catalog.all()).containsExactly(asked, MOVED);
      assertThat(catalog.of("agent.response.completed")).contains(asked);
      assertThat(catalog.of("nobody.knows")).isEmpty();
    }

    @Test
    void refuses_two_contracts_of_one_subject() {
      List<EventContract> twice = List.of(MOVED, MOVED);

      assertThatThrownBy(() -> of(twice, List.of()))
          .hasMessage("two contracts of planning.thing.moved");
    }
  }
}
