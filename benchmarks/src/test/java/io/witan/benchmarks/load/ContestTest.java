package io.witan.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContestTest {
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
