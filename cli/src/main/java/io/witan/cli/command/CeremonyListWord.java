package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.term.Table;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The ceremonies that the server has. */
@Command(
    name = "list",
    description = "List the ceremonies.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./witan ceremony list",
      "  ./witan ceremony list --status REVIEWING --json",
      "  ./witan ceremony list --by anna --sort=-created_at --limit 20 --total"
    })
final class CeremonyListWord extends ListWord {
  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only those that are DRAFT, IN_PROGRESS, REVIEWING, COMPLETED or CANCELLED.")
  private String status;

  @Option(names = "--by", paramLabel = "USER", description = "Only those that a user created.")
  private String createdBy;

  CeremonyListWord(Environment environment) {
    super(environment);
  }

  @Override
  String list() {
    return "ceremonies";
  }

  @Override
  ListQuery narrowed(ListQuery query) {
    return query
        .with("--status", "status", Optional.ofNullable(status))
        .with("--by", "created_by", Optional.ofNullable(createdBy));
  }

  @Override
  Table table() {
    return new Table("CEREMONY", "STATUS", "BY", "CREATED", "STORIES");
  }

  @Override
  Object[] row(Thing ceremony) {
    return new Object[] {
      ceremony.text("ceremony_id"),
      ceremony.text("status"),
      ceremony.text("created_by"),
      ceremony.text("created_at"),
      String.join(
          " ", ceremony.things("reviews").stream().map(review -> review.text("story_id")).toList())
    };
  }
}
