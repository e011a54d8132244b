package io.witan.planning.domain;

import io.witan.shared.Ids;
import java.util.Optional;

/** Names the derivation of one plan: each plan has one, however often it is tried. */
public record DerivationId(String value) {
  private static final String PREFIX = "derive-";

  public DerivationId {
    Ids.valid("derivation_id", value);
  }

  public static DerivationId of(PlanId plan) {
    return new DerivationId(PREFIX + plan.value());
  }

  /** The one that a name tells, such as the task of a deliberation, if it is the name of one. */
  public static Optional<DerivationId> in(String name) {
    return name.startsWith(PREFIX) ? Optional.of(new DerivationId(name)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
