package io.witan.workflow.domain;

import io.witan.shared.WireNames;
import java.util.Locale;

/** Who may serve the gate of a role. People may always; the question is who may besides. */
public enum GateServing {
  /** People alone. */
  PEOPLE,
  /** Agents from outside, too, by their word over NATS. */
  OUTSIDE,
  /** Witan's own councils take the turns; agents from outside may act as well. */
  AGENTS;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a wire value, in any case.
   *
   * @throws io.witan.shared.InvalidValue when there is no such way
   */
  public static GateServing parse(String field, String value) {
    return WireNames.parse(values(), GateServing::wire, field, value);
  }
}
