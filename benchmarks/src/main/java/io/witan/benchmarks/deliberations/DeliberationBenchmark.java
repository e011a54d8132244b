package io.witan.benchmarks.deliberations;

import io.agroal.api.AgroalDataSource;
import io.witan.benchmarks.Benchmarks;
import io.witan.benchmarks.Effort;
import io.witan.benchmarks.load.Contender;
import io.witan.benchmarks.load.Contest;
import io.witan.benchmarks.load.Standing;
import io.witan.benchmarks.report.Results.Deliberations;
import io.witan.benchmarks.stack.LoneGraph;
import io.witan.benchmarks.stack.Quiet;
import io.witan.benchmarks.stack.Stack;
import io.witan.executor.HandWiredRunner;
import io.witan.neo4j.Graph;
import io.witan.neo4j.GraphPool;
import io.witan.neo4j.Migrations;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Councils of three that plan stories, in Witan and in LangGraph, asking the same stub. */
public final class DeliberationBenchmark {
  private static final int POOL = 16;

  /** Milliseconds of a turn where the model is slow. */
  private static final int SLOW = 200;

  private final Path root;
  private final Path work;
  private final StubProcess stub;
  private final Stack stack;
  private final Quiet quiet;
  private final Effort effort;

  public DeliberationBenchmark(
      Path root, Path work, StubProcess stub, Stack stack, Quiet quiet, Effort effort) {
    this.root = root;
    this.work = work.resolve("deliberations");
    this.stub = stub;
    this.stack = stack;
    this.quiet = quiet;
    this.effort = effort.forMany();
  }

  /** LangGraph with the faster client is what all are compared with. */
  public List<Deliberations> run() throws Exception {
    Benchmarks.say("starting LangGraph twice, and a graph server for in process");
    try (Contender fast = langGraph("aiohttp");
        Contender usual = langGraph("langchain");
        LoneGraph server = LoneGraph.start(root, work.resolve("graph"));
        AgroalDataSource lone = GraphPool.open(server.url(), "neo4j", server.password(), POOL);
        AgroalDataSource shared =
            GraphPool.open(stack.graphUrl(), "neo4j", stack.graphPassword(), POOL)) {
      Graph own = new Graph(lone);
      new Migrations(own).migrate();
      try (Contender inProcess =
              new InProcessCouncils(
                  "Witan, in process",
                  own,
                  server.pid(),
                  HandWiredRunner.openAi(stub.url(), "stub", Clock.systemUTC()));
          Contender rest = new RestCouncils(stack, new Graph(shared), quiet)) {
        return compare(List.of(fast, usual, inProcess, rest));
      }
    }
  }

  private Contender langGraph(String client) throws Exception {
    return LangGraphCouncils.start(root, work.resolve(client), client, stub.url());
  }

  private List<Deliberations> compare(List<Contender> sides) throws Exception {
    List<Deliberations> cells = new ArrayList<>();
    stub.delay(0);
    add(cells, 0, new Contest("deliberations, 0 ms a turn", sides, effort).run());
    stub.delay(SLOW);
    add(
        cells,
        SLOW,
        new Contest("deliberations, %d ms a turn".formatted(SLOW), sides, effort).measure());
    return cells;
  }

  private static void add(List<Deliberations> cells, int delay, List<Standing> standings) {
    standings.forEach(
        one ->
            cells.add(
                new Deliberations(
                    delay,
                    one.clients(),
                    one.name(),
                    one.perSecond(),
                    one.ratio(),
                    one.p50(),
                    one.p99(),
                    one.count(),
                    one.micros(),
                    one.rates())));
  }
}
