package io.witan.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.witan.cli.Environment;
import io.witan.cli.api.RefusedException;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One task, and its way through the gates. */
@Command(
    name = "show",
    description = {
      "Show a task: what is to be done, where it stands at its gates, who holds it under which token,",
      "until when it is due, what can be done to it and by which role, and the steps it has taken."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan task show T-6f9619ff", "  ./witan task show T-6f9619ff --json"})
final class TaskShowWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "TASK", description = "The id of the task.")
  private String id;

  TaskShowWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing task = api.thing("tasks", id);
    Optional<Thing> workflow = workflow(api, id);
    show(
        together(task, workflow),
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
          workflow.ifPresent(this::page);
        });
  }

  /** The task, with its way through the gates as its {@code workflow}. */
  private static Thing together(Thing task, Optional<Thing> workflow) {
    ObjectNode both = task.json().deepCopy();
    workflow.ifPresent(one -> both.set("workflow", one.json()));
    return new Thing(both);
  }

  /** Absent until the story is ready for execution. */
  private static Optional<Thing> workflow(WitanApi api, String id) {
    try {
      return Optional.of(api.thing("workflows", id));
    } catch (RefusedException refused) {
      if (refused.is("NOT_FOUND")) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private void page(Thing workflow) {
    out().println();
    heading("Gates");
    line("state", workflow.text("state"));
    line("waits for", workflow.text("role_in_charge"));
    line("claim", TaskStanding.holder(workflow));
    line("due", workflow.text("due_at"));
    line("late", String.join(", ", workflow.texts("breached")));
    line("authors", String.join(", ", workflow.texts("authors")));
    line("commit", new Thing(workflow.json().path("artifacts")).text("commit_sha"));
    line("rejections", more(workflow.text("rejections")));
    line("retries", more(workflow.text("retry_count")));
    line("feedback", workflow.text("feedback"));
    line(
        "legal",
        String.join(
            ", ", workflow.things("legal_actions").stream().map(TaskShowWord::legal).toList()));
    line("changes", workflow.text("version"));
    List<Thing> steps = workflow.things("history");
    if (!steps.isEmpty()) {
      out().println();
      print(steps, new Table("AT", "ACTOR", "ACTION", "TO", "FEEDBACK"), TaskShowWord::columns);
    }
  }

  /** A number unless it is none. */
  private static String more(String number) {
    return number.equals("0") ? "" : number;
  }

  private static String legal(Thing action) {
    return "%s (%s)".formatted(action.text("action"), action.text("role"));
  }

  private static Object[] columns(Thing step) {
    return new Object[] {
      step.text("at"),
      step.text("actor"),
      step.text("action"),
      step.text("to_state"),
      step.text("feedback")
    };
  }
}
