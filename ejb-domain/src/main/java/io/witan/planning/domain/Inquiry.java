package io.witan.planning.domain;

import java.util.Objects;
import java.util.Optional;

/**
 * A council of one role was asked about a story.
 *
 * @param deliberation absent when none could be started
 * @param failure why no feedback came of it; absent while it is open, and when feedback came
 */
public record Inquiry(ReviewRole role, Optional<String> deliberation, Optional<String> failure) {
  public Inquiry {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(deliberation, "deliberation");
    Objects.requireNonNull(failure, "failure");
  }

  public static Inquiry submitted(ReviewRole role, String deliberation) {
    return new Inquiry(role, Optional.of(deliberation), Optional.empty());
  }

  public static Inquiry refused(ReviewRole role, String reason) {
    return new Inquiry(role, Optional.empty(), Optional.of(reason));
  }

  Inquiry failed(String reason) {
    return new Inquiry(role, deliberation, Optional.of(reason));
  }

  boolean isOf(ReviewRole wanted, String id) {
    return role == wanted && deliberation.filter(id::equals).isPresent();
  }
}
