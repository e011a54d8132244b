package io.witan.benchmarks.report;

import io.witan.benchmarks.report.Results.Steps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the report says of tasks that walk through their gates. */
final class StepsSection {
  private static final String TEXT =
      """
      Each client leads tasks of its own from TODO to DONE, seven steps each: claim, commit, claim the \
      review, approve the design, claim the tests, approve them, approve the story. A call is one step \
      and is answered once it is on disk; tasks are made between the rounds. *Temporal* is its \
      development server on an SQLite file as it comes, *WAL* with SQLite's write-ahead log flushed for \
      each transaction: a workflow for each task, an Update for each step by Witan's own table of \
      states, in a worker process of its own, over gRPC. *gRPC* and *REST* go to the running stack: \
      token, rules, four eyes, audit chain, outbox, and a relay and listeners that make the story \
      follow its tasks meanwhile; nothing is left to do when the next side begins. gRPC is like for \
      like. *in process* calls the use case on a Neo4j of its own; nothing is sent. A commit of Neo4j \
      flushes its log; commits at the same time share a flush. Four of the seven steps bring on \
      another that happens by itself; Witan records it as well, which does not count here. The sides \
      take turns in every round and are warmed up alike; a ratio is the median of the rounds' ratios \
      over Temporal. *Until all is heard* is the rate when the time counts until the last event was \
      sent and heard. Processor time is that of the servers and the worker for each step, until all is \
      heard; the client's is left out, which in process is all of Witan. Budget: at 8 clients 5 times, \
      better 10.""";

  private StepsSection() {}

  static List<String> of(List<Steps> steps) {
    Table table =
        new Table(
            "clients",
            "side",
            "per second",
            "until all is heard",
            "over Temporal",
            "p50, ms",
            "p99, ms",
            "counted",
            "processor time for a step, µs");
    steps.forEach(
        one ->
            table.row(
                String.valueOf(one.clients()),
                one.side(),
                Report.whole(one.perSecond()),
                Report.whole(one.settled()),
                Report.two(one.ratio()),
                Report.two(one.p50()),
                Report.two(one.p99()),
                String.valueOf(one.count()),
                Report.micros(one.micros())));
    return List.of("## Steps of tasks, beside Temporal", TEXT, table.toString(), kept(steps));
  }

  private static String kept(List<Steps> steps) {
    Map<String, String> bySide = new LinkedHashMap<>();
    steps.forEach(
        one ->
            bySide.put(
                one.side(),
                new TreeMap<>(one.kept())
                    .entrySet().stream()
                        .map(kind -> "%d %s".formatted(kind.getValue(), kind.getKey()))
                        .collect(Collectors.joining(", "))));
    return "Kept of one task's seven steps: "
        + bySide.entrySet().stream()
            .map(side -> "%s %s".formatted(side.getKey(), side.getValue()))
            .collect(Collectors.joining("; "))
        + ".";
  }
}
