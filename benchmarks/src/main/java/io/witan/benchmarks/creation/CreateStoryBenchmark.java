package io.witan.benchmarks.creation;

import io.witan.benchmarks.Benchmarks;
import io.witan.benchmarks.Effort;
import io.witan.benchmarks.load.Contender;
import io.witan.benchmarks.load.Contest;
import io.witan.benchmarks.load.Standing;
import io.witan.benchmarks.report.Results.Creations;
import io.witan.benchmarks.stack.ProductOwner;
import io.witan.benchmarks.stack.Quiet;
import io.witan.benchmarks.stack.Stack;
import java.nio.file.Path;
import java.util.List;

/** Writes stories over gRPC, into Witan and into a service in Python. */
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

  public List<Creations> run(String natsServer) throws Exception {
    Benchmarks.say("starting the service in Python and what it writes to");
    try (Contender python = PythonSide.start(root, work.resolve("peer"), natsServer);
        Contender witan = WitanSide.plain(stack, owner, quiet);
        Contender keyed = WitanSide.keyed(stack, owner, quiet)) {
      return new Contest("create-story", List.of(python, witan, keyed), effort)
          .run().stream().map(CreateStoryBenchmark::cell).toList();
    }
  }

  private static Creations cell(Standing one) {
    return new Creations(
        one.clients(),
        one.name(),
        one.perSecond(),
        one.ratio(),
        one.p50(),
        one.p99(),
        one.count(),
        one.micros(),
        one.rates());
  }
}
