package io.witan.cli.command;

import io.witan.cli.Environment;
import io.witan.cli.api.Thing;
import io.witan.cli.api.WitanApi;
import io.witan.cli.term.Table;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The ceremonies that the server has. */
@Command(
    name = "list",
    description = "List the ceremonies.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  ./witan ceremony list", "  ./witan ceremony list --status REVIEWING --json"})
final class CeremonyListWord extends ThingWord {
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
  void ask(WitanApi api) {
    List<String> query = new ArrayList<>();
    if (status != null) {
      query.add(WitanApi.inQuery("status", status));
    }
    if (createdBy != null) {
      query.add(WitanApi.inQuery("created_by", createdBy));
    }
    show(
        api.things("/ceremonies" + (query.isEmpty() ? "" : "?" + String.join("&", query))),
        new Table("CEREMONY", "STATUS", "BY", "CREATED", "STORIES"),
        ceremony ->
            new Object[] {
              ceremony.text("ceremony_id"),
              ceremony.text("status"),
              ceremony.text("created_by"),
              ceremony.text("created_at"),
              String.join(
                  " ",
                  ceremony.things("reviews").stream()
                      .map((Thing review) -> review.text("story_id"))
                      .toList())
            });
  }
}
