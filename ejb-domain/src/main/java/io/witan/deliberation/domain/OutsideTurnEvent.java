package io.witan.deliberation.domain;

import java.time.Instant;

/** What has happened to a turn that an agent from outside takes. */
public sealed interface OutsideTurnEvent {

  TurnKey key();

  Instant at();

  /** The agent was asked, perhaps not for the first time. */
  record OutsideTurnAsked(TurnKey key, Question question, Instant deadline, Instant at)
      implements OutsideTurnEvent {}

  record OutsideTurnAnswered(TurnKey key, Reply reply, Instant at) implements OutsideTurnEvent {}

  /**
   * The agent said that it cannot.
   *
   * @param kindOfError as the agent names it
   */
  record OutsideTurnFailed(TurnKey key, String reason, String kindOfError, Instant at)
      implements OutsideTurnEvent {}
}
