package io.witan.benchmarks.report;

import io.witan.benchmarks.report.BarChart.Series;
import io.witan.benchmarks.report.Results.Deliberations;
import io.witan.benchmarks.report.Results.Held;
import io.witan.benchmarks.report.Results.Memory;
import io.witan.benchmarks.report.Results.Transitions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    if (!results.held().isEmpty()) {
      charts.held();
    }
    if (!results.steps().isEmpty()) {
      charts.steps();
    }
    if (!results.onRay().isEmpty()) {
      charts.ray();
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
    byClients(
        file,
        title,
        unit,
        results.transitions().stream()
            .map(one -> new Bar(one.clients(), one.way(), figure.applyAsDouble(one)))
            .toList());
  }

  private void held() {
    List<String> groups =
        results.held().stream().map(one -> String.valueOf(one.deliberations())).toList();
    files.put(
        "deliberations-memory.svg",
        new BarChart(
                "Memory of the application after so many deliberations",
                "MB",
                groups,
                List.of(
                    new Series(
                        "heap after garbage collection",
                        results.held().stream().map(Held::heap).toList()),
                    new Series(
                        "resident",
                        results.held().stream()
                            .map(one -> one.resident().getOrDefault("witan", 0.0))
                            .toList())))
            .svg());
  }

  private void steps() {
    byClients(
        "workflow.svg",
        "Steps of tasks",
        "per second",
        results.steps().stream()
            .map(one -> new Bar(one.clients(), one.side(), one.perSecond()))
            .toList());
  }

  private void ray() {
    byClients(
        "ray.svg",
        "Turns of one vLLM",
        "median, ms",
        results.onRay().stream()
            .filter(one -> one.what().startsWith("turns"))
            .map(one -> new Bar(one.clients(), one.side(), one.p50()))
            .toList());
  }

  private record Bar(int clients, String name, double value) {}

  private void byClients(String file, String title, String unit, List<Bar> bars) {
    List<Integer> clients = bars.stream().map(Bar::clients).distinct().toList();
    List<Series> series =
        bars.stream()
            .map(Bar::name)
            .distinct()
            .map(name -> new Series(name, clients.stream().map(n -> value(bars, name, n)).toList()))
            .toList();
    List<String> groups = clients.stream().map(n -> n == 1 ? "1 client" : n + " clients").toList();
    files.put(file, new BarChart(title, unit, groups, series).svg());
  }

  private static double value(List<Bar> bars, String name, int clients) {
    return bars.stream()
        .filter(bar -> bar.name().equals(name) && bar.clients() == clients)
        .mapToDouble(Bar::value)
        .findFirst()
        .orElse(0);
  }

  private void deliberations() {
    List<Deliberations> fast =
        results.deliberations().stream().filter(one -> one.delay() == 0).toList();
    byClients(
        "deliberations.svg",
        "Deliberations with a model of 0 ms a turn",
        "per second",
        fast.stream().map(one -> new Bar(one.clients(), one.side(), one.perSecond())).toList());
    List<Deliberations> slow =
        results.deliberations().stream().filter(one -> one.delay() > 0).toList();
    byClients(
        "deliberations-p50.svg",
        "Deliberation with a model of 200 ms a turn",
        "median, ms",
        Stream.concat(
                slow.stream().map(one -> new Bar(one.clients(), "the model alone", one.ideal())),
                slow.stream().map(one -> new Bar(one.clients(), one.side(), one.p50())))
            .toList());
  }
}
