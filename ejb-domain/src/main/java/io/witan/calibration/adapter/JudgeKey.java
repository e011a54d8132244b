package io.witan.calibration.adapter;

import io.witan.calibration.domain.Judge;

/** One text for a judge and a purpose: what predictions and standings are found by. */
final class JudgeKey {
  private JudgeKey() {}

  static String of(String purpose, Judge judge) {
    return "%s|%s|%s".formatted(purpose, judge.kind(), judge.name());
  }
}
