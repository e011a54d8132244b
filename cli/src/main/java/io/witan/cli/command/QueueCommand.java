package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Json;
import io.witan.cli.api.Thing;
import io.witan.cli.term.Table;
import io.witan.cli.term.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What waits for a role. */
@Command(
    name = "queue",
    description = {
      "List the tasks that somebody of a role should take up, the next one first:",
      "by priority, which rises with the time of waiting, then rejections, then age."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan queue developer", "  ./witan queue qa --json"})
final class QueueCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(index = "0", paramLabel = "ROLE", description = "developer, architect, qa or po.")
  private String role;

  @Mixin private Output output;

  QueueCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    List<Thing> queue = new Access(environment).api().queue(role);
    Terminal terminal = environment.terminal();
    if (output.json) {
      terminal.out().println(Json.pretty(queue.stream().map(Thing::json).toList()));
    } else if (queue.isEmpty()) {
      terminal.out().println("nothing waits for " + role);
    } else {
      table(queue).print(terminal.out(), terminal.style());
    }
    return WitanCommand.ok();
  }

  private static Table table(List<Thing> queue) {
    Table table =
        new Table(
            "TASK",
            "STATE",
            "RANK",
            "PRIORITY",
            "REJECTED",
            "WAITING SINCE",
            "DUE AT",
            "LATE",
            "STORY");
    queue.forEach(
        task ->
            table.row(
                task.text("task_id"),
                task.text("state"),
                task.text("rank"),
                task.text("priority"),
                task.text("rejections"),
                task.text("waiting_since"),
                task.text("due_at"),
                String.join(",", task.texts("breached")),
                task.text("story_id")));
    return table;
  }
}
