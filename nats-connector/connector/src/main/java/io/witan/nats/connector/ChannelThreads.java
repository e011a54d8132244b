package io.witan.nats.connector;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the connector's threads: daemons that carry the application's class loader, as handlers
 * that look up configuration or services need it.
 */
final class ChannelThreads {

  private final ClassLoader application;

  ChannelThreads(ClassLoader application) {
    this.application = application;
  }

  ThreadFactory named(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "witan-jetstream-" + name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      thread.setContextClassLoader(application);
      return thread;
    };
  }

  ExecutorService single(String name) {
    return Executors.newSingleThreadExecutor(named(name));
  }

  ScheduledExecutorService timer() {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("timer"));
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}
