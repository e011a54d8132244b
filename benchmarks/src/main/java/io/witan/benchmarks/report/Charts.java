package io.witan.benchmarks.report;

import io.witan.benchmarks.report.BarChart.Series;
import io.witan.benchmarks.report.Results.Deliberations;
import io.witan.benchmarks.report.Results.Memory;
import io.witan.benchmarks.report.Results.Transitions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Which charts a run gives: file name and picture. A part that was left out gives none. */
final class Charts {
  private final Results results;
  private final Map<String, String> files = new LinkedHashMap<>();

  private Charts(Results results) {
    this.results = results;
  }

  static Map<String, String> of(Results results) {
    Charts charts = new Charts(results);
    if (!results.memory().isEmpty()) {
      charts.memory();
    }
    if (!results.transitions().isEmpty()) {
      charts.transitions(
          "transitions.svg", "Story transitions", "per second", Transitions::perSecond);
      charts.transitions(
          "transitions-p99.svg", "Slowest of a hundred transitions", "p99, ms", Transitions::p99);
    }
    if (!results.deliberations().isEmpty()) {
      charts.deliberations();
    }
    return charts.files;
  }

  private void memory() {
    List<String> processes =
        results.memory().stream()
            .flatMap(one -> one.megabytes().keySet().stream())
            .distinct()
            .toList();
    List<Series> series =
        results.memory().stream()
            .map(one -> new Series(one.when(), sizes(one, processes)))
            .toList();
    files.put("memory.svg", new BarChart("Resident memory", "MB", processes, series).svg());
  }

  private static List<Double> sizes(Memory memory, List<String> processes) {
    return processes.stream().map(name -> memory.megabytes().getOrDefault(name, 0.0)).toList();
  }

  private void transitions(
      String file, String title, String unit, ToDoubleFunction<Transitions> figure) {
    List<Integer> clients =
        results.transitions().stream().map(Transitions::clients).distinct().toList();
    Stream<String> ways = results.transitions().stream().map(Transitions::way).distinct();
    List<Series> series =
        ways.map(way -> new Series(way, clients.stream().map(n -> cell(way, n, figure)).toList()))
            .toList();
    List<String> groups = clients.stream().map(n -> n == 1 ? "1 client" : n + " clients").toList();
    files.put(file, new BarChart(title, unit, groups, series).svg());
  }

  private double cell(String way, int clients, ToDoubleFunction<Transitions> figure) {
    return results.transitions().stream()
        .filter(one -> one.way().equals(way) && one.clients() == clients)
        .mapToDouble(figure)
        .findFirst()
        .orElse(0);
  }

  private void deliberations() {
    List<Deliberations> slow =
        results.deliberations().stream().filter(one -> one.delay() > 0).toList();
    List<String> groups = slow.stream().map(one -> one.concurrent() + " at once").toList();
    files.put(
        "deliberations.svg",
        new BarChart(
                "Deliberation with a model of " + delays(slow) + " ms a turn",
                "median, ms",
                groups,
                List.of(
                    new Series(
                        "critical path", slow.stream().map(Deliberations::criticalPath).toList()),
                    new Series("deliberation", slow.stream().map(Deliberations::median).toList())))
            .svg());
  }

  private static String delays(List<Deliberations> cells) {
    return String.join(
        "/", cells.stream().map(Deliberations::delay).distinct().map(Objects::toString).toList());
  }
}
