package io.witan.planning.domain;

import io.witan.shared.Ids;

/** Names the derivation of one plan: each plan has one, however often it is tried. */
public record DerivationId(String value) {
  /** What it begins with, also as the task of a deliberation. */
  public static final String PREFIX = "derive-";

  public DerivationId {
    Ids.valid("derivation_id", value);
  }

  public static DerivationId of(PlanId plan) {
    return new DerivationId(PREFIX + plan.value());
  }

  @Override
  public String toString() {
    return value;
  }
}
