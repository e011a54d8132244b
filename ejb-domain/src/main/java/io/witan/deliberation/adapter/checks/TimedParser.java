package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.Finding;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A parser that cannot be stopped, on threads of its own: whoever asks waits for so long and no
 * longer. What takes longer fails; while all threads are taken by such texts, others are not
 * parsed, which counts against nobody.
 */
final class TimedParser implements SourceParser {
  private final SourceParser parser;
  private final Duration most;
  private final Semaphore free;

  /**
   * A parser with a limit.
   *
   * @param most how long one text may take, and how long one waits for a thread
   * @param threads how many texts are parsed at once
   */
  TimedParser(SourceParser parser, Duration most, int threads) {
    this.parser = parser;
    this.most = most;
    this.free = new Semaphore(threads);
  }

  @Override
  public List<Finding> parse(String file, String text) {
    try {
      return free.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)
          ? parsed(file, begun(file, text))
          : List.of(Finding.warning(file, 0, "not parsed: the parser is held up by other texts"));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return List.of(Finding.warning(file, 0, "not parsed: it was interrupted"));
    }
  }

  private FutureTask<List<Finding>> begun(String file, String text) {
    FutureTask<List<Finding>> task = new FutureTask<>(() -> parser.parse(file, text));
    Thread thread = new Thread(() -> runAndRelease(task), "witan-parser");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  /** Also one that was given up before it began, and does nothing then. */
  private void runAndRelease(Runnable task) {
    try {
      task.run();
    } finally {
      free.release();
    }
  }

  private List<Finding> parsed(String file, FutureTask<List<Finding>> task)
      throws InterruptedException {
    try {
      return task.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooLong) {
      task.cancel(true);
      return List.of(Finding.error(file, 0, "not parsed within %d ms".formatted(most.toMillis())));
    } catch (ExecutionException broken) {
      if (broken.getCause() instanceof StackOverflowError) {
        return List.of(Nesting.tooDeep(file));
      }
      throw new IllegalStateException("cannot parse " + file, broken);
    }
  }
}
