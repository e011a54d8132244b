package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One decision. */
@Command(
    name = "show",
    description = "Show a decision: what there was to choose from, who ruled on it, and why.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan decision show DEC-6f9619ff"})
final class DecisionShowWord extends ThingWord {
  @Parameters(index = "0", paramLabel = "DECISION", description = "The id of the decision.")
  private String id;

  DecisionShowWord(Environment environment) {
    super(environment);
  }

  @Override
  void ask(WitanApi api) {
    Thing decision = api.thing("decisions", id);
    show(
        decision,
        () -> {
          heading(decision.text("title"));
          line("decision", decision.text("decision_id"));
          line("story", decision.text("story_id"));
          line("plan", decision.text("plan_id"));
          line("status", decision.text("status"));
          line("chosen", decision.text("chosen"));
          line("proposed by", decision.text("proposed_by"));
          line("decided by", decision.text("decided_by"));
          line("note", decision.text("decision_note"));
          line("supersedes", decision.text("supersedes"));
          line("digest", decision.text("content_digest"));
          items("Options", decision.texts("options"));
          text(decision.text("rationale"));
          items("Affects", decision.texts("affects"));
        });
  }
}
