package io.witan.web.live;

import static io.witan.deliberation.domain.Deliberations.MORNING;
import static io.witan.deliberation.domain.Deliberations.ofAgents;
import static io.witan.deliberation.domain.Deliberations.said;
import static io.witan.deliberation.domain.Deliberations.value;
import static io.witan.deliberation.domain.Deliberations.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.deliberation.adapter.DeliberationWatch;
import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Narration;
import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.testing.MemoryDeliberations;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressWatcherTest {
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(1);
  private final MemoryDeliberations kept = new MemoryDeliberations();
  private final FakeSink sink = new FakeSink();
  private final DeliberationWatch watch =
      new DeliberationWatch(new GetDeliberation(kept, kept), BackgroundThreads.of(threads));
  private final Connection connection = new Connection(sink, new FakeSse(), Runnable::run);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private void watch(Deliberation deliberation) {
    kept.given(deliberation);
    new ProgressWatcher(Narration.fromTheBeginning(), connection).follow(watch, deliberation.id());
  }

  private List<FakeSse.Event> events() {
    return sink.sent.stream().filter(event -> !event.id().isEmpty()).toList();
  }

  private static Deliberation begun() {
    Deliberation one = ofAgents(1);
    return with(one, said(one.next().get(0), 0));
  }

  @Test
  void sends_what_was_recorded_and_waits_for_more() {
    watch(begun());

    assertThat(sink.comments()).containsExactly("watching");
    assertThat(events()).extracting(FakeSse.Event::name).containsOnly("progress");
    assertThat(events()).extracting(FakeSse.Event::id).containsExactly("1", "3");
    assertThat(events().get(1).data().toString())
        .startsWith(
            """
            {"deliberation_id":"D-1","status":"generating","progress_percent":33,\
            "current_step":"agent-architect-001 wrote a proposal",\
            "current_agent":"agent-architect-001","partial_result":{\
            "author_id":"agent-architect-001","author_role":"architect","content":""");
    assertThat(sink.isClosed()).isFalse();
  }

  @Test
  void ends_with_the_end() {
    watch(begun());
    kept.given(value(begun().conclude(MORNING)).after());

    await().until(sink::isClosed);
    assertThat(events()).extracting(FakeSse.Event::name).endsWith("progress", "end");
    assertThat(events().get(3).data().toString()).contains("\"status\":\"complete\"", "\"rank\":1");
    await().until(() -> watch.watchers() == 0);
  }

  @Test
  void tells_why_there_is_no_winner() {
    watch(value(begun().fail("the model is away", MORNING)).after());

    await().until(sink::isClosed);
    assertThat(events().get(2))
        .matches(end -> end.name().equals("end"))
        .matches(end -> end.data().toString().contains("\"status\":\"failed\""))
        .matches(end -> end.data().toString().contains("\"error\":\"the model is away\""));
  }

  @Test
  void is_let_go_when_the_other_side_has_gone() {
    watch(begun());
    assertThat(watch.watchers()).isOne();

    sink.close();
    connection.heartbeat();

    assertThat(watch.watchers()).isZero();
  }

  @Test
  void sends_all_that_waits_before_it_closes() {
    sink.reads = false;
    watch(value(begun().fail("away", MORNING)).after());

    await().until(sink::isClosed);
    assertThat(events()).hasSize(3);
  }
}
