package io.witan.calibration.domain;

import io.witan.shared.Role;
import io.witan.shared.Text;
import java.util.Objects;

/**
 * What is deliberated on: what is easily judged for one purpose may be hard for another.
 *
 * @param purpose in the words of the deliberation, for example {@code PLAN}
 * @param role of those who deliberate
 */
public record Matter(String purpose, Role role) {
  public Matter {
    purpose = Text.required("purpose", purpose, 40);
    Objects.requireNonNull(role, "role");
  }
}
