package io.witan.benchmarks.deliberations;

import io.agroal.api.AgroalDataSource;
import io.witan.benchmarks.Benchmarks;
import io.witan.benchmarks.Effort;
import io.witan.benchmarks.load.Contender;
import io.witan.benchmarks.load.Load;
import io.witan.benchmarks.load.Round;
import io.witan.benchmarks.report.Results.Held;
import io.witan.benchmarks.stack.LiveHeap;
import io.witan.benchmarks.stack.Quiet;
import io.witan.benchmarks.stack.Stack;
import io.witan.neo4j.Graph;
import io.witan.neo4j.GraphPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many deliberations on one stack: what the application still holds after so many of them. */
public final class MemoryBenchmark {
  private static final int CLIENTS = 32;
  private static final int POOL = 4;
  private static final int LOOKS = 10;
  private static final Duration MOST = Duration.ofHours(1);

  private final StubProcess stub;
  private final Stack stack;
  private final Quiet quiet;
  private final int deliberations;

  public MemoryBenchmark(StubProcess stub, Stack stack, Quiet quiet, Effort effort) {
    this.stub = stub;
    this.stack = stack;
    this.quiet = quiet;
    this.deliberations = effort.manyDeliberations();
  }

  /** The first look is before any deliberation. */
  public List<Held> run() throws Exception {
    stub.delay(0);
    List<Held> looks = new ArrayList<>();
    looks.add(look(0));
    int each = deliberations / LOOKS / CLIENTS;
    try (AgroalDataSource pool =
            GraphPool.open(stack.graphUrl(), "neo4j", stack.graphPassword(), POOL);
        Contender councils = new RestCouncils(stack, new Graph(pool), quiet)) {
      for (int done = 1; done <= LOOKS; done++) {
        councils.prepare(each * CLIENTS, Duration.ZERO);
        Round unused = new Load(CLIENTS, MOST, each).run(councils::call);
        councils.settle();
        looks.add(look(done * each * CLIENTS));
      }
    }
    return looks;
  }

  private Held look(int after) throws Exception {
    double heap = LiveHeap.of(stack.processes().get("witan"));
    Held held = new Held(after, heap, stack.memory());
    Benchmarks.say("memory, after %d deliberations: %s".formatted(after, held));
    return held;
  }
}
