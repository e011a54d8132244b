package io.witan.benchmarks.creation;

import io.witan.benchmarks.Benchmarks;
import io.witan.benchmarks.Effort;
import io.witan.benchmarks.load.Load;
import io.witan.benchmarks.load.Numbers;
import io.witan.benchmarks.load.Round;
import io.witan.benchmarks.report.Results.Creations;
import io.witan.benchmarks.stack.ProductOwner;
import io.witan.benchmarks.stack.Quiet;
import io.witan.benchmarks.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets the sides take turns, in another order each round, and compares them round by round. */
public final class CreateStoryBenchmark {
  private final Path root;
  private final Path work;
  private final Stack stack;
  private final ProductOwner owner;
  private final Quiet quiet;
  private final Effort effort;

  public CreateStoryBenchmark(
      Path root, Path work, Stack stack, ProductOwner owner, Quiet quiet, Effort effort) {
    this.root = root;
    this.work = work;
    this.stack = stack;
    this.owner = owner;
    this.quiet = quiet;
    this.effort = effort;
  }

  /** What one side did in one round. */
  private record Turn(Round load, Map<String, Double> micros) {}

  public List<Creations> run(String natsServer) throws Exception {
    Benchmarks.say("starting the service in Python and what it writes to");
    try (Side python = PythonSide.start(root, work.resolve("peer"), natsServer);
        Side witan = WitanSide.plain(stack, owner, quiet);
        Side keyed = WitanSide.keyed(stack, owner, quiet)) {
      return compare(List.of(python, witan, keyed));
    }
  }

  private List<Creations> compare(List<Side> sides) throws Exception {
    for (Side side : sides) {
      Benchmarks.say("create-story, warming up " + side.name());
      Turn unused = turn(side, Collections.max(effort.clients()), effort.warmUp());
    }
    List<Creations> cells = new ArrayList<>();
    for (int clients : effort.clients()) {
      for (Side side : sides) {
        Turn unused = turn(side, clients, effort.round());
      }
      Map<Side, List<Turn>> turns = turns(sides, clients);
      sides.forEach(
          side -> cells.add(cell(side, clients, turns.get(side), turns.get(sides.get(0)))));
    }
    return cells;
  }

  private Map<Side, List<Turn>> turns(List<Side> sides, int clients) throws Exception {
    Map<Side, List<Turn>> turns = new LinkedHashMap<>();
    sides.forEach(side -> turns.put(side, new ArrayList<>()));
    List<Side> order = new ArrayList<>(sides);
    for (int i = 0; i < effort.rounds(); i++) {
      Benchmarks.say("create-story, %d clients, round %d".formatted(clients, i + 1));
      for (Side side : order) {
        turns.get(side).add(turn(side, clients, effort.round()));
      }
      Collections.rotate(order, 1);
    }
    return turns;
  }

  /** Processor time counts until all is done, also what follows the answer. */
  private static Turn turn(Side side, int clients, Duration time) throws Exception {
    ProcessorTime before = ProcessorTime.of(side.processes());
    Round round = Load.lasting(clients, time).run(client -> side.create());
    side.settle();
    return new Turn(round, ProcessorTime.of(side.processes()).since(before));
  }

  private static Creations cell(Side side, int clients, List<Turn> turns, List<Turn> others) {
    List<Double> rates = turns.stream().map(turn -> turn.load().perSecond()).toList();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      ratios.add(rates.get(i) / others.get(i).load().perSecond());
    }
    List<Double> millis = Round.allMillis(turns.stream().map(Turn::load).toList());
    Map<String, Double> micros = new LinkedHashMap<>();
    turns.forEach(
        turn -> turn.micros().forEach((name, used) -> micros.merge(name, used, Double::sum)));
    micros.replaceAll((name, used) -> used / millis.size());
    return new Creations(
        clients,
        side.name(),
        Numbers.median(rates),
        Numbers.median(ratios),
        Numbers.percentile(millis, 0.5),
        Numbers.percentile(millis, 0.99),
        millis.size(),
        micros,
        rates);
  }
}
