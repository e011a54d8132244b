package io.witan.deliberation.domain;

import io.witan.shared.Role;

/** What the agents are asked for. */
public enum Purpose {
  /** How to build a story: tasks, their order and size. */
  PLAN(Role.ARCHITECT, Role.PO),
  /** How to do one task: a patch, or a note for the one who does it. */
  IMPLEMENT(Role.DEVELOPER, Role.DEVELOPER),
  /** What one role sees in a story; whose role it is says who takes the seats. */
  REVIEW(Role.ARCHITECT, Role.PO),
  /** Which tasks an approved plan is cut into, and which of them wait for which. */
  DERIVE(Role.ARCHITECT, Role.PO),
  /** How ready a story is to be planned, by those who will have to say that it works. */
  READINESS(Role.QA, Role.PO),
  /** Whether the work on a task may pass the architect's gate. */
  JUDGE_DESIGN(Role.ARCHITECT, Role.ARCHITECT),
  /** Whether it may pass the gate of QA. */
  JUDGE_TESTS(Role.QA, Role.QA);

  private final Role seats;
  private final Role needed;

  Purpose(Role seats, Role needed) {
    this.seats = seats;
    this.needed = needed;
  }

  /** Whether its subject only names it: then what is known about the story helps. */
  public boolean isNamedForStory() {
    return this == REVIEW || this == DERIVE || this == READINESS;
  }

  /** Whether it is a yes or a no, so that plain majority can decide it. */
  public boolean isDecision() {
    return this == JUDGE_DESIGN || this == JUDGE_TESTS;
  }

  /** The role of the agents when nobody was named. */
  public Role seats() {
    return seats;
  }

  /** The role that who starts it must hold. */
  public Role needed() {
    return needed;
  }

  /**
   * What a council at the gate of a role is asked for.
   *
   * @throws IllegalArgumentException when councils serve no gate of that role
   */
  public static Purpose ofGate(Role gate) {
    return switch (gate) {
      case DEVELOPER -> IMPLEMENT;
      case ARCHITECT -> JUDGE_DESIGN;
      case QA -> JUDGE_TESTS;
      default -> throw new IllegalArgumentException("no council serves a gate of " + gate.wire());
    };
  }
}
