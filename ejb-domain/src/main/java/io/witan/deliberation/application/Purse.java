package io.witan.deliberation.application;

import io.witan.deliberation.domain.Budget;
import java.util.HashMap;
import java.util.Map;

/**
 * What a deliberation may still spend. What a turn may cost at most is set aside before it is sent
 * and given back with its answer, when its real cost is known. Belongs to one thread.
 */
final class Purse {
  private final Map<OpenTurn, Budget> setAside = new HashMap<>();
  private Budget left;

  Purse(Budget left) {
    this.left = left;
  }

  /** What is neither spent nor set aside. */
  Budget left() {
    return left.minus(setAside.values().stream().reduce(Budget.NOTHING, Budget::plus));
  }

  /** Sets the most aside that a turn may cost; false when there is less. */
  boolean setAside(OpenTurn turn, Budget worst) {
    if (!left().covers(worst)) {
      return false;
    }
    setAside.put(turn, worst);
    return true;
  }

  void giveBack(OpenTurn turn) {
    setAside.remove(turn);
  }

  void spend(Budget cost) {
    left = left.minus(cost);
  }
}
