package io.witan.cli.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** In which order a list comes, how much of it, and whether it is counted. */
final class PageOptions {
  @Option(
      names = "--sort",
      paramLabel = "FIELD",
      description =
          "created_at or updated_at; with a minus before it the newest first. Else created_at.")
  private String order;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "A page of so many, 1 to 500. Else all of them.")
  private String limit;

  @Option(
      names = "--after",
      paramLabel = "NEXT",
      description = "Go on where a page ended: what it said was next.")
  private String after;

  @Option(names = "--total", description = "Say how many there are in all.")
  private boolean total;

  ListQuery query() {
    return new ListQuery()
        .with("--sort", "sort", Optional.ofNullable(order))
        .with("--limit", "limit", Optional.ofNullable(limit))
        .with("--after", "after", Optional.ofNullable(after))
        .with("--total", "total", Optional.of(total).filter(asked -> asked));
  }
}
