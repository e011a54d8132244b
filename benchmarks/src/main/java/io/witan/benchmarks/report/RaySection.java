package io.witan.benchmarks.report;

import java.util.List;

/** What the report says of turns and councils over Ray. */
final class RaySection {
  private static final String TEXT =
      """
      *Turns of vLLM*: each client takes turns of some fifty tokens, whose form a JSON schema sets, at one \
      vLLM on the processor with a tiny model of random weights: straight to it (*openai*), and over Ray \
      Serve, the registry and two actors (*ray*). Everything shares two cores, vLLM too, so what Ray \
      computes is missing there. *Councils*: deliberations in process of three agents, nine turns, by 32 \
      clients, with a stub that takes 200 ms for each turn; Ray is started anew with more and more actors. \
      The ways take turns in every round; a ratio is the median of the rounds' ratios over *openai*. \
      Memory is the proportional share (PSS), after the turns.""";

  private RaySection() {}

  static List<String> of(Results results) {
    Table sides =
        new Table(
            "what",
            "actors",
            "clients",
            "way",
            "per second",
            "over openai",
            "p50, ms",
            "p99, ms",
            "counted");
    results
        .onRay()
        .forEach(
            one ->
                sides.row(
                    one.what(),
                    String.valueOf(one.actors()),
                    String.valueOf(one.clients()),
                    one.side(),
                    Report.two(one.perSecond()),
                    Report.two(one.ratio()),
                    Report.whole(one.p50()),
                    Report.whole(one.p99()),
                    String.valueOf(one.count())));
    Table processes = new Table("process", "ready after, s", "memory, MB");
    results
        .rayProcesses()
        .forEach(
            one ->
                processes.row(
                    one.name(),
                    one.seconds() == 0 ? "" : Report.two(one.seconds()),
                    Report.whole(one.megabytes())));
    return List.of("## Over Ray", TEXT, sides.toString(), processes.toString());
  }
}
