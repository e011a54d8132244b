package io.witan.cli.run;

import io.witan.cli.ExitCode;
import io.witan.cli.Stop;
import io.witan.cli.api.EventStream;
import io.witan.cli.api.EventStream.Event;
import io.witan.cli.api.WitanApi;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes who waits for the server as soon as it tells an event of the story. Without events, as when
 * they cannot be read just now, the waiting ends with its time: nothing depends on them but how
 * soon something is seen.
 */
final class StoryNews implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final WitanApi api;
  private final String storyId;
  private final Semaphore news = new Semaphore(0);
  private final Thread reader = new Thread(this::read, "story-news");

  private StoryNews(WitanApi api, String storyId) {
    this.api = api;
    this.storyId = storyId;
  }

  /** Starts to listen; returns at once. */
  static StoryNews of(WitanApi api, String storyId) {
    StoryNews news = new StoryNews(api, storyId);
    news.reader.setDaemon(true);
    news.reader.start();
    return news;
  }

  /** Waits for an event, or as long as this. */
  void await(Duration most) {
    try {
      if (news.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
        // One look at the server is enough for all that came so far.
        news.drainPermits();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Stop(ExitCode.INTERRUPTED, "interrupted", List.of(), interrupted);
    }
  }

  private void read() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        readOnce();
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void readOnce() {
    try (EventStream stream = new EventStream(api.events(storyId, Optional.empty()))) {
      Optional<Event> event = stream.next();
      while (event.isPresent()) {
        news.release();
        event = stream.next();
      }
    } catch (IOException | Stop lost) {
      // Who waits looks by himself until it is there again.
    }
  }

  @Override
  public void close() {
    reader.interrupt();
  }
}
