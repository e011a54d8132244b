package io.witan.cli.command;

import io.witan.cli.Stop;
import io.witan.cli.api.Problem;
import io.witan.cli.api.RefusedException;
import java.util.Map;

/** Tells what the server does not take in the words of the command line. */
final class Blame {
  private Blame() {}

  /**
   * What was wrong with which option; the refusal itself when it is about none of them.
   *
   * @param options by the field that they were sent as
   */
  static Stop of(RefusedException refused, Map<String, String> options) {
    return refused.problem().errors().stream()
        .filter(error -> options.containsKey(error.field()))
        .findFirst()
        .map(error -> misused(options.get(error.field()), error))
        .orElse(refused);
  }

  private static Stop misused(String option, Problem.Field error) {
    return Stop.usage(
        "%s is \"%s\": expected %s"
            .formatted(option, error.value() == null ? "" : error.value(), error.expected()));
  }
}
