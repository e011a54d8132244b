package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.term.Table;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tasks that the server has. */
@Command(
    name = "list",
    description = "List the tasks, of a story or of all.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan task list s-6f9619ff",
      "  ./witan task list s-6f9619ff --archived --json",
      "  ./witan task list --status blocked --type testing --sort=-updated_at --limit 20"
    })
final class TaskListWord extends ListWord {
  @Mixin private CommonFilters filters;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "STORY",
      description = "The id of the story.")
  private String id;

  @Option(
      names = "--plan",
      paramLabel = "PLAN",
      description = "Only those that came out of a plan.")
  private String plan;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description =
          "Only those that are todo, in_progress, in_review, blocked, completed or cancelled.")
  private String status;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Only those of a type, for example development, testing or bug_fix.")
  private String type;

  TaskListWord(Environment environment) {
    super(environment);
  }

  @Override
  String list() {
    return "tasks";
  }

  @Override
  ListQuery narrowed(ListQuery query) {
    return filters
        .narrow(query)
        .with("STORY", "story_id", Optional.ofNullable(id))
        .with("--plan", "plan_id", Optional.ofNullable(plan))
        .with("--status", "status", Optional.ofNullable(status))
        .with("--type", "type", Optional.ofNullable(type));
  }

  @Override
  Table table() {
    return new Table("TASK", "STATUS", "PRIORITY", "TYPE", "FOR", "MARK", "TITLE");
  }

  @Override
  Object[] row(Thing task) {
    return new Object[] {
      task.text("task_id"),
      task.text("status"),
      task.text("priority"),
      task.text("type"),
      task.text("assigned_to"),
      mark(task),
      task.text("title")
    };
  }
}
