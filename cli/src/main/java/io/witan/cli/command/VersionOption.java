package io.witan.cli.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The version that a change is meant for. */
final class VersionOption {
  @Option(
      names = "--if-version",
      paramLabel = "N",
      description = "Only when it is still at this version.")
  private Long version;

  /** The one that the caller looked at, if it matters. */
  Optional<Long> seen() {
    return Optional.ofNullable(version);
  }
}
