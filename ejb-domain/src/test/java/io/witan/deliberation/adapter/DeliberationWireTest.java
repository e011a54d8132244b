package io.witan.deliberation.adapter;

import static io.witan.deliberation.domain.Deliberations.MORNING;
import static io.witan.deliberation.domain.Deliberations.failed;
import static io.witan.deliberation.domain.Deliberations.ofAgents;
import static io.witan.deliberation.domain.Deliberations.said;
import static io.witan.deliberation.domain.Deliberations.value;
import static io.witan.deliberation.domain.Deliberations.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Charter;
import io.witan.deliberation.domain.Check;
import io.witan.deliberation.domain.CheckSuite;
import io.witan.deliberation.domain.Cut;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Finding;
import io.witan.deliberation.domain.Origin;
import io.witan.deliberation.domain.Turn;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.domain.TurnSlot;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.testing.Contracts;
import jakarta.json.Json;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pins what goes over the wire: consumers outside rely on it. */
class DeliberationWireTest {
  private static final JsonWriterFactory PRETTY =
      Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

  private static void pinned(String name, Change<Deliberation, DeliberationEvent> change) {
    Telling telling = DeliberationWire.tell(change.after(), change.event());
    assertThat(rendered(telling)).isEqualTo(golden(name));
    telling.messages().forEach(Contracts::mustDescribe);
  }

  private static String rendered(Telling telling) {
    StringBuilder text = new StringBuilder();
    text.append("audit ").append(telling.action()).append(' ');
    text.append(CanonicalJson.of(telling.facts())).append('\n');
    telling
        .messages()
        .forEach(
            message ->
                text.append(message.subject())
                    .append(pretty(CanonicalJson.of(message.payload())))
                    .append('\n'));
    return text.toString();
  }

  private static String pretty(String json) {
    StringWriter text = new StringWriter();
    PRETTY.createWriter(text).write(Json.createReader(new StringReader(json)).readObject());
    return text.toString();
  }

  private static String golden(String name) {
    try (InputStream file =
        DeliberationWireTest.class.getResourceAsStream("/io/witan/deliberation/wire/" + name)) {
      return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static Deliberation talked() {
    Deliberation current = ofAgents(3);
    while (!current.next().isEmpty()) {
      TurnSlot slot = current.next().get(0);
      boolean fails = slot.kind() == TurnKind.PROPOSE && slot.sequence() == 2;
      current = with(current, fails ? failed(slot) : said(slot, slot.sequence() / 10.0));
    }
    return current;
  }

  @Test
  void started() {
    Deliberation deliberation = ofAgents(2);
    pinned("started.txt", Deliberation.start(deliberation.id(), deliberation.charter()));
  }

  @Test
  void a_turn_recorded() {
    TurnSlot slot = ofAgents(1).next().get(0);
    pinned("turn.txt", value(ofAgents(1).record(said(slot, 0), "request", MORNING)));
  }

  @Test
  void a_turn_recorded_with_its_checks() {
    Turn plain = said(ofAgents(1).next().get(0), 0);
    Turn.Said words = plain.said().orElseThrow();
    CheckSuite checks =
        new CheckSuite(
            Check.judged(
                Check.Kind.POLICY, "2 files", List.of(Finding.error("a.py", 3, "not allowed"))),
            Check.judged(Check.Kind.LINT, "2 files", List.of()),
            Check.notApplicable(Check.Kind.DRY_RUN, "no manifests"));
    Turn checked =
        new Turn(
            plain.slot(),
            plain.requestDigest(),
            plain.cost(),
            new Turn.Said(words.text(), words.contribution(), checks));
    pinned("checked-turn.txt", value(ofAgents(1).record(checked, "request", MORNING)));
  }

  @Test
  void a_critique_recorded() {
    Deliberation two = ofAgents(2);
    Deliberation proposed = with(with(two, said(two.next().get(0), 0)), said(two.next().get(1), 0));
    TurnSlot slot = proposed.next().get(0);
    pinned("critique.txt", value(proposed.record(said(slot, 0.75), "request", MORNING)));
  }

  @Test
  void a_failed_turn_recorded() {
    TurnSlot slot = ofAgents(1).next().get(0);
    pinned("failed-turn.txt", value(ofAgents(1).record(failed(slot), "request", MORNING)));
  }

  @Test
  void completed() {
    pinned("completed.txt", value(talked().conclude(MORNING.plusMillis(12_345))));
  }

  @Test
  void cut_short() {
    Cut cut = new Cut(Cut.Kind.BUDGET, "of 100 tokens, 20 are left");
    pinned("cut.txt", value(talked().cut(cut, MORNING.plusMillis(12_345))));
  }

  @Test
  void failed_without_an_answer() {
    pinned("failed.txt", value(ofAgents(2).fail("nobody came", MORNING.plusSeconds(60))));
  }

  @Test
  void cancelled() {
    pinned("cancelled.txt", value(ofAgents(2).cancel(new ActorId("paula"), MORNING)));
  }

  @Test
  void a_fork_started() {
    pinned("fork-started.txt", Deliberation.start(new DeliberationId("D-2"), fork()));
  }

  @Test
  void a_fork_failed() {
    Deliberation fork = Deliberation.start(new DeliberationId("D-2"), fork()).after();
    pinned("fork-failed.txt", value(fork.fail("nobody came", MORNING.plusSeconds(60))));
  }

  @Test
  void a_fork_completed() {
    Deliberation fork = Deliberation.start(new DeliberationId("D-2"), fork()).after();
    Deliberation drafted =
        with(with(fork, said(fork.next().get(0), 0)), failed(fork.next().get(1)));
    pinned("fork-completed.txt", value(drafted.conclude(MORNING.plusSeconds(60))));
  }

  private static Charter fork() {
    Charter charter = ofAgents(2).charter();
    return charter.forked(
        new Origin(new DeliberationId("D-1"), 1),
        charter.agents(),
        "rehearsal",
        new ActorId("paula"),
        MORNING,
        "trace-2");
  }
}
