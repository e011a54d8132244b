package io.witan.deliberation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.deliberation.domain.DeliberationId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrivingPoolTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Semaphore gate = new Semaphore(0);
  private final List<DeliberationId> begun = new CopyOnWriteArrayList<>();
  private final DrivingPool pool = new DrivingPool(this::drive, threads, 2);

  private void drive(DeliberationId id) throws InterruptedException {
    begun.add(id);
    gate.acquire();
    if (id.value().endsWith("broken")) {
      throw new IllegalStateException("broken");
    }
  }

  private static DeliberationId id(String name) {
    return new DeliberationId("D-" + name);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void so_many_are_driven_and_the_others_follow() {
    List.of("1", "2", "3", "4").forEach(name -> pool.offer(id(name)));

    await().until(() -> begun.size() == 2);
    assertThat(pool.driven()).containsExactlyInAnyOrder(id("1"), id("2"));
    assertThat(pool.hasRoom()).isFalse();
    gate.release(4);
    await().until(() -> begun.size() == 4 && pool.driven().isEmpty());
  }

  @Test
  void one_is_driven_once_at_a_time() {
    pool.offer(id("1"));
    pool.offer(id("1"));
    gate.release(2);

    await().until(() -> pool.driven().isEmpty());
    assertThat(begun).containsExactly(id("1"));
  }

  @Test
  void one_that_was_driven_can_be_driven_again() {
    gate.release(2);
    pool.offer(id("1"));
    await().until(() -> pool.driven().isEmpty());

    pool.offer(id("1"));

    await().until(() -> begun.size() == 2);
  }

  @Test
  void a_broken_drive_makes_room() {
    gate.release(3);
    List.of("1-broken", "2-broken", "3").forEach(name -> pool.offer(id(name)));

    await().until(() -> begun.contains(id("3")));
  }

  @Test
  void nothing_starts_after_the_end() {
    List.of("1", "2", "3").forEach(name -> pool.offer(id(name)));
    await().until(() -> begun.size() == 2);

    pool.close();
    gate.release(3);

    await().until(() -> pool.driven().isEmpty());
    pool.offer(id("4"));
    assertThat(begun).hasSize(2);
  }
}
