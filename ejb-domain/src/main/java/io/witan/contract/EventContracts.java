package io.witan.contract;

import java.util.List;

/** The events of one context. Each context has one, a bean beside its wire classes. */
public interface EventContracts {

  /** What the context sends. */
  List<EventContract> sent();

  /**
   * What the context tells those who listen right now, beside its events: no stream keeps it. A
   * subject ends with {@code *} for the id of what it is about.
   */
  default List<EventContract> told() {
    return List.of();
  }

  /** What the context takes from programs outside of Witan. */
  default List<EventContract> received() {
    return List.of();
  }
}
