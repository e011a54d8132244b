package io.witan.cli.command;

import io.witan.cli.Stop;
import io.witan.cli.api.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What part of a list is asked for, in the words of the server; it knows which option each of them
 * came from, so that what the server does not take is told in the words of the command line.
 */
final class ListQuery {
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> options = new LinkedHashMap<>();

  /** Asks for more, if the option was given. */
  ListQuery with(String option, String name, Optional<?> value) {
    value.ifPresent(
        given -> {
          values.put(name, given.toString());
          options.put(name, option);
        });
    return this;
  }

  /** The parameters and their values. */
  Map<String, String> values() {
    return new LinkedHashMap<>(values);
  }

  /** The refusal, or what was wrong with which option. */
  Stop blame(RefusedException refused) {
    return Blame.of(refused, options);
  }
}
