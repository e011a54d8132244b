package io.witan.web.deliberation;

import io.witan.deliberation.domain.ModeChoice;
import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.shared.InvalidValue;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What is to be otherwise than usual in a deliberation that is started; what is absent is as the
 * settings say.
 *
 * @param mode council, vote, single or auto
 * @param rounds of critique and revision in a council, 0 to 3
 * @param timeLimit an ISO 8601 duration such as {@code PT10M}; where the settings allow less, that
 *     holds
 * @param constraints what proposals must keep to, beside what the settings say
 */
public record WishWire(String mode, Integer rounds, String timeLimit, ConstraintsWire constraints) {
  static final String MEANING =
      "mode: council, vote, single or auto; rounds: 0 to 3, of critique and revision in a council;"
          + " time_limit: an ISO 8601 duration such as PT10M, where the settings allow as much;"
          + " constraints: allowed_paths, tests, forbidden and requirements, beside those of the"
          + " settings.";

  Wish toDomain() {
    Wish wish =
        new Wish(
            Optional.ofNullable(mode).map(name -> ModeChoice.parse("mode", name)),
            Optional.ofNullable(rounds),
            Optional.ofNullable(timeLimit).map(WishWire::duration));
    return constraints == null ? wish : wish.keepingTo(constraints.toDomain());
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException malformed) {
      InvalidValue invalid =
          new InvalidValue("time_limit", text, "an ISO 8601 duration such as PT10M");
      invalid.addSuppressed(malformed);
      throw invalid;
    }
  }
}
