package io.witan.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.benchmarks.Effort;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContestTest {
  private static final Duration ROUND = Duration.ofMillis(1);
  private static final Duration WARM_UP = Duration.ofMillis(2);

  private static Turn turn(double seconds, int calls, double micros) {
    return new Turn(
        new Round(seconds, Collections.nCopies(calls, seconds * 1e3 / calls)),
        1,
        Map.of("server", micros));
  }

  @Test
  void a_ratio_is_the_median_of_the_rounds_ratios() {
    List<Turn> measure = List.of(turn(1, 100, 0), turn(1, 200, 0), turn(1, 50, 0));
    List<Turn> turns = List.of(turn(1, 300, 600), turn(1, 200, 300), turn(1, 100, 300));

    Standing standing = new Standing(8, "fast", turns, measure);

    assertThat(standing.ratio()).isEqualTo(2);
    assertThat(standing.perSecond()).isEqualTo(200);
    assertThat(standing.settledPerSecond()).as("each settled in a second").isEqualTo(100);
    assertThat(standing.count()).isEqualTo(600);
    assertThat(standing.micros()).isEqualTo(Map.of("server", 2.0));
  }

  @Test
  void what_is_made_ready_and_what_follows_take_no_part_in_the_time() throws Exception {
    Told told = new Told();

    Turn turn = Turn.of(told, 3, Duration.ZERO.plusMillis(1));

    assertThat(told.prepared).isEqualTo(3);
    assertThat(told.settled).isTrue();
    assertThat(turn.load().millis()).isNotEmpty();
  }

  @Test
  void it_is_warmed_up_until_it_gets_no_faster() throws Exception {
    Slow slow = new Slow(3);

    List<Standing> unused = new Contest("test", List.of(slow), effort(9)).run();

    assertThat(slow.warmUps).as("the fourth is as fast as the third").isEqualTo(4);
  }

  @Test
  void it_is_warmed_up_no_more_often_than_said() throws Exception {
    Slow slow = new Slow(100);

    List<Standing> unused = new Contest("test", List.of(slow), effort(5)).run();

    assertThat(slow.warmUps).isEqualTo(5);
  }

  private static Effort effort(int warmUps) {
    return new Effort(
        "test", 1, 1, ROUND, WARM_UP, warmUps, List.of(1), 1, Duration.ofSeconds(1), 1, 1);
  }

  /** Gets faster so many times. */
  private static final class Slow implements Contender {
    private final int steps;
    private int warmUps;

    Slow(int steps) {
      this.steps = steps;
    }

    @Override
    public String name() {
      return "slow";
    }

    @Override
    public Round load(int clients, Duration time) {
      if (time.equals(WARM_UP)) {
        warmUps++;
      }
      return new Round(1, Collections.nCopies(10 * Math.min(warmUps, steps), 1.0));
    }

    @Override
    public void prepare(int clients, Duration time) {}

    @Override
    public void call(int client) {}

    @Override
    public void settle() {}

    @Override
    public void close() {}
  }

  private static final class Told implements Contender {
    private int prepared;
    private volatile boolean settled;

    @Override
    public String name() {
      return "told";
    }

    @Override
    public void prepare(int clients, Duration time) {
      prepared = clients;
    }

    @Override
    public void call(int client) {
      assertThat(settled).isFalse();
    }

    @Override
    public void settle() {
      settled = true;
    }

    @Override
    public void close() {}
  }
}
