package io.witan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.contract.GoldenEvents.GoldenEvent;
import io.witan.ledger.relay.EventStreams;
import io.witan.testing.CommittedDoc;
import io.witan.testing.Contracts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryEventTest {
  private static final CommittedDoc SCHEMAS =
      CommittedDoc.inTestResources("io/witan/contract/schemas/");

  static List<GoldenEvent> pinned() {
    return GoldenEvents.all();
  }

  static List<EventContract> sent() {
    return Contracts.catalog().sent();
  }

  static List<EventContract> all() {
    return Contracts.catalog().all();
  }

  @ParameterizedTest
  @MethodSource("pinned")
  void that_is_pinned_is_as_its_contract_says(GoldenEvent event) {
    EventContract contract =
        sent().stream()
            .filter(one -> one.subject().equals(event.subject()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(Contracts.howToDeclare(event.subject())));

    Contracts.mustFit(contract, event.payload());
  }

  @ParameterizedTest
  @MethodSource("sent")
  void that_has_a_contract_is_pinned(EventContract contract) {
    Set<String> pinned = pinned().stream().map(GoldenEvent::subject).collect(Collectors.toSet());

    assertThat(pinned)
        .as(
            "subjects in the files under .../wire/; an event that nothing writes needs no contract,"
                + " one that is written needs a test with Golden.mustMatch")
        .contains(contract.subject());
  }

  @ParameterizedTest
  @MethodSource("all")
  void goes_to_a_stream(EventContract contract) {
    assertThat(new EventStreams(1).nameOf(contract.subject())).isPresent();
  }

  @ParameterizedTest
  @MethodSource("all")
  void has_a_committed_json_schema(EventContract contract) {
    SCHEMAS.mustSay(contract.subject() + ".json", DocumentText.json(contract.schema()));
  }

  @Test
  @DisabledIfSystemProperty(named = "witan.docs.write", matches = "true")
  void that_is_no_more_has_no_committed_json_schema() {
    assertThat(SCHEMAS.names())
        .containsExactlyInAnyOrderElementsOf(
            all().stream().map(contract -> contract.subject() + ".json").toList());
  }

  @Test
  void is_found() {
    assertThat(pinned()).hasSizeGreaterThan(30);
    assertThat(sent()).hasSizeGreaterThan(20);
  }
}
