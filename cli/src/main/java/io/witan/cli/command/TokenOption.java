package io.witan.cli.command;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The claim under which something is done. */
final class TokenOption {
  @Option(
      names = "--token",
      paramLabel = "N",
      description =
          "The fencing token that your claim answered: refused when that claim is over, also if you hold another one.")
  private Long token;

  void addTo(Map<String, Object> body) {
    Optional.ofNullable(token).ifPresent(shown -> body.put("fencing_token", shown));
  }
}
