package io.witan.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private static final List<Double> HUNDRED =
      IntStream.rangeClosed(1, 100).mapToObj(Double::valueOf).toList();

  @Test
  void a_percentile_is_one_of_the_values() {
    assertThat(Numbers.percentile(HUNDRED, 0.5)).isEqualTo(50);
    assertThat(Numbers.percentile(HUNDRED, 0.99)).isEqualTo(99);
    assertThat(Numbers.percentile(HUNDRED, 1)).isEqualTo(100);
    assertThat(Numbers.percentile(List.of(7.0), 0.01)).isEqualTo(7);
  }

  @Test
  void a_median_of_an_even_number_lies_between_the_middle_ones() {
    assertThat(Numbers.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
    assertThat(Numbers.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
  }

  @Test
  void nothing_measured_is_zero() {
    assertThat(Numbers.median(List.of())).isZero();
    assertThat(Numbers.percentile(List.of(), 0.99)).isZero();
  }

  @Test
  void a_load_ends_with_its_number_of_calls() throws Exception {
    Round round = new Load(3, Duration.ofMinutes(1), 5).run(client -> {});

    assertThat(round.millis()).hasSize(15);
    assertThat(round.perSecond()).isPositive();
  }
}
