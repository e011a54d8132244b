package io.witan.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.witan.benchmarks.load.Numbers;
import io.witan.benchmarks.report.Results.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder of a report: {@code results.json}, {@code REPORT.md} and the charts. */
public final class Report {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private final Path folder;

  public Report(Path folder) {
    this.folder = folder;
  }

  /** Writes the figures, then draws them. */
  public void write(Results results) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("results.json"), JSON.writeValueAsString(results) + "\n");
    draw(results);
  }

  /** Draws the figures of an earlier run again. */
  public void redraw() throws IOException {
    draw(last());
  }

  /** The figures of the last run. */
  public Results last() throws IOException {
    return JSON.readValue(folder.resolve("results.json").toFile(), Results.class);
  }

  private void draw(Results results) throws IOException {
    Map<String, String> charts = Charts.of(results);
    forgetCharts();
    for (Map.Entry<String, String> chart : charts.entrySet()) {
      Files.writeString(folder.resolve(chart.getKey()), chart.getValue());
    }
    Files.writeString(folder.resolve("REPORT.md"), text(results, charts));
  }

  /** Those of an earlier run may be of a part that this one left out. */
  private void forgetCharts() throws IOException {
    List<Path> old;
    try (Stream<Path> files = Files.list(folder)) {
      old = files.filter(file -> file.toString().endsWith(".svg")).toList();
    }
    for (Path chart : old) {
      Files.delete(chart);
    }
  }

  private static String text(Results results, Map<String, String> charts) {
    List<String> parts = new ArrayList<>();
    parts.add("# Benchmarks of Witan");
    parts.add(
        ("Written by `benchmarks/run%s`. Compare within a run, not between machines: load generator"
                + " and servers share one machine.")
            .formatted(results.effort().equals("full") ? "" : " --" + results.effort()));
    parts.add(facts(results.facts()));
    start(parts, results, charts);
    transitions(parts, results, charts);
    relay(parts, results);
    deliberations(parts, results, charts);
    held(parts, results, charts);
    creations(parts, results);
    steps(parts, results, charts);
    pages(parts, results);
    ray(parts, results, charts);
    return String.join("\n\n", parts) + "\n";
  }

  private static String facts(Map<String, String> facts) {
    Table table = new Table("", "");
    facts.forEach(table::row);
    return table.toString();
  }

  private static void start(List<String> parts, Results results, Map<String, String> charts) {
    if (results.memory().isEmpty()) {
      return;
    }
    parts.add("## Start and memory");
    parts.add(
        "`./witan up` of the built default stack: cold in an empty home, warm in one with data. A"
            + " process counts from its own start until it is ready; budget: 20 s and 1,200 MB.");
    if (!results.starts().isEmpty()) {
      parts.add(starts(results));
    }
    Table memory = new Table("resident memory, MB", "neo4j", "nats", "witan", "in all");
    results.memory().forEach(one -> memory.row(memoryRow(one.when(), one.megabytes())));
    parts.add(memory.toString());
    picture(parts, charts, "memory.svg", "Resident memory of each process");
  }

  private static String starts(Results results) {
    Table starts = new Table("start", "runs", "median, s", "neo4j, s", "nats, s", "witan, s");
    for (String kind : results.starts().stream().map(Start::kind).distinct().toList()) {
      List<Start> runs = results.starts().stream().filter(one -> one.kind().equals(kind)).toList();
      starts.row(
          kind,
          String.valueOf(runs.size()),
          two(Numbers.median(runs.stream().map(Start::seconds).toList())),
          two(ready(runs, "neo4j")),
          two(ready(runs, "nats")),
          two(ready(runs, "witan")));
    }
    return starts.toString();
  }

  private static double ready(List<Start> runs, String process) {
    return Numbers.median(
        runs.stream().map(run -> run.processes().getOrDefault(process, 0.0)).toList());
  }

  private static String[] memoryRow(String when, Map<String, Double> sizes) {
    Map<String, Double> sorted = new TreeMap<>(sizes);
    double all = sorted.values().stream().mapToDouble(Double::doubleValue).sum();
    return Stream.concat(
            Stream.of(when),
            Stream.of(
                    sorted.getOrDefault("neo4j", 0.0),
                    sorted.getOrDefault("nats", 0.0),
                    sorted.getOrDefault("witan", 0.0),
                    all)
                .map(Report::whole))
        .toArray(String[]::new);
  }

  private static void transitions(List<String> parts, Results results, Map<String, String> charts) {
    if (results.transitions().isEmpty()) {
      return;
    }
    parts.add("## Story transitions");
    parts.add(
        """
        Each client moves a story of its own between DRAFT and PO_REVIEW. *bare* sends the statements \
        that one such use case was recorded to send, with parameters of the same sizes, in one \
        transaction over neo4j-jdbc from a pool of the same settings; no code of Witan runs. *in process* \
        calls the use case. Both use a Neo4j of their own, started like the stack's. *REST* and *gRPC* \
        go to the running stack, whose relay and listeners work meanwhile; nothing is left to do when \
        the next way begins. The ways take turns in every round; a share is the median of the rounds' \
        ratios. Budget: 80% in process, 50% over REST and gRPC.""");
    Table table =
        new Table("clients", "way", "per second", "share of bare", "p50, ms", "p99, ms", "counted");
    results
        .transitions()
        .forEach(
            one ->
                table.row(
                    String.valueOf(one.clients()),
                    one.way(),
                    whole(one.perSecond()),
                    percent(one.share()),
                    two(one.p50()),
                    two(one.p99()),
                    String.valueOf(one.count())));
    parts.add(table.toString());
    picture(parts, charts, "transitions.svg", "Transitions per second");
    picture(parts, charts, "transitions-p99.svg", "99th percentile of a transition");
  }

  private static void relay(List<String> parts, Results results) {
    if (results.relayLag().isEmpty()) {
      return;
    }
    parts.add("## Relay");
    parts.add(
        """
        *Lag* is from the event's `ce-time`, taken shortly before its commit, to the time that the \
        stream gave it, at a steady rate of transitions over REST. *Ceiling*: stories are written while \
        NATS is down, then it comes back; counted from the first of their events in the stream to the \
        last, one event per story.""");
    Table lag = new Table("rate, per second", "events", "p50, ms", "p99, ms", "most, ms");
    results
        .relayLag()
        .forEach(
            one ->
                lag.row(
                    whole(one.rate()),
                    String.valueOf(one.events()),
                    two(one.p50()),
                    two(one.p99()),
                    two(one.most())));
    parts.add(lag.toString());
    Table ceiling = new Table("events waiting", "seconds", "ceiling, per second");
    results
        .relayCeiling()
        .forEach(
            one ->
                ceiling.row(
                    String.valueOf(one.events()), two(one.seconds()), whole(one.perSecond())));
    parts.add(ceiling.toString());
  }

  private static void deliberations(
      List<String> parts, Results results, Map<String, String> charts) {
    if (!results.deliberations().isEmpty()) {
      parts.addAll(DeliberationsSection.of(results.deliberations()));
      picture(parts, charts, "deliberations.svg", "Deliberations per second");
      picture(parts, charts, "deliberations-p50.svg", "Median of a deliberation");
    }
  }

  private static void held(List<String> parts, Results results, Map<String, String> charts) {
    if (results.held().isEmpty()) {
      return;
    }
    parts.add("## Memory after many deliberations");
    parts.add(
        """
        Deliberations over REST by 32 clients on one stack that is never restarted, with a model of 0 ms a \
        turn. *Heap* is what the application still holds after a full garbage collection, when every event \
        was sent and heard. It is to stay flat.""");
    Table table =
        new Table(
            "deliberations", "heap, MB", "witan resident, MB", "neo4j resident, MB", "nats, MB");
    results
        .held()
        .forEach(
            one ->
                table.row(
                    String.valueOf(one.deliberations()),
                    two(one.heap()),
                    whole(one.resident().getOrDefault("witan", 0.0)),
                    whole(one.resident().getOrDefault("neo4j", 0.0)),
                    whole(one.resident().getOrDefault("nats", 0.0))));
    parts.add(table.toString());
    picture(parts, charts, "deliberations-memory.svg", "Memory of the application");
  }

  private static void creations(List<String> parts, Results results) {
    if (results.creations().isEmpty()) {
      return;
    }
    parts.add("## CreateStory over gRPC");
    parts.add(
        """
        *Python* is `benchmarks/peer/peer.py`: one asynchronous process that writes Redis, Neo4j and \
        JetStream on each call, without rules, tokens, audit or outbox, on servers of its own. *Witan* is \
        the running stack, *keyed* with an idempotency key in each call. The sides take turns in every \
        round and are warmed up alike; a ratio is the median of the rounds' ratios over Python. Processor \
        time is that of the servers for each story, until its event is sent and heard; the client's is \
        left out. Budget: 2 times, better 3, and at 8 clients a p99 below 4 times the p50.""");
    Table table =
        new Table(
            "clients",
            "side",
            "per second",
            "over Python",
            "p50, ms",
            "p99, ms",
            "p99 over p50",
            "counted",
            "processor time for a story, µs");
    results
        .creations()
        .forEach(
            one ->
                table.row(
                    String.valueOf(one.clients()),
                    one.side(),
                    whole(one.perSecond()),
                    two(one.ratio()),
                    two(one.p50()),
                    two(one.p99()),
                    two(one.p99() / one.p50()),
                    String.valueOf(one.count()),
                    micros(one.micros())));
    parts.add(table.toString());
  }

  static String micros(Map<String, Double> micros) {
    double all = micros.values().stream().mapToDouble(Double::doubleValue).sum();
    String each =
        micros.entrySet().stream()
            .map(one -> "%s %s".formatted(one.getKey(), whole(one.getValue())))
            .collect(Collectors.joining(", "));
    return "%s (%s)".formatted(whole(all), each);
  }

  private static void steps(List<String> parts, Results results, Map<String, String> charts) {
    if (!results.steps().isEmpty()) {
      parts.addAll(StepsSection.of(results.steps()));
      picture(parts, charts, "workflow.svg", "Steps of tasks per second");
    }
  }

  private static void pages(List<String> parts, Results results) {
    if (results.pages().isEmpty()) {
      return;
    }
    parts.add("## Lists");
    parts.add(
        """
        A page of 50 stories over REST, one client: the median among 1,000 stories in the graph, and \
        among 100,000. A page without the total is to cost the same.""");
    Table table = new Table("page", "1,000 stories, ms", "100,000 stories, ms", "ratio");
    results
        .pages()
        .forEach(one -> table.row(one.list(), two(one.few()), two(one.many()), two(one.ratio())));
    parts.add(table.toString());
  }

  private static void ray(List<String> parts, Results results, Map<String, String> charts) {
    if (!results.onRay().isEmpty()) {
      parts.addAll(RaySection.of(results));
      picture(parts, charts, "ray.svg", "Turns over Ray and without it");
    }
  }

  private static void picture(
      List<String> parts, Map<String, String> charts, String file, String text) {
    if (charts.containsKey(file)) {
      parts.add("![%s](%s)".formatted(text, file));
    }
  }

  static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", share * 100);
  }
}
