package io.witan.benchmarks.workflow;

import io.agroal.api.AgroalDataSource;
import io.witan.benchmarks.Benchmarks;
import io.witan.benchmarks.Effort;
import io.witan.benchmarks.load.Contest;
import io.witan.benchmarks.load.Standing;
import io.witan.benchmarks.report.Results.Steps;
import io.witan.benchmarks.stack.LoneGraph;
import io.witan.benchmarks.stack.PlanningByHand;
import io.witan.benchmarks.stack.Quiet;
import io.witan.benchmarks.stack.Stack;
import io.witan.benchmarks.workflow.temporal.TemporalGates;
import io.witan.neo4j.Graph;
import io.witan.neo4j.GraphPool;
import io.witan.neo4j.Migrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leads tasks through their gates, in Witan and in Temporal. */
public final class WorkflowBenchmark {
  private static final int POOL = 16;
  private final Path root;
  private final Path work;
  private final Stack stack;
  private final Quiet quiet;
  private final Effort effort;

  public WorkflowBenchmark(Path root, Path work, Stack stack, Quiet quiet, Effort effort) {
    this.root = root;
    this.work = work.resolve("workflow");
    this.stack = stack;
    this.quiet = quiet;
    this.effort = effort.forMany();
  }

  /** Temporal with its defaults is what all are compared with. */
  public List<Steps> run() throws Exception {
    Benchmarks.say("starting two servers of Temporal, and a graph server for in process");
    Path temporal = root.resolve("benchmarks/target/temporal/bin/temporal");
    try (Gates plain = TemporalGates.plain(temporal, work.resolve("temporal"));
        Gates writeAhead = TemporalGates.writeAhead(temporal, work.resolve("temporal-wal"));
        LoneGraph server = LoneGraph.start(root, work.resolve("graph"));
        AgroalDataSource lone = GraphPool.open(server.url(), "neo4j", server.password(), POOL);
        AgroalDataSource shared =
            GraphPool.open(stack.graphUrl(), "neo4j", stack.graphPassword(), POOL)) {
      Graph own = new Graph(lone);
      new Migrations(own).migrate();
      RunningTasks running = running(new Graph(shared));
      try (Gates inProcess = new InProcessGates(own, server.pid());
          Gates rest = new RestGates(running);
          Gates grpc = new GrpcGates(stack.grpcPort(), running)) {
        return compare(List.of(plain, writeAhead, inProcess, rest, grpc));
      }
    }
  }

  private RunningTasks running(Graph graph) throws Exception {
    return new RunningTasks(stack, new WrittenTasks(graph, PlanningByHand.on(graph)), quiet);
  }

  private List<Steps> compare(List<Gates> gates) throws Exception {
    int most = Collections.max(effort.clients());
    List<Walk> walks = gates.stream().map(one -> new Walk(one, most)).toList();
    List<Standing> standings = new Contest("workflow", walks, effort).run();
    Map<String, Map<String, Long>> kept = new LinkedHashMap<>();
    for (Walk walk : walks) {
      kept.put(walk.name(), walk.keptOfOne());
    }
    List<Steps> steps = new ArrayList<>();
    standings.forEach(one -> steps.add(cell(one, kept.get(one.name()))));
    return steps;
  }

  private static Steps cell(Standing one, Map<String, Long> kept) {
    return new Steps(
        one.clients(),
        one.name(),
        one.perSecond(),
        one.settledPerSecond(),
        one.ratio(),
        one.p50(),
        one.p99(),
        one.count(),
        one.micros(),
        kept,
        one.rates());
  }
}
