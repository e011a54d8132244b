package io.witan.benchmarks.transitions;

import io.agroal.api.AgroalDataSource;
import io.witan.benchmarks.Benchmarks;
import io.witan.benchmarks.Effort;
import io.witan.benchmarks.load.Load;
import io.witan.benchmarks.load.Numbers;
import io.witan.benchmarks.load.Round;
import io.witan.benchmarks.report.Results.Transitions;
import io.witan.benchmarks.stack.LoneGraph;
import io.witan.benchmarks.stack.ProductOwner;
import io.witan.benchmarks.stack.Quiet;
import io.witan.benchmarks.stack.Stack;
import io.witan.neo4j.GraphPool;
import io.witan.neo4j.Migrations;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lets the ways take turns, in another order each round, and compares them round by round. */
public final class TransitionBenchmark {
  private static final int POOL = 16;
  private final Path root;
  private final Path work;
  private final Stack stack;
  private final ProductOwner owner;
  private final Quiet quiet;
  private final Effort effort;

  public TransitionBenchmark(
      Path root, Path work, Stack stack, ProductOwner owner, Quiet quiet, Effort effort) {
    this.root = root;
    this.work = work;
    this.stack = stack;
    this.owner = owner;
    this.quiet = quiet;
    this.effort = effort;
  }

  public List<Transitions> run() throws Exception {
    Benchmarks.say("starting a graph server for in process and bare");
    try (LoneGraph server = LoneGraph.start(root, work.resolve("lone-graph"));
        AgroalDataSource pool = GraphPool.open(server.url(), "neo4j", server.password(), POOL)) {
      int most = Collections.max(effort.clients());
      TappedGraph graph = new TappedGraph(pool);
      new Migrations(graph).migrate();
      InProcess inProcess = new InProcess(graph, most);
      try (Way bare = bare(pool, graph, inProcess, most);
          Way rest = new OverRest(owner, quiet, most);
          Way grpc = new OverGrpc(stack.grpcPort(), owner, quiet, most)) {
        return compare(List.of(bare, inProcess, rest, grpc));
      }
    }
  }

  private static Way bare(
      AgroalDataSource pool, TappedGraph graph, InProcess inProcess, int clients) {
    Story model = inProcess.write();
    Recording toReview = record(graph, inProcess, model, StoryState.PO_REVIEW, 2);
    Recording toDraft = record(graph, inProcess, model, StoryState.DRAFT, 3);
    return new BareJdbc(
        pool, toReview, toDraft, Stream.generate(inProcess::write).limit(clients).toList());
  }

  private static Recording record(
      TappedGraph graph, InProcess inProcess, Story model, StoryState target, long version) {
    return new Recording(
        model.id().value(),
        version,
        graph.record(
            () -> {
              Story moved = inProcess.move(model.id(), target);
              if (moved.version() != version) {
                throw new IllegalStateException("unexpected version " + moved.version());
              }
            }));
  }

  private List<Transitions> compare(List<Way> ways) throws Exception {
    for (Way way : ways) {
      Benchmarks.say("transitions, warming up " + way.name());
      Round unused = once(way, Collections.max(effort.clients()), effort.warmUp());
    }
    List<Transitions> cells = new ArrayList<>();
    for (int clients : effort.clients()) {
      for (Way way : ways) {
        Round unused = once(way, clients, effort.round());
      }
      Map<Way, List<Round>> rounds = rounds(ways, clients);
      ways.forEach(way -> cells.add(cell(way, clients, rounds.get(way), rounds.get(ways.get(0)))));
    }
    return cells;
  }

  private Map<Way, List<Round>> rounds(List<Way> ways, int clients) throws Exception {
    Map<Way, List<Round>> rounds = new LinkedHashMap<>();
    ways.forEach(way -> rounds.put(way, new ArrayList<>()));
    List<Way> order = new ArrayList<>(ways);
    for (int i = 0; i < effort.rounds(); i++) {
      Benchmarks.say("transitions, %d clients, round %d".formatted(clients, i + 1));
      for (Way way : order) {
        rounds.get(way).add(once(way, clients, effort.round()));
      }
      Collections.rotate(order, 1);
    }
    return rounds;
  }

  private static Round once(Way way, int clients, Duration time) throws Exception {
    Round round = Load.lasting(clients, time).run(way::move);
    way.settle();
    return round;
  }

  private static Transitions cell(Way way, int clients, List<Round> rounds, List<Round> bare) {
    List<Double> rates = rounds.stream().map(Round::perSecond).toList();
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      shares.add(rates.get(i) / bare.get(i).perSecond());
    }
    List<Double> millis = Round.allMillis(rounds);
    return new Transitions(
        clients,
        way.name(),
        Numbers.median(rates),
        Numbers.median(shares),
        Numbers.percentile(millis, 0.5),
        Numbers.percentile(millis, 0.99),
        millis.size(),
        rates);
  }
}
