package io.witan.cli.run;

import io.witan.cli.ExitCode;
import io.witan.cli.Stop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How often to look at the server, and for how long.
 *
 * @param poll between two looks at something that happens by itself, at the longest
 * @param notice after which a silence is worth a word
 * @param limit after which something that should happen by itself counts as stuck, and a silent
 *     server as gone
 * @param rest waits that long, or until it is worth to look again
 */
public record Pace(Duration poll, Duration notice, Duration limit, Consumer<Duration> rest) {
  private static final Duration NOTICE = Duration.ofSeconds(10);

  /** With the usual patience. */
  public static Pace looking(Duration poll) {
    return new Pace(poll, NOTICE, Duration.ofSeconds(90), Pace::sleep);
  }

  /** The same, with another limit. */
  public Pace within(Duration other) {
    return new Pace(poll, other.compareTo(NOTICE) < 0 ? other : NOTICE, other, rest);
  }

  /** The same, looking again as soon as there is news. */
  Pace wokenBy(StoryNews news) {
    return new Pace(poll, notice, limit, news::await);
  }

  /** Waits until it is time to look again. */
  void pause() {
    rest.accept(poll);
  }

  /**
   * Looks until there is something to see.
   *
   * @param what it waits for, for the complaint
   */
  public <T> T await(String what, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<T> seen = look.get();
      if (seen.isPresent()) {
        return seen.get();
      }
      if (System.nanoTime() > deadline) {
        throw Stop.refused(
            "waited %d s for %s".formatted(limit.toSeconds(), what),
            "see what the server does with: ./witan status, ./witan logs",
            "then go on with the same command");
      }
      pause();
    }
  }

  static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Stop(ExitCode.INTERRUPTED, "interrupted", List.of(), interrupted);
    }
  }
}
