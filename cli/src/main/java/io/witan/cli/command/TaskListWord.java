package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tasks of a story. */
@Command(
    name = "list",
    description = "List the tasks of a story.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan task list s-6f9619ff", "  ./witan task list s-6f9619ff --archived --json"})
final class TaskListWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "STORY", description = "The id of the story.")
  private String id;

  @Option(names = "--archived", description = "Those that were deleted, too.")
  private boolean archived;

  TaskListWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    show(
        api.things("/tasks?archived=" + archived + "&" + WitanApi.inQuery("story_id", id)),
        new Table("TASK", "STATUS", "PRIORITY", "TYPE", "FOR", "MARK", "TITLE"),
        task ->
            new Object[] {
              task.text("task_id"),
              task.text("status"),
              task.text("priority"),
              task.text("type"),
              task.text("assigned_to"),
              mark(task),
              task.text("title")
            });
  }
}
