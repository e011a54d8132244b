package io.witan.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Who waits for whom")
class DependencyGraphTest {

  /** A graph in which anybody may wait for anybody, also for themselves and for strangers. */
  @Provide
  Arbitrary<Map<Integer, Set<Integer>>> graphs() {
    return Arbitraries.integers()
        .between(0, 8)
        .flatMap(
            size ->
                Combinators.combine(
                        IntStream.range(0, size)
                            .mapToObj(
                                key -> Arbitraries.integers().between(0, size).set().ofMaxSize(2))
                            .toList())
                    .as(DependencyGraphTest::numbered));
  }

  private static Map<Integer, Set<Integer>> numbered(List<Set<Integer>> waitsFor) {
    Map<Integer, Set<Integer>> graph = new LinkedHashMap<>();
    waitsFor.forEach(others -> graph.put(graph.size(), others));
    return graph;
  }

  @Property
  @Label("is in order, or goes in a circle that is named, never both")
  void is_in_order_or_goes_in_a_circle(@ForAll("graphs") Map<Integer, Set<Integer>> waitsFor) {
    DependencyGraph<Integer> graph = new DependencyGraph<>(waitsFor);
    Optional<List<Integer>> cycle = graph.cycle();

    if (cycle.isEmpty()) {
      mustBeInOrder(graph, waitsFor);
    } else {
      mustBeCircle(cycle.get(), waitsFor);
      assertThatThrownBy(graph::order).hasMessageContaining(cycle.get().toString());
    }
  }

  private static void mustBeInOrder(
      DependencyGraph<Integer> graph, Map<Integer, Set<Integer>> waitsFor) {
    List<Integer> order = graph.order();
    assertThat(order).containsExactlyInAnyOrderElementsOf(waitsFor.keySet());
    order.forEach(
        key ->
            graph
                .waitsFor(key)
                .forEach(other -> assertThat(order.indexOf(other)).isLessThan(order.indexOf(key))));
  }

  private static void mustBeCircle(List<Integer> circle, Map<Integer, Set<Integer>> waitsFor) {
    assertThat(circle).hasSizeGreaterThan(1);
    assertThat(circle.get(0)).isEqualTo(circle.get(circle.size() - 1));
    List<Integer> once = circle.subList(0, circle.size() - 1);
    assertThat(once).doesNotHaveDuplicates();
    assertThat(circle.get(0)).isEqualTo(once.stream().min(Integer::compare).orElseThrow());
    for (int place = 0; place < once.size(); place++) {
      assertThat(waitsFor.get(circle.get(place))).contains(circle.get(place + 1));
    }
  }

  @Property
  @Label("changes nothing that is in order already")
  void changes_nothing_that_is_in_order(@ForAll("graphs") Map<Integer, Set<Integer>> waitsFor) {
    Map<Integer, Set<Integer>> backwards = new LinkedHashMap<>();
    waitsFor.forEach(
        (key, others) -> {
          Set<Integer> earlier = new LinkedHashSet<>(others);
          earlier.removeIf(other -> other >= key);
          backwards.put(key, earlier);
        });

    assertThat(new DependencyGraph<>(backwards).order())
        .containsExactlyElementsOf(waitsFor.keySet());
  }

  @Example
  @Label("names the circle from what was given first")
  void names_the_circle() {
    Map<String, List<String>> waitsFor = new LinkedHashMap<>();
    waitsFor.put("T0", List.of("T3"));
    waitsFor.put("T1", List.of("T2"));
    waitsFor.put("T2", List.of("T3"));
    waitsFor.put("T3", List.of("T1"));

    assertThat(new DependencyGraph<>(waitsFor).cycle()).contains(List.of("T1", "T2", "T3", "T1"));
  }

  @Example
  @Label("is a circle of one when something waits for itself")
  void a_circle_of_one() {
    assertThat(new DependencyGraph<>(Map.of("T1", List.of("T1"))).cycle())
        .contains(List.of("T1", "T1"));
  }

  @Example
  @Label("has no circle when there is nothing")
  void nothing() {
    DependencyGraph<String> nothing = new DependencyGraph<>(Map.of());

    assertThat(nothing.order()).isEmpty();
    assertThat(nothing.cycle()).isEmpty();
    assertThat(nothing.waitsFor("T1")).isEmpty();
  }
}
