package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.term.Table;

/** What the words about one council do alike: they show it with its agents. */
abstract class CouncilWord extends ThingWord {
  CouncilWord(Environment environment) {
    super(environment);
  }

  void showCouncil(Thing council) {
    show(council, () -> page(council));
  }

  private void page(Thing council) {
    heading(council.text("council_id"));
    line("role", council.text("role"));
    line("created", council.text("created_at"));
    line("updated", council.text("updated_at"));
    line("version", council.text("version"));
    out().println();
    print(
        council.things("agents"),
        new Table("AGENT", "MODEL", "TEMPERATURE", "ENDPOINT", "PROMPTS"),
        CouncilWord::row);
  }

  private static Object[] row(Thing agent) {
    return new Object[] {
      agent.text("agent_id"),
      CouncilListWord.model(agent),
      agent.text("temperature"),
      agent.text("endpoint"),
      agent.text("prompt_profile")
    };
  }
}
