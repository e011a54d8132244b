package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One task. */
@Command(
    name = "show",
    description = "Show a task.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan task show T-6f9619ff"})
final class TaskShowWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "TASK", description = "The id of the task.")
  private String id;

  TaskShowWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing task = api.thing("tasks", id);
    show(
        task,
        () -> {
          heading(task.text("title"));
          line("task", task.text("task_id"));
          line("story", task.text("story_id"));
          line("plan", task.text("plan_id"));
          line("status", task.text("status"));
          line("type", task.text("type"));
          line("for", task.text("assigned_to"));
          line("hours", task.text("estimated_hours"));
          line("priority", task.text("priority"));
          line("version", task.text("version"));
          line("mark", mark(task));
          items("Waits for", task.texts("depends_on"));
          text(task.text("description"));
        });
  }
}
