package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Json;
import io.witan.cli.api.TaskGraph;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import io.witan.cli.term.Terminal;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The tasks of a story or a plan in their order, with the critical path and what can begin. */
@Command(
    name = "dag",
    description = {
      "Show tasks in an order in which they can be done, how long that takes, and what can begin.",
      "* marks the critical path, = other tasks that must not be late either."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan story dag s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
      "  ./witan plan dag PL-4a611c4f-3c5e-4a2b-8d7e-1f0b6c9d2e3a --json"
    })
final class DagCommand implements Callable<Integer> {
  private final Environment environment;
  private final BiFunction<WitanApi, String, TaskGraph> read;

  @Parameters(index = "0", paramLabel = "ID", description = "The id of the story or plan.")
  private String id;

  @Mixin private Output output;

  DagCommand(Environment environment, BiFunction<WitanApi, String, TaskGraph> read) {
    this.environment = environment;
    this.read = read;
  }

  @Override
  public Integer call() {
    TaskGraph graph = read.apply(new Access(environment).api(), id);
    if (output.json) {
      environment.terminal().out().println(Json.pretty(graph));
    } else {
      show(graph);
    }
    return WitanCommand.ok();
  }

  private void show(TaskGraph graph) {
    Terminal terminal = environment.terminal();
    if (graph.tasks().isEmpty()) {
      terminal.out().println("no tasks yet");
      return;
    }
    Table table = new Table("", "TASK", "STATE", "HOURS", "FROM", "SLACK", "WAITS FOR", "TITLE");
    graph
        .tasks()
        .forEach(
            task ->
                table.row(
                    mark(graph, task),
                    task.taskId(),
                    task.ready() ? "ready" : task.status(),
                    task.estimatedHours(),
                    task.earliestStart(),
                    task.slackHours(),
                    String.join(", ", graph.before(task)),
                    task.title()));
    table.print(terminal.out(), terminal.style());
    terminal.out().println();
    terminal
        .out()
        .println(
            "critical path, %d hours: %s"
                .formatted(graph.criticalHours(), String.join(" -> ", graph.criticalPath())));
    terminal.out().println("ready: " + (graph.ready().isEmpty() ? "nothing" : joined(graph)));
  }

  private static String joined(TaskGraph graph) {
    return String.join(", ", graph.ready());
  }

  private static String mark(TaskGraph graph, TaskGraph.Node task) {
    if (graph.criticalPath().contains(task.taskId())) {
      return "*";
    }
    return task.critical() ? "=" : "";
  }
}
