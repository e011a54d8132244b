package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.term.Table;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The derivations of tasks that the server has, most of all those that wait for a person. */
@Command(
    name = "derivations",
    description = {
      "List the derivations of tasks, of all plans.",
      "Those that are FAILED wait for a person."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan plan derivations --status FAILED",
      "  ./witan plan derivations --story s-6f9619ff --json",
      "  ./witan plan derivations --sort=-updated_at --limit 20 --total"
    })
final class PlanDerivationsWord extends ListWord {
  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only those that are REQUESTED, DERIVED or FAILED.")
  private String status;

  @Option(names = "--story", paramLabel = "STORY", description = "Only those of a story.")
  private String story;

  PlanDerivationsWord(Environment environment) {
    super(environment);
  }

  @Override
  String list() {
    return "derivations";
  }

  @Override
  ListQuery narrowed(ListQuery query) {
    return query
        .with("--status", "status", Optional.ofNullable(status))
        .with("--story", "story_id", Optional.ofNullable(story));
  }

  @Override
  Table table() {
    return new Table("PLAN", "STATUS", "TASKS", "UPDATED", "STORY", "REASON");
  }

  @Override
  Object[] row(Thing derivation) {
    return new Object[] {
      derivation.text("plan_id"),
      derivation.text("status"),
      derivation.text("tasks"),
      derivation.text("updated_at"),
      derivation.text("story_id"),
      derivation.text("reason")
    };
  }
}
