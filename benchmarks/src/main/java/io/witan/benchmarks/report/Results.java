package io.witan.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of one run; a part that was left out is empty.
 *
 * @param facts about the machine and the versions, in the order in which they are shown
 * @param effort quick or full
 */
public record Results(
    Map<String, String> facts,
    String effort,
    List<Start> starts,
    List<Memory> memory,
    List<Transitions> transitions,
    List<RelayLag> relayLag,
    List<RelayCeiling> relayCeiling,
    List<Deliberations> deliberations,
    List<Held> held,
    List<Creations> creations,
    List<Steps> steps,
    List<Pages> pages,
    List<RayProcess> rayProcesses,
    List<OnRay> onRay) {

  /** Figures of before a part was there lack it. */
  public Results {
    held = held == null ? List.of() : held;
    creations = creations == null ? List.of() : creations;
    steps = steps == null ? List.of() : steps;
    pages = pages == null ? List.of() : pages;
    rayProcesses = rayProcesses == null ? List.of() : rayProcesses;
    onRay = onRay == null ? List.of() : onRay;
  }

  /** These figures, and of each part that another run has measured, those instead. */
  public Results with(Results newer) {
    Map<String, String> all = new LinkedHashMap<>(facts);
    all.put(
        "measured later: " + newer.parts(),
        "%s at commit %s, load before %s"
            .formatted(
                newer.facts().get("when"),
                newer.facts().get("commit"),
                newer.facts().get("load before (1, 5, 15 min)")));
    return new Results(
        all,
        effort,
        newer(starts, newer.starts()),
        newer(memory, newer.starts().isEmpty() ? List.of() : newer.memory()),
        newer(transitions, newer.transitions()),
        newer(relayLag, newer.relayLag()),
        newer(relayCeiling, newer.relayCeiling()),
        newer(deliberations, newer.deliberations()),
        newer(held, newer.held()),
        newer(creations, newer.creations()),
        newer(steps, newer.steps()),
        newer(pages, newer.pages()),
        newer(rayProcesses, newer.rayProcesses()),
        newer(onRay, newer.onRay()));
  }

  private String parts() {
    Map<String, List<?>> parts = new LinkedHashMap<>();
    parts.put("start", starts);
    parts.put("transitions", transitions);
    parts.put("relay", relayLag);
    parts.put("deliberations", deliberations);
    parts.put("deliberations-memory", held);
    parts.put("create-story", creations);
    parts.put("workflow", steps);
    parts.put("lists", pages);
    parts.put("ray", onRay);
    parts.values().removeIf(List::isEmpty);
    return String.join(", ", parts.keySet());
  }

  private static <T> List<T> newer(List<T> old, List<T> measured) {
    return measured.isEmpty() ? old : measured;
  }

  /**
   * A start of the stack.
   *
   * @param kind cold (an empty home) or warm (a home with data)
   * @param seconds of the whole command
   * @param processes seconds from the start of each process until it is ready
   */
  public record Start(String kind, double seconds, Map<String, Double> processes) {}

  /**
   * Resident memory.
   *
   * @param when for example "after the start"
   * @param megabytes of each process
   */
  public record Memory(String when, Map<String, Double> megabytes) {}

  /**
   * Story transitions by one way at one number of clients.
   *
   * @param perSecond median of the rounds
   * @param share of bare neo4j-jdbc: median of the rounds' ratios
   * @param p50 milliseconds
   * @param p99 milliseconds
   */
  public record Transitions(
      int clients,
      String way,
      double perSecond,
      double share,
      double p50,
      double p99,
      long count,
      List<Double> rounds) {}

  /** From the time of an event to its time in the stream, in milliseconds. */
  public record RelayLag(double rate, int events, double p50, double p99, double most) {}

  /** How fast a full outbox becomes empty. */
  public record RelayCeiling(int events, double seconds, double perSecond) {}

  /**
   * Deliberations by one side at one number of clients.
   *
   * @param delay of the model, in milliseconds a turn
   * @param perSecond median of the rounds
   * @param ratio over LangGraph with the faster client: median of the rounds' ratios
   * @param p50 milliseconds
   * @param p99 milliseconds
   * @param micros microseconds of processor time for each deliberation, by process
   */
  public record Deliberations(
      int delay,
      int clients,
      String side,
      double perSecond,
      double ratio,
      double p50,
      double p99,
      long count,
      Map<String, Double> micros,
      List<Double> rounds) {
    private static final int TURNS_IN_A_ROW = 3;

    /** The time of the model alone: three turns one after the other. */
    double ideal() {
      return delay * TURNS_IN_A_ROW;
    }
  }

  /**
   * What is held in memory after many deliberations.
   *
   * @param heap megabytes of the application's heap after a full garbage collection
   * @param resident megabytes of each process
   */
  public record Held(int deliberations, double heap, Map<String, Double> resident) {}

  /**
   * Stories written over gRPC by one side at one number of clients.
   *
   * @param perSecond median of the rounds
   * @param ratio over the service in Python: median of the rounds' ratios
   * @param p50 milliseconds
   * @param p99 milliseconds
   * @param micros microseconds of processor time for each story, by process
   */
  public record Creations(
      int clients,
      String side,
      double perSecond,
      double ratio,
      double p50,
      double p99,
      long count,
      Map<String, Double> micros,
      List<Double> rounds) {}

  /**
   * Steps of tasks by one side at one number of clients.
   *
   * @param perSecond median of the rounds
   * @param settled per second, where the time counts until every event was heard
   * @param ratio over Temporal with its defaults: median of the rounds' ratios
   * @param p50 milliseconds
   * @param p99 milliseconds
   * @param micros microseconds of processor time for each step, by process
   * @param kept what is kept of one task's whole walk, counted by kind
   */
  public record Steps(
      int clients,
      String side,
      double perSecond,
      double settled,
      double ratio,
      double p50,
      double p99,
      long count,
      Map<String, Double> micros,
      Map<String, Long> kept,
      List<Double> rounds) {}

  /**
   * A page of a list of stories over REST.
   *
   * @param few median milliseconds among 1,000 stories
   * @param many median milliseconds among 100,000
   */
  public record Pages(String list, double few, double many, double ratio) {}

  /**
   * A server of many processes, or one kind of them.
   *
   * @param seconds from its start until it is ready; 0 for a kind
   * @param megabytes its own memory, and its share of what it holds with others
   */
  public record RayProcess(String name, double seconds, double megabytes) {}

  /**
   * What one way to the model server did.
   *
   * @param what turns or councils
   * @param actors that ask the model server on Ray
   * @param side the name of the runner
   * @param perSecond median of the rounds
   * @param ratio over the way without Ray: median of the rounds' ratios
   * @param p50 milliseconds
   * @param p99 milliseconds
   */
  public record OnRay(
      String what,
      int actors,
      int clients,
      String side,
      double perSecond,
      double ratio,
      double p50,
      double p99,
      long count,
      List<Double> rounds) {}
}
