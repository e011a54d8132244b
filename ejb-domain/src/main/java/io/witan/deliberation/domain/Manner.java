package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How one agent differs from the others of its council; where nothing is said, it does not.
 *
 * @param temperature of the sampling, 0 to 2; absent means what each turn asks for
 * @param endpoint where it is asked; absent means by the configured runner
 * @param profile the name of the prompts that it is asked with; absent means the usual ones
 */
public record Manner(
    Optional<Double> temperature, Optional<Endpoint> endpoint, Optional<String> profile) {
  private static final double HOTTEST = 2;
  private static final Pattern PROFILE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Manner USUAL =
      new Manner(Optional.empty(), Optional.empty(), Optional.empty());

  public Manner {
    Objects.requireNonNull(endpoint, "endpoint");
    temperature.ifPresent(Manner::mustBeTemperature);
    profile.ifPresent(Manner::mustBeProfile);
  }

  private static void mustBeTemperature(double value) {
    if (!(value >= 0 && value <= HOTTEST)) {
      throw new InvalidValue("temperature", String.valueOf(value), "0 to 2");
    }
  }

  private static void mustBeProfile(String name) {
    if (!PROFILE.matcher(name).matches()) {
      throw new InvalidValue(
          "prompt_profile", name, "up to 63 small letters, digits and hyphens, for example terse");
    }
  }

  /** As all others. */
  public static Manner usual() {
    return USUAL;
  }

  /** As all others but for the temperature. */
  public static Manner at(double temperature) {
    return new Manner(Optional.of(temperature), Optional.empty(), Optional.empty());
  }
}
