package io.witan.benchmarks.ray;

import io.agroal.api.AgroalDataSource;
import io.witan.benchmarks.Benchmarks;
import io.witan.benchmarks.Effort;
import io.witan.benchmarks.deliberations.InProcessCouncils;
import io.witan.benchmarks.deliberations.StubProcess;
import io.witan.benchmarks.load.Contender;
import io.witan.benchmarks.load.Contest;
import io.witan.benchmarks.report.Results.OnRay;
import io.witan.benchmarks.report.Results.RayProcess;
import io.witan.benchmarks.stack.LoneGraph;
import io.witan.benchmarks.stack.PythonServer;
import io.witan.deliberation.port.TurnRunner;
import io.witan.executor.HandWiredRunner;
import io.witan.executor.ray.HandWiredRay;
import io.witan.neo4j.Graph;
import io.witan.neo4j.GraphPool;
import io.witan.neo4j.Migrations;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Turns and councils over Ray, beside the same straight to the model server. */
public final class RayBenchmark implements AutoCloseable {
  private static final int POOL = 16;
  private static final int CLIENTS = 32;
  private static final int SLOW = 200;
  private static final int WORKERS = 2;
  private static final List<Integer> ACTORS = List.of(1, 2, 4);

  private final Path root;
  private final Path work;
  private final Path token;
  private final StubProcess stub;
  private final Effort effort;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<RayProcess> processes = new ArrayList<>();
  private final List<OnRay> sides = new ArrayList<>();

  public RayBenchmark(Path root, Path work, StubProcess stub, Effort effort) throws Exception {
    this.root = root;
    this.work = Files.createDirectories(work.resolve("ray"));
    this.token = this.work.resolve("token");
    this.stub = stub;
    this.effort = effort.forMany();
  }

  /** Measures all; then the figures are there. */
  public void run() throws Exception {
    turns();
    councils();
  }

  /** Start and memory of each process, after the turns. */
  public List<RayProcess> processes() {
    return processes;
  }

  /** What each side did. */
  public List<OnRay> sides() {
    return sides;
  }

  private void turns() throws Exception {
    Benchmarks.say("starting vLLM and Ray");
    try (PythonServer vllm = PythonServer.vllm(root, work);
        PythonServer ray = PythonServer.ray(root, work, vllm.url(), token, WORKERS);
        Contender straight = new Turns(straight(vllm.url(), PythonServer.MODEL));
        Contender over = new Turns(over(ray, PythonServer.MODEL))) {
      add("turns of vLLM", WORKERS, new Contest("turns of vLLM", List.of(straight, over), effort));
      processes.addAll(vllm.processes());
      processes.addAll(ray.processes());
    }
  }

  private void councils() throws Exception {
    stub.delay(SLOW);
    try (LoneGraph server = LoneGraph.start(root, work.resolve("graph"));
        AgroalDataSource pool = GraphPool.open(server.url(), "neo4j", server.password(), POOL)) {
      Graph graph = new Graph(pool);
      new Migrations(graph).migrate();
      for (int actors : ACTORS) {
        councils(graph, server.pid(), actors);
      }
    }
  }

  private void councils(Graph graph, long server, int actors) throws Exception {
    Benchmarks.say("starting Ray with %d actors".formatted(actors));
    URI model = URI.create(stub.url() + "/v1");
    try (PythonServer ray = PythonServer.ray(root, work, model, token, actors);
        Contender straight =
            new InProcessCouncils("openai", graph, server, straight(model, "stub"));
        Contender over = new InProcessCouncils("ray", graph, server, over(ray, "stub"))) {
      add(
          "councils, 200 ms a turn",
          actors,
          new Contest(
              "councils over %d actors".formatted(actors),
              List.of(straight, over),
              effort.at(CLIENTS)));
    }
  }

  private void add(String what, int actors, Contest contest) throws Exception {
    contest
        .run()
        .forEach(
            one ->
                sides.add(
                    new OnRay(
                        what,
                        actors,
                        one.clients(),
                        one.name(),
                        one.perSecond(),
                        one.ratio(),
                        one.p50(),
                        one.p99(),
                        one.count(),
                        one.rates())));
  }

  private static TurnRunner straight(URI server, String model) {
    return HandWiredRunner.openAi(server.toString(), model, Clock.systemUTC());
  }

  private TurnRunner over(PythonServer ray, String model) {
    return HandWiredRay.at(ray.url(), token, model, threads, Clock.systemUTC());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
