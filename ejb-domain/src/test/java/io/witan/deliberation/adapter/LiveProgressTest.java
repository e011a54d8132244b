package io.witan.deliberation.adapter;

import static io.witan.deliberation.domain.Deliberations.MORNING;
import static io.witan.deliberation.domain.Deliberations.ofAgents;
import static io.witan.deliberation.domain.Deliberations.said;
import static io.witan.deliberation.domain.Deliberations.value;
import static io.witan.deliberation.domain.Deliberations.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationEvent;
import io.witan.json.JsonText;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.ledger.adapter.Committed;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.ledger.port.Broadcast;
import io.witan.shared.Change;
import io.witan.testing.Contracts;
import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LiveProgressTest {
  private record Heard(String subject, String payload) {
    JsonObject json() {
      return JsonText.object(payload);
    }
  }

  private final List<Heard> heard = new ArrayList<>();
  private final LiveProgress progress =
      new LiveProgress((subject, payload) -> heard.add(new Heard(subject, payload)), Runnable::run);

  private List<Heard> told(Change<Deliberation, DeliberationEvent> change) {
    progress.committed(commit(change));
    heard.forEach(one -> Contracts.mustFit(StreamingWire.PROGRESS, one.payload()));
    assertThat(heard).allMatch(one -> one.subject().equals("vllm.streaming.D-1"));
    return heard;
  }

  private static Committed commit(Change<Deliberation, DeliberationEvent> change) {
    return new Committed(
        DeliberationWire.tell(change.after(), change.event()).messages().stream()
            .map(
                message ->
                    new OutboxMessage(
                        "e-1",
                        "m-1",
                        new AggregateRef("Deliberation", change.after().id().value()),
                        1,
                        0,
                        message.subject(),
                        CanonicalJson.of(message.payload()),
                        MORNING,
                        "hash",
                        "trace"))
            .toList());
  }

  private static Deliberation talked() {
    Deliberation current = ofAgents(2);
    while (!current.next().isEmpty()) {
      current = with(current, said(current.next().get(0), 0.5));
    }
    return current;
  }

  @Test
  void tells_for_each_agent_that_it_begins() {
    Deliberation two = ofAgents(2);

    assertThat(told(Deliberation.start(two.id(), two.charter())))
        .extracting(Heard::payload)
        .containsExactly(
            CanonicalJson.canonical(START.formatted("001")),
            CanonicalJson.canonical(START.formatted("002")));
  }

  private static final String START =
      """
      {"type": "vllm_stream_start", "deliberation_id": "D-1", "status": "streaming",
       "timestamp": "2026-11-21T08:00:00.000Z", "agent_id": "agent-architect-%s",
       "role": "architect", "model": "model-x", "task_description": "Pay by card"}""";

  @Test
  void holds_up_nobody_who_commits() {
    Deliberation two = ofAgents(2);
    Queue<Runnable> later = new ArrayDeque<>();
    LiveProgress elsewhere =
        new LiveProgress((subject, payload) -> heard.add(new Heard(subject, payload)), later::add);

    elsewhere.committed(commit(Deliberation.start(two.id(), two.charter())));
    assertThat(heard).isEmpty();
    later.remove().run();

    assertThat(heard).hasSize(2);
  }

  @Test
  void reads_nothing_while_nobody_listens() {
    Broadcast unheard =
        new Broadcast() {
          @Override
          public boolean mayBeHeard(String subject) {
            return !subject.equals("vllm.streaming.D-1");
          }

          @Override
          public void tell(String subject, String payload) {
            heard.add(new Heard(subject, payload));
          }
        };
    Deliberation two = ofAgents(2);

    new LiveProgress(unheard, Runnable::run)
        .committed(commit(Deliberation.start(two.id(), two.charter())));

    assertThat(heard).isEmpty();
  }

  @Test
  void tells_each_turn() {
    Deliberation one = ofAgents(1);

    assertThat(told(value(one.record(said(one.next().get(0), 0), "request", MORNING))))
        .singleElement()
        .extracting(Heard::json)
        .matches(turn -> turn.getString("type").equals("vllm_stream_turn"))
        .matches(turn -> turn.getString("kind").equals("PROPOSE") && turn.getInt("sequence") == 1)
        .matches(turn -> turn.getString("role").equals("architect"));
  }

  @Test
  void tells_once_that_it_has_ended_and_who_has_won() {
    assertThat(told(value(talked().conclude(MORNING))))
        .singleElement()
        .extracting(Heard::json)
        .matches(end -> end.getString("type").equals("vllm_stream_end"))
        .matches(end -> end.getString("status").equals("completed"))
        .matches(end -> end.getString("agent_id").equals("agent-architect-001"));
  }

  @Test
  void tells_once_that_it_has_failed_and_why() {
    assertThat(told(value(ofAgents(2).fail("nobody came", MORNING))))
        .singleElement()
        .extracting(Heard::json)
        .matches(end -> end.getString("status").equals("failed"))
        .matches(end -> end.getString("error").equals("nobody came"));
  }
}
