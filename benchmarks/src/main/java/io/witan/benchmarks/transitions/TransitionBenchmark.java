package io.witan.benchmarks.transitions;

import io.agroal.api.AgroalDataSource;
import io.witan.benchmarks.Benchmarks;
import io.witan.benchmarks.Effort;
import io.witan.benchmarks.load.Contender;
import io.witan.benchmarks.load.Contest;
import io.witan.benchmarks.load.Standing;
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
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Moves stories by four ways; bare neo4j-jdbc is the measure of the others. */
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
      try (Contender bare = bare(pool, graph, inProcess, most);
          Contender rest = new OverRest(owner, quiet, most);
          Contender grpc = new OverGrpc(stack.grpcPort(), owner, quiet, most)) {
        return new Contest("transitions", List.of(bare, inProcess, rest, grpc), effort)
            .run().stream().map(TransitionBenchmark::cell).toList();
      }
    }
  }

  private static Contender bare(
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

  private static Transitions cell(Standing one) {
    return new Transitions(
        one.clients(),
        one.name(),
        one.perSecond(),
        one.ratio(),
        one.p50(),
        one.p99(),
        one.count(),
        one.rates());
  }
}
