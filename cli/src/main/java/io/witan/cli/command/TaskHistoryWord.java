package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.WitanApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a task went through. */
@Command(
    name = "history",
    description = {
      "Show the changes of a task on its way through the gates, or what it was after one of them.",
      "With --planned, of the task as it was planned: its text, hours, what it waits for."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan task history T-6f9619ff",
      "  ./witan task history T-6f9619ff --at 3",
      "  ./witan task history T-6f9619ff --planned --at 1 --json"
    })
final class TaskHistoryWord extends HistoryWord {
  @Parameters(index = "0", paramLabel = "TASK", description = "The id of the task.")
  private String id;

  @Option(names = "--planned", description = "Of the task as it was planned.")
  private boolean planned;

  TaskHistoryWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    show(api, planned ? "task" : "workflow", id);
  }
}
