package io.witan.benchmarks.relay;

import io.witan.benchmarks.Benchmarks;
import io.witan.benchmarks.Effort;
import io.witan.benchmarks.load.Load;
import io.witan.benchmarks.load.Numbers;
import io.witan.benchmarks.load.Round;
import io.witan.benchmarks.report.Results.RelayCeiling;
import io.witan.benchmarks.report.Results.RelayLag;
import io.witan.benchmarks.report.Results.Start;
import io.witan.benchmarks.stack.EventLog;
import io.witan.benchmarks.stack.EventLog.Logged;
import io.witan.benchmarks.stack.ProductOwner;
import io.witan.benchmarks.stack.Quiet;
import io.witan.benchmarks.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Reads from the stream itself when each event came. */
public final class RelayBenchmark {
  private static final int WRITERS = 4;
  private static final Duration MOST = Duration.ofMinutes(5);

  private final Stack stack;
  private final ProductOwner owner;
  private final EventLog events;
  private final Quiet quiet;
  private final Effort effort;

  public RelayBenchmark(
      Stack stack, ProductOwner owner, EventLog events, Quiet quiet, Effort effort) {
    this.stack = stack;
    this.owner = owner;
    this.events = events;
    this.quiet = quiet;
    this.effort = effort;
  }

  /** The lag at a steady rate. */
  public RelayLag lag() throws Exception {
    Benchmarks.say("relay lag, %d per second".formatted(effort.relayRate()));
    List<PacedWriter> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(new PacedWriter(owner, owner.writeStory()));
    }
    quiet.await();
    long before = events.last();
    pace(writers);
    quiet.await();
    List<Double> lags = transitions(events.after(before)).stream().map(Logged::lagMillis).toList();
    return new RelayLag(
        effort.relayRate(),
        lags.size(),
        Numbers.percentile(lags, 0.5),
        Numbers.percentile(lags, 0.99),
        Numbers.percentile(lags, 1));
  }

  private static List<Logged> transitions(List<Logged> logged) {
    return logged.stream()
        .filter(event -> event.subject().equals("planning.story.transitioned"))
        .toList();
  }

  private void pace(List<PacedWriter> writers) throws Exception {
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(writers.size());
    try {
      long pause = TimeUnit.SECONDS.toMicros(writers.size()) / effort.relayRate();
      List<ScheduledFuture<?>> paced = new ArrayList<>();
      for (int i = 0; i < writers.size(); i++) {
        long first = i * pause / writers.size();
        paced.add(clock.scheduleAtFixedRate(writers.get(i), first, pause, TimeUnit.MICROSECONDS));
      }
      Thread.sleep(effort.relayTime().toMillis());
      paced.forEach(one -> one.cancel(false));
    } finally {
      clock.shutdown();
    }
    if (!clock.awaitTermination(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("a write did not end");
    }
    for (PacedWriter writer : writers) {
      writer.requireSuccess();
    }
  }

  /** How fast the relay sends what has waited for NATS. */
  public RelayCeiling ceiling() throws Exception {
    Benchmarks.say("relay ceiling, %d events".formatted(effort.waitingEvents()));
    quiet.await();
    long before = events.last();
    stack.stopNats();
    int each = effort.waitingEvents() / WRITERS;
    Round unused = new Load(WRITERS, MOST, each).run(client -> written(owner.writeStory()));
    Benchmarks.say("%d events wait; NATS comes back".formatted(quiet.pending()));
    Start again = stack.up("NATS alone");
    Benchmarks.say("NATS is back after %.1f s".formatted(again.seconds()));
    quiet.await();
    List<Instant> stored = events.after(before).stream().map(Logged::stored).sorted().toList();
    Instant first = stored.get(0);
    Instant last = stored.get(stored.size() - 1);
    double seconds = Duration.between(first, last).toNanos() / 1e9;
    return new RelayCeiling(stored.size(), seconds, (stored.size() - 1) / seconds);
  }

  private static void written(String story) {
    if (story.isEmpty()) {
      throw new IllegalStateException("a story without an id");
    }
  }
}
