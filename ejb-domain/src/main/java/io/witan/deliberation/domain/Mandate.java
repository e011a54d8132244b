package io.witan.deliberation.domain;

import io.witan.shared.Role;
import java.util.Objects;

/**
 * What a gate has given a council: a task, for which it speaks there when it has decided.
 *
 * @param gate the role whose gate it is
 * @param round how often the work on the task had been turned down, or begun anew, by then
 * @param attempt from 1: which council of this round it is
 * @param attempts how many there may be, then the task is left to people
 * @param fencingToken of the claim under which the council holds the task
 */
public record Mandate(Role gate, int round, int attempt, int attempts, long fencingToken) {
  public Mandate {
    Objects.requireNonNull(gate, "gate");
  }
}
