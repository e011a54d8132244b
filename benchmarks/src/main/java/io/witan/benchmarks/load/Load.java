package io.witan.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A closed loop: every client calls, waits for the answer and calls again. It ends with the time or
 * with the number of calls, whichever comes first.
 *
 * @param clients threads, each with a number from 0
 * @param time after which no call begins
 * @param calls the most calls of one client
 */
public record Load(int clients, Duration time, int calls) {
  private static final int MANY = 100_000;

  /** A load that ends with the time. */
  public static Load lasting(int clients, Duration time) {
    return new Load(clients, time, MANY);
  }

  /** Runs the action; throws what it throws. */
  public Round run(Action action) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<List<Double>>> running = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        int number = client;
        running.add(threads.submit(() -> loop(action, number, start)));
      }
      long begun = System.nanoTime();
      start.countDown();
      List<Double> times = new ArrayList<>();
      for (Future<List<Double>> one : running) {
        times.addAll(one.get());
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      return new Round(seconds, times);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Double> loop(Action action, int client, CountDownLatch start) throws Exception {
    start.await();
    List<Double> millis = new ArrayList<>();
    long end = System.nanoTime() + time.toNanos();
    for (int call = 0; call < calls && System.nanoTime() < end; call++) {
      long begun = System.nanoTime();
      action.run(client);
      millis.add((System.nanoTime() - begun) / 1e6);
    }
    return millis;
  }
}
