package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Json;
import io.witan.cli.api.Thing;
import io.witan.cli.term.Table;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Shows who takes the turns, as the administrator: its clusters, how full they are, what failed.
 */
@Command(
    name = "runner",
    description = {
      "Show who takes the turns of deliberations, and whether it can be reached.",
      "Of a runner with clusters: SLOTS are deliberations that have turns there, of those that may;",
      "WAITING are turns in the queue, of those that may wait. BREAKER is OPEN while a cluster is",
      "left alone, as its last calls have failed."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan runner", "  ./witan runner --json"})
final class RunnerCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private Output output;

  RunnerCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Thing runner = new Access(environment).admin().runner();
    if (output.json) {
      out().println(Json.pretty(runner.json()));
    } else {
      page(runner);
    }
    return WitanCommand.ok();
  }

  private PrintStream out() {
    return environment.terminal().out();
  }

  private void page(Thing runner) {
    out()
        .println(
            "%s %s: %s"
                .formatted(
                    runner.text("runner"),
                    runner.text("model"),
                    runner.text("reach").toLowerCase(Locale.ROOT)));
    if (!runner.text("detail").isBlank()) {
      out().println(runner.text("detail"));
    }
    if (!runner.things("clusters").isEmpty()) {
      clusters(runner);
    }
  }

  private void clusters(Thing runner) {
    Table table =
        new Table(
            "CLUSTER",
            "REACHED",
            "BREAKER",
            "WEIGHT",
            "SLOTS",
            "RUNNING",
            "WAITING",
            "COMPLETED",
            "FAILED",
            "LOST",
            "REFUSED",
            "ADDRESS");
    runner.things("clusters").forEach(cluster -> table.row(row(cluster)));
    table.print(out(), environment.terminal().style());
  }

  private static Object[] row(Thing cluster) {
    Thing load = new Thing(cluster.json().path("load"));
    return new Object[] {
      cluster.text("name"),
      cluster.flag("reachable") ? "yes" : "no",
      cluster.text("breaker"),
      cluster.text("weight"),
      of(load, "running_groups", "slots"),
      load.text("running"),
      of(load, "waiting", "queue"),
      load.text("completed"),
      load.text("failed"),
      load.text("lost"),
      load.text("refused"),
      cluster.text("url")
    };
  }

  /** So many of so many; nothing where the cluster does not say. */
  private static String of(Thing load, String some, String all) {
    return load.text(all).isEmpty() ? "" : load.text(some) + " of " + load.text(all);
  }
}
