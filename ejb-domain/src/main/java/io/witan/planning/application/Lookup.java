package io.witan.planning.application;

import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.Optional;

/** Turns "not there" into the refusal that says so. */
final class Lookup {
  private Lookup() {}

  static <T> Outcome<T> required(String kind, Object id, Optional<T> found) {
    return found
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.notFound(kind, id.toString())));
  }
}
