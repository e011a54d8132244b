package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One plan. */
@Command(
    name = "show",
    description = "Show a plan, as those see it who decide on it.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan plan show PL-6f9619ff"})
final class PlanShowWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "PLAN", description = "The id of the plan.")
  private String id;

  PlanShowWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing plan = api.thing("plans", id);
    show(
        plan,
        () -> {
          heading(plan.text("title"));
          line("plan", plan.text("plan_id"));
          line("story", plan.text("story_id"));
          line("version", plan.text("number"));
          line("status", plan.text("status"));
          line("decided by", plan.text("decided_by"));
          line("note", plan.text("decision_note"));
          line("digest", plan.text("content_digest"));
          text(plan.text("description"));
          items("Acceptance criteria", plan.texts("acceptance_criteria"));
          items(
              "Tasks",
              plan.things("tasks").stream()
                  .map(task -> task.text("title") + " (" + task.text("role") + ")")
                  .toList());
          text(plan.text("technical_notes"));
        });
  }
}
