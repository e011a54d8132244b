package io.witan.web.planning;

import io.witan.shared.Text;

/** A no to a plan or a decision, and why. */
public record RejectionWire(String reason) {

  String why() {
    return Text.required("reason", reason, 20_000);
  }
}
