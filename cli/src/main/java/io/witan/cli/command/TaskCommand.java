package io.witan.cli.command;

import io.witan.cli.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Looks at tasks, keeps them claimed and deletes them. */
@Command(
    name = "task",
    description = "List the tasks, show, keep or delete one.",
    synopsisSubcommandLabel = "(list | show | heartbeat | delete)",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan task list s-6f9619ff", "  ./witan task delete T-6f9619ff"})
final class TaskCommand extends Group {
  private TaskCommand(Environment environment) {
    super(environment, "task");
  }

  static CommandLine line(Environment environment) {
    CommandLine line = new CommandLine(new TaskCommand(environment));
    line.addSubcommand("list", new TaskListWord(environment));
    line.addSubcommand("show", new TaskShowWord(environment));
    line.addSubcommand("heartbeat", new TaskHeartbeatWord(environment));
    line.addSubcommand("delete", DeleteWord.of(environment, "tasks", "./witan task delete T-7"));
    return line;
  }
}
