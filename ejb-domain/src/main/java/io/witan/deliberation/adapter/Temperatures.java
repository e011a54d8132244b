package io.witan.deliberation.adapter;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Temperatures that may be absent, as texts of a list. */
final class Temperatures {
  private Temperatures() {}

  static String text(Optional<Double> temperature) {
    return temperature.map(String::valueOf).orElse("");
  }

  /** So many; all absent where the node is older than temperatures are. */
  static List<Optional<Double>> of(List<String> texts, int many) {
    return texts.isEmpty()
        ? Collections.nCopies(many, Optional.empty())
        : texts.stream()
            .map(text -> Optional.of(text).filter(some -> !some.isEmpty()).map(Double::valueOf))
            .toList();
  }
}
