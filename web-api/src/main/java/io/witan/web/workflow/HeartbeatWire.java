package io.witan.web.workflow;

import io.witan.shared.InvalidValue;

/**
 * A sign of life.
 *
 * @param fencingToken of the claim that shall hold on
 */
public record HeartbeatWire(Long fencingToken) {

  long token() {
    if (fencingToken == null) {
      throw new InvalidValue("fencing_token", "", "the fencing_token that the claim answered");
    }
    return fencingToken;
  }
}
