package io.witan.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.domain.SentEvent;
import io.witan.ledger.port.SentEvents;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WatcherTest {
  private static final int MOST_WAITING = 1_000;

  private final FakeSink sink = new FakeSink();
  private final Connection connection = new Connection(sink, new FakeSse(), Runnable::run);
  private final FakeEvents events = new FakeEvents();

  /** Hands on what a test says. */
  private static final class FakeEvents implements SentEvents {
    private Optional<String> askedAfter = Optional.empty();
    private Follower follower;
    private boolean left;

    @Override
    public Subscription follow(Optional<String> last, Follower who) {
      askedAfter = last;
      follower = who;
      return () -> left = true;
    }
  }

  private Watcher watcher(String story) {
    Watcher watcher = new Watcher(story, connection);
    watcher.follow(events, Optional.empty());
    return watcher;
  }

  private static SentEvent ofStory(String story, int version) {
    return new SentEvent(
        story + "/" + version, "planning.story.transitioned", "story", story, "{\"a\":1}");
  }

  private static SentEvent ofTask(String task, String story) {
    return new SentEvent(
        task + "/1",
        "planning.task.created",
        "task",
        task,
        "{\"task_id\":\"%s\",\"story_id\":\"%s\"}".formatted(task, story));
  }

  @Nested
  class Who_watches {
    @Test
    void is_greeted_and_told_when_to_come_back() {
      watcher("");

      assertThat(sink.comments()).containsExactly("watching");
      assertThat(sink.sent.get(0).reconnect()).isEqualTo(2_000);
    }

    @Test
    void gets_id_subject_and_payload_of_an_event() {
      watcher("").event(ofStory("s-1", 3));

      assertThat(sink.sent.get(1))
          .isEqualTo(new FakeSse.Event("s-1/3", "planning.story.transitioned", "", "{\"a\":1}", 0));
    }

    @Test
    void gets_the_events_of_one_story_and_of_what_came_from_it() {
      Watcher watcher = watcher("s-1");
      watcher.event(ofStory("s-2", 1));
      watcher.event(ofStory("s-1", 1));
      watcher.event(ofTask("t-1", "s-1"));
      watcher.past(List.of(ofTask("t-2", "s-2"), ofTask("t-3", "s-1")));

      assertThat(sink.ids()).containsExactly("s-1/1", "t-1/1", "t-3/1");
    }

    @Test
    void gets_remarks_as_comments() {
      watcher("s-1").remark("the connection to NATS was lost; events wait");

      assertThat(sink.comments()).contains("the connection to NATS was lost; events wait");
    }

    @Test
    void asks_for_what_came_after_the_event_that_was_seen_last() {
      new Watcher("", connection).follow(events, Optional.of("s-1/2"));

      assertThat(events.askedAfter).contains("s-1/2");
    }
  }

  @Nested
  class Who_reads_slowly {
    @Test
    void is_disconnected_when_too_much_waits_and_leaves() {
      sink.reads = false;
      Watcher watcher = watcher("");
      IntStream.range(1, MOST_WAITING).forEach(i -> watcher.event(ofStory("s-1", i)));
      assertThat(sink.isClosed()).isFalse();

      watcher.event(ofStory("s-1", MOST_WAITING));

      assertThat(sink.isClosed()).isTrue();
      assertThat(events.left).isTrue();
    }

    @Test
    void is_waited_for_while_the_past_is_told() throws Exception {
      sink.reads = false;
      Watcher watcher = watcher("");
      List<SentEvent> many =
          IntStream.rangeClosed(1, 2 * MOST_WAITING).mapToObj(i -> ofStory("s-1", i)).toList();

      CompletableFuture<Void> told = CompletableFuture.runAsync(() -> watcher.past(many));
      while (!told.isDone()) {
        sink.read();
        Thread.onSpinWait();
      }

      told.get(1, TimeUnit.SECONDS);
      assertThat(sink.isClosed()).isFalse();
      assertThat(sink.ids()).isEqualTo(many.stream().map(SentEvent::id).toList());
    }
  }

  @Nested
  class Who_is_gone {
    @Test
    void leaves() {
      watcher("");
      sink.close();
      connection.heartbeat();

      assertThat(events.left).isTrue();
      assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void is_closed_when_the_feed_ends() {
      watcher("");
      events.follower.end();

      assertThat(connection.isClosed()).isTrue();
      assertThat(events.left).isTrue();
    }
  }
}
