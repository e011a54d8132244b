package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A mode, or the word {@code auto}: council and vote in turn, until one has shown to be better.
 *
 * @param named absent for {@code auto}
 */
public record ModeChoice(Optional<Mode> named) {
  private static final String AUTO = "auto";

  /** That mode and no other. */
  public static ModeChoice of(Mode mode) {
    return new ModeChoice(Optional.of(mode));
  }

  /**
   * Reads a name, in any case.
   *
   * @throws InvalidValue when it is none of council, vote, single and auto
   */
  public static ModeChoice parse(String field, String name) {
    Optional<Mode> named =
        Stream.of(Mode.values()).filter(mode -> mode.wire().equalsIgnoreCase(name)).findFirst();
    if (named.isEmpty() && !AUTO.equalsIgnoreCase(name)) {
      throw new InvalidValue(field, name, "council, vote, single or auto");
    }
    return new ModeChoice(named);
  }

  /** The mode that is named, or the one that is found. */
  public Mode or(Supplier<Mode> found) {
    return named.orElseGet(found);
  }
}
