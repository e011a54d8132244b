package io.witan.cli.command;

import io.witan.cli.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Looks at tasks, and does to them what can be done. */
@Command(
    name = "task",
    description = {
      "List the tasks, show one and its past, or take it through its gates.",
      "A claim answers a fencing token: give it with what you do next, and nobody's late work gets in."
    },
    synopsisSubcommandLabel =
        "(list | show | history | stats | claim | heartbeat | commit | approve | reject | revise"
            + " | discard | retry | assign | delete)",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan task list s-6f9619ff",
      "  ./witan task show T-6f9619ff",
      "  ./witan task claim T-6f9619ff",
      "  ./witan task commit T-6f9619ff --sha 6807ace288 --token 2",
      "  ./witan task reject T-6f9619ff --token 5 --feedback 'an expired card is not refused'",
      "  ./witan task history T-6f9619ff --at 3"
    })
final class TaskCommand extends Group {
  private TaskCommand(Environment environment) {
    super(environment, "task");
  }

  static CommandLine line(Environment environment) {
    CommandLine line = new CommandLine(new TaskCommand(environment));
    line.addSubcommand("list", new TaskListWord(environment));
    line.addSubcommand("show", new TaskShowWord(environment));
    line.addSubcommand("history", new TaskHistoryWord(environment));
    line.addSubcommand("stats", new TaskStatsWord(environment));
    line.addSubcommand("claim", new TaskTakeWord.Claim(environment));
    line.addSubcommand("heartbeat", new TaskHeartbeatWord(environment));
    line.addSubcommand("commit", new TaskCommitWord(environment));
    line.addSubcommand("approve", new TaskJudgeWord.Approve(environment));
    line.addSubcommand("reject", new TaskJudgeWord.Reject(environment));
    line.addSubcommand("revise", new TaskTakeWord.Revise(environment));
    line.addSubcommand("discard", new TaskJudgeWord.Discard(environment));
    line.addSubcommand("retry", new TaskRetryWord(environment));
    line.addSubcommand("assign", new TaskTakeWord.Assign(environment));
    line.addSubcommand("delete", DeleteWord.of(environment, "tasks", "./witan task delete T-7"));
    return line;
  }
}
