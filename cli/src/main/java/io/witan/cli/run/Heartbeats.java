package io.witan.cli.run;

import io.witan.cli.api.WitanApi;
import io.witan.cli.api.Workflow;
import java.time.Duration;

/** Signs of life of who holds a task, some time apart; none for a server without claims. */
final class Heartbeats implements Runnable {
  private final WitanApi api;
  private final Workflow held;
  private final Duration apart;
  private long last = System.nanoTime();

  Heartbeats(WitanApi api, Workflow held, Duration apart) {
    this.api = api;
    this.held = held;
    this.apart = apart;
  }

  /** Gives one if it is time to. */
  @Override
  public void run() {
    if (held.token().isPresent() && System.nanoTime() - last >= apart.toNanos()) {
      Workflow unused = api.heartbeat(held.taskId(), held.fencingToken());
      last = System.nanoTime();
    }
  }
}
