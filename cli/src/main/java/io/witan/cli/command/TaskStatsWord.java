package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Durations;
import io.witan.cli.term.Table;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How many tasks stand where. */
@Command(
    name = "stats",
    description = {
      "Count the tasks by where they stand, and tell how long they have been at a gate on average,",
      "how often work was turned down, and how many of the done tasks never were."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan task stats",
      "  ./witan task stats --story s-6f9619ff --json",
      "  ./witan task stats --role architect"
    })
final class TaskStatsWord extends ThingWord {
  @Option(names = "--story", paramLabel = "STORY", description = "Only the tasks of one story.")
  private String story;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "Only those that a role is in charge of: developer, architect, qa or po.")
  private String role;

  TaskStatsWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing counted = api.statistics(Optional.ofNullable(story), Optional.ofNullable(role));
    show(counted, () -> page(counted));
  }

  private void page(Thing counted) {
    line("tasks", counted.text("total_tasks"));
    line("in progress", counted.text("tasks_in_progress"));
    line("ended", counted.text("tasks_completed"));
    line(
        "waiting",
        "%s for an architect, %s for qa, %s for a po"
            .formatted(
                counted.text("tasks_waiting_architect"),
                counted.text("tasks_waiting_qa"),
                counted.text("tasks_waiting_po")));
    line(
        "on average",
        "%s at the architect, %s at qa so far"
            .formatted(
                seconds(counted, "avg_time_in_arch_review_seconds"),
                seconds(counted, "avg_time_in_qa_seconds")));
    line("turned down", counted.text("total_rejections"));
    line(
        "approved",
        String.format(
            Locale.ROOT,
            "%.0f %% of the done tasks at once",
            counted.json().path("approval_rate").asDouble()));
    Table table = new Table("STATE", "TASKS");
    counted
        .json()
        .path("tasks_by_state")
        .properties()
        .forEach(one -> table.row(one.getKey(), one.getValue().asText()));
    out().println();
    table.print(out(), environment().terminal().style());
  }

  private static String seconds(Thing counted, String field) {
    return Durations.spell(Duration.ofMillis((long) (counted.json().path(field).asDouble() * 1e3)));
  }
}
