package io.witan.benchmarks;

import io.witan.benchmarks.creation.CreateStoryBenchmark;
import io.witan.benchmarks.deliberations.DeliberationBenchmark;
import io.witan.benchmarks.deliberations.MemoryBenchmark;
import io.witan.benchmarks.deliberations.StubProcess;
import io.witan.benchmarks.lists.ListBenchmark;
import io.witan.benchmarks.ray.RayBenchmark;
import io.witan.benchmarks.relay.RelayBenchmark;
import io.witan.benchmarks.report.Report;
import io.witan.benchmarks.report.Results;
import io.witan.benchmarks.report.Results.Memory;
import io.witan.benchmarks.report.Results.Start;
import io.witan.benchmarks.stack.EventLog;
import io.witan.benchmarks.stack.Machine;
import io.witan.benchmarks.stack.ProductOwner;
import io.witan.benchmarks.stack.Quiet;
import io.witan.benchmarks.stack.Stack;
import io.witan.benchmarks.transitions.TransitionBenchmark;
import io.witan.benchmarks.workflow.WorkflowBenchmark;
import io.witan.neo4j.Graph;
import io.witan.neo4j.GraphPool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The program behind {@code benchmarks/run}: measures part after part and writes the report.
 *
 * <p>Arguments: the root of the source tree, then {@code --quick}, {@code --keep} (keeps the last
 * figures of the parts that are not named), {@code --redraw} (draws the last figures again,
 * measures nothing) and names of parts; no name means all.
 */
public final class Benchmarks {
  private static final Set<String> PARTS =
      Set.of(
          "start",
          "transitions",
          "relay",
          "deliberations",
          "create-story",
          "workflow",
          "lists",
          "ray");

  /** They need no stack that runs. */
  private static final Set<String> ALONE = Set.of("start", "ray");

  /** Long, and asked for by its name only. */
  private static final String MANY = "deliberations-memory";

  private final Path root;
  private final Path work;
  private final Effort effort;
  private final Set<String> parts;
  private final List<Start> starts = new ArrayList<>();
  private final List<Memory> memory = new ArrayList<>();
  private final List<Results.Transitions> transitions = new ArrayList<>();
  private final List<Results.RelayLag> lag = new ArrayList<>();
  private final List<Results.RelayCeiling> ceiling = new ArrayList<>();
  private final List<Results.Deliberations> deliberations = new ArrayList<>();
  private final List<Results.Held> held = new ArrayList<>();
  private final List<Results.Creations> creations = new ArrayList<>();
  private final List<Results.Steps> steps = new ArrayList<>();
  private final List<Results.Pages> pages = new ArrayList<>();
  private final List<Results.RayProcess> rayProcesses = new ArrayList<>();
  private final List<Results.OnRay> onRay = new ArrayList<>();

  private Benchmarks(Path root, Effort effort, Set<String> parts) throws Exception {
    this.root = root;
    this.effort = effort;
    this.parts = parts;
    Path parent = Files.createDirectories(root.resolve("benchmarks/target/homes"));
    this.work = Files.createTempDirectory(parent, "run-");
  }

  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    Path root = Path.of(words.get(0)).toAbsolutePath();
    Report report = new Report(root.resolve("benchmarks/report"));
    if (words.contains("--redraw")) {
      report.redraw();
      return;
    }
    // What the clients tell about themselves is no news here.
    Logger.getLogger("").setLevel(Level.WARNING);
    Effort effort = words.contains("--quick") ? Effort.quick() : Effort.full();
    Set<String> named =
        Set.copyOf(
            words.stream().filter(word -> PARTS.contains(word) || word.equals(MANY)).toList());
    Results results = new Benchmarks(root, effort, named.isEmpty() ? PARTS : named).run();
    report.write(words.contains("--keep") ? report.last().with(results) : results);
  }

  private Results run() throws Exception {
    Map<String, String> facts = Machine.facts(root);
    if (parts.contains("start")) {
      measureStarts();
    }
    if (!ALONE.containsAll(parts)) {
      measureLoad();
    }
    if (parts.contains("ray")) {
      measureRay();
    }
    Homes.remove(work);
    return new Results(
        facts,
        effort.name(),
        starts,
        memory,
        transitions,
        lag,
        ceiling,
        deliberations,
        held,
        creations,
        steps,
        pages,
        rayProcesses,
        onRay);
  }

  private void measureLoad() throws Exception {
    try (StubProcess stub = StubProcess.start(work);
        Stack stack = new Stack(root, work.resolve("loaded"), stub.settings())) {
      say("starting the stack for the load");
      Start unused = stack.up("loaded");
      try (EventLog events = EventLog.of(stack);
          var pool = GraphPool.open(stack.graphUrl(), "neo4j", stack.graphPassword(), 2)) {
        Quiet quiet = new Quiet(new Graph(pool), events);
        ProductOwner owner = ProductOwner.on(stack);
        if (parts.contains("transitions")) {
          transitions.addAll(
              new TransitionBenchmark(root, work, stack, owner, quiet, effort).run());
        }
        if (parts.contains("deliberations")) {
          deliberations.addAll(
              new DeliberationBenchmark(root, work, stub, stack, quiet, effort).run());
        }
        if (parts.contains(MANY)) {
          held.addAll(new MemoryBenchmark(stub, stack, quiet, effort).run());
        }
        if (parts.contains("relay")) {
          RelayBenchmark relay = new RelayBenchmark(stack, owner, events, quiet, effort);
          lag.add(relay.lag());
          ceiling.add(relay.ceiling());
        }
        memory.add(new Memory("after the load", stack.memory()));
        if (parts.contains("create-story")) {
          creations.addAll(
              new CreateStoryBenchmark(root, work, stack, owner, quiet, effort)
                  .run(Machine.natsServer(root)));
        }
        if (parts.contains("workflow")) {
          steps.addAll(new WorkflowBenchmark(root, work, stack, quiet, effort).run());
        }
        if (parts.contains("lists")) {
          pages.addAll(new ListBenchmark(owner, new Graph(pool), effort).run());
        }
      }
    }
  }

  private void measureRay() throws Exception {
    try (StubProcess stub = StubProcess.start(work);
        RayBenchmark ray = new RayBenchmark(root, work, stub, effort)) {
      ray.run();
      rayProcesses.addAll(ray.processes());
      onRay.addAll(ray.sides());
    }
  }

  /** In a home of its own, with nothing set: the default stack. */
  private void measureStarts() throws Exception {
    try (Stack stack = new Stack(root, work.resolve("default"), Map.of())) {
      say("cold start");
      starts.add(stack.up("cold"));
      memory.add(new Memory("after a cold start", stack.memory()));
      for (int i = 0; i < effort.warmStarts(); i++) {
        stack.down();
        say("warm start");
        starts.add(stack.up("warm"));
      }
      memory.add(new Memory("after a warm start", stack.memory()));
    }
  }

  /** Tells how far the run is. */
  public static void say(String what) {
    System.err.println("benchmarks: " + what);
  }
}
