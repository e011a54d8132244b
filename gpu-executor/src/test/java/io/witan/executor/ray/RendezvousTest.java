package io.witan.executor.ray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RendezvousTest {
  private static final int MANY = 6_000;
  private static final Map<String, Double> WEIGHTS = Map.of("a", 1.0, "b", 2.0, "c", 3.0);

  private static List<String> order(String name, String... places) {
    return Rendezvous.order(name, List.of(places), place -> place, WEIGHTS::get);
  }

  private static List<String> names() {
    return IntStream.range(0, MANY).mapToObj(number -> "D-" + number).toList();
  }

  @Test
  void the_same_name_has_the_same_order_wherever_it_is_asked_for() {
    assertThat(order("D-1", "a", "b", "c")).isEqualTo(order("D-1", "c", "b", "a"));
  }

  @Test
  void each_place_is_first_as_often_as_its_weight_says() {
    Map<String, Long> first =
        names().stream()
            .collect(
                Collectors.groupingBy(
                    name -> order(name, "a", "b", "c").get(0), Collectors.counting()));

    assertThat(first.get("a")).isCloseTo(1_000, withPercentage(10));
    assertThat(first.get("b")).isCloseTo(2_000, withPercentage(10));
    assertThat(first.get("c")).isCloseTo(3_000, withPercentage(10));
  }

  @Test
  void when_a_place_goes_only_its_names_move() {
    for (String name : names()) {
      List<String> others = new ArrayList<>(order(name, "a", "b", "c"));
      others.remove("b");

      assertThat(order(name, "a", "c")).isEqualTo(others);
    }
  }
}
