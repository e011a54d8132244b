package io.witan.architecture.offender.planning.adapter;

import io.witan.ledger.domain.WireEvent;
import java.util.Map;

/** Sends an event that no contract describes. */
public final class Undescribed {
  private Undescribed() {}

  static WireEvent tell() {
    return new WireEvent("planning.something.happened", Map.of());
  }
}
