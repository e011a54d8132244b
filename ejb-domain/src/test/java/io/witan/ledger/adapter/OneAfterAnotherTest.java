package io.witan.ledger.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class OneAfterAnotherTest {
  private final Queue<Runnable> threads = new ArrayDeque<>();
  private final OneAfterAnother order = new OneAfterAnother(threads::add);
  private final List<Integer> done = new ArrayList<>();

  @Test
  void nothing_is_done_on_the_thread_of_who_asks() {
    order.execute(() -> done.add(1));
    order.execute(() -> done.add(2));

    assertThat(done).isEmpty();
    assertThat(order.waiting()).isEqualTo(2);
    assertThat(threads).hasSize(1);
  }

  @Test
  void all_is_done_in_its_order_what_comes_meanwhile_included() {
    order.execute(() -> order.execute(() -> done.add(3)));
    order.execute(() -> done.add(2));

    threads.remove().run();

    assertThat(done).containsExactly(2, 3);
    assertThat(order.waiting()).isZero();
    assertThat(threads).isEmpty();
  }

  @Test
  void what_goes_wrong_keeps_nothing_else_from_being_done() {
    order.execute(
        () -> {
          throw new IllegalStateException("broken");
        });
    order.execute(() -> done.add(2));

    threads.remove().run();

    assertThat(done).containsExactly(2);
  }

  @Test
  void many_threads_keep_the_order_too() {
    ExecutorService many = Executors.newFixedThreadPool(4);
    List<Integer> seen = new CopyOnWriteArrayList<>();
    OneAfterAnother ordered = new OneAfterAnother(many);

    IntStream.range(0, 1_000).forEach(i -> ordered.execute(() -> seen.add(i)));
    Awaitility.await().until(() -> seen.size() == 1_000);
    many.shutdownNow();

    assertThat(seen).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
  }
}
