package io.witan.ledger.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void asked_once_it_runs_once() {
    OneAtATime once = new OneAtATime(queue::add, runs::incrementAndGet);
    once.ask();
    queue.remove().run();

    assertThat(runs).hasValue(1);
    assertThat(queue).isEmpty();
  }

  @Test
  void asked_often_before_it_runs_it_runs_once() {
    OneAtATime once = new OneAtATime(queue::add, runs::incrementAndGet);
    once.ask();
    once.ask();
    once.ask();
    assertThat(queue).hasSize(1);
    queue.remove().run();

    assertThat(runs).hasValue(1);
    once.ask();
    assertThat(queue).hasSize(1);
  }

  @Test
  void asked_while_it_runs_it_runs_once_more() {
    OneAtATime[] self = new OneAtATime[1];
    self[0] =
        new OneAtATime(
            queue::add,
            () -> {
              if (runs.incrementAndGet() == 1) {
                self[0].ask();
                self[0].ask();
              }
            });
    self[0].ask();
    queue.remove().run();

    assertThat(runs).hasValue(2);
    assertThat(queue).isEmpty();
  }

  @Test
  void an_executor_that_stops_is_no_failure_of_the_one_who_asks() {
    OneAtATime once =
        new OneAtATime(
            task -> {
              throw new RejectedExecutionException("stopping");
            },
            runs::incrementAndGet);
    once.ask();
    once.ask();

    assertThat(runs).hasValue(0);
  }
}
