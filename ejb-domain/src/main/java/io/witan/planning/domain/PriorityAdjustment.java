package io.witan.planning.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.Objects;
import java.util.Optional;

/**
 * A story's new priority, and why.
 *
 * @param reason 1 to 2,000 characters
 */
public record PriorityAdjustment(Priority to, String reason) {
  public PriorityAdjustment {
    Objects.requireNonNull(to, "to");
    reason = Text.required("po_priority_reason", reason, 2_000);
  }

  /**
   * Reads what a caller sent; both texts empty means that nothing is adjusted.
   *
   * @throws InvalidValue when one is there without the other, or there is no such priority
   */
  public static Optional<PriorityAdjustment> parse(String priority, String reason) {
    if (!priority.isBlank()) {
      return Optional.of(
          new PriorityAdjustment(Priority.parse("priority_adjustment", priority), reason));
    }
    if (!reason.isBlank()) {
      throw new InvalidValue(
          "priority_adjustment", priority, "HIGH, MEDIUM or LOW, as a po_priority_reason is given");
    }
    return Optional.empty();
  }
}
