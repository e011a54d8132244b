package io.witan.cli.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What every list of things that have a title and can be deleted is narrowed by. */
final class CommonFilters {
  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "Only those with this text in their title, in upper or lower case.")
  private String text;

  @Option(names = "--archived", description = "Those that were deleted, too.")
  private boolean archived;

  ListQuery narrow(ListQuery query) {
    return query
        .with("--text", "text", Optional.ofNullable(text))
        .with("--archived", "archived", Optional.of(archived).filter(asked -> asked));
  }
}
