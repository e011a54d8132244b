package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Json;
import io.witan.cli.api.Readiness;
import io.witan.cli.api.Story;
import io.witan.cli.api.Task;
import io.witan.cli.api.WitanApi;
import io.witan.cli.api.Workflow;
import io.witan.cli.term.Table;
import io.witan.cli.term.Terminal;
import io.witan.cli.term.Words;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One story: its text, how ready it is, and where its tasks are. */
@Command(
    name = "show",
    description = "Show a story: its text, how ready it is, its tasks.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan story show s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
      "  ./witan story show s-6f9619ff-8b86-4d01-b42d-00cf4fc964ff --json"
    })
final class StoryShowCommand implements Callable<Integer> {
  private static final int EXCERPT_LINES = 40;
  private static final int WIDTH = 120;

  private final Environment environment;

  @Parameters(index = "0", paramLabel = "STORY", description = "The id of the story.")
  private String id;

  @Mixin private Output output;

  StoryShowCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    WitanApi api = new Access(environment).api();
    Story story = api.story(id);
    Readiness readiness = api.readiness(id);
    List<Task> tasks = api.tasks(id);
    List<Workflow> workflows = api.workflows(id);
    if (output.json) {
      environment
          .terminal()
          .out()
          .println(
              Json.pretty(
                  Map.of(
                      "story",
                      story,
                      "readiness",
                      readiness,
                      "tasks",
                      tasks,
                      "workflows",
                      workflows)));
    } else {
      show(story, readiness);
      show(tasks, workflows);
    }
    return WitanCommand.ok();
  }

  private void show(Story story, Readiness readiness) {
    Terminal terminal = environment.terminal();
    terminal.out().println(terminal.style().strong(Words.line(story.title(), WIDTH)));
    terminal
        .out()
        .println(
            "%s, %s, by %s, version %d%s"
                .formatted(
                    story.storyId(),
                    story.state(),
                    story.createdBy(),
                    story.version(),
                    story.archived() ? ", archived" : ""));
    String missing = readiness.ready() ? "" : ": " + readiness.missing();
    terminal.out().println("readiness %d of 100%s".formatted(readiness.score(), missing));
    readiness.judged().ifPresent(given -> terminal.out().println("council   " + given.summary()));
    terminal.out().println();
    Criteria.table(readiness.criteria()).print(terminal.out(), terminal.style());
    terminal.out().println();
    Words.excerpt(story.brief(), EXCERPT_LINES, WIDTH).forEach(terminal.out()::println);
    if (!story.acceptanceCriteria().isEmpty()) {
      terminal.out().println();
      terminal.out().println(terminal.style().strong("Acceptance criteria"));
      story
          .acceptanceCriteria()
          .forEach(
              one ->
                  terminal.out().println(terminal.style().bullet() + " " + Words.line(one, WIDTH)));
    }
  }

  private void show(List<Task> tasks, List<Workflow> workflows) {
    if (tasks.isEmpty()) {
      return;
    }
    Terminal terminal = environment.terminal();
    Table table = new Table("TASK", "STATE", "WAITS FOR", "COMMIT", "TITLE");
    for (Task task : tasks) {
      Workflow workflow =
          workflows.stream()
              .filter(one -> one.taskId().equals(task.taskId()))
              .findFirst()
              .orElse(null);
      table.row(
          task.taskId(),
          workflow == null ? task.status() : workflow.state(),
          workflow == null ? "" : workflow.roleInCharge(),
          workflow == null
              ? ""
              : workflow
                  .commit()
                  .map(sha -> sha.substring(0, Math.min(10, sha.length())))
                  .orElse(""),
          task.title());
    }
    terminal.out().println();
    table.print(terminal.out(), terminal.style());
  }
}
