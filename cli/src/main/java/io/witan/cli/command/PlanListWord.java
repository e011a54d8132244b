package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The plans of a story. */
@Command(
    name = "list",
    description = "List the plans of a story, the first version first.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan plan list s-6f9619ff", "  ./witan plan list s-6f9619ff --json"})
final class PlanListWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "STORY", description = "The id of the story.")
  private String id;

  PlanListWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    show(
        api.ofStory(id, "plans"),
        new Table("PLAN", "VERSION", "STATUS", "DECIDED BY", "CREATED", "TITLE"),
        plan ->
            new Object[] {
              plan.text("plan_id"),
              plan.text("number"),
              plan.text("status"),
              plan.text("decided_by"),
              plan.text("created_at"),
              plan.text("title")
            });
  }
}
