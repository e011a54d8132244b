package io.witan.deliberation.domain;

import io.witan.shared.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What has happened to a deliberation. */
public sealed interface DeliberationEvent {

  DeliberationId deliberation();

  record DeliberationStarted(DeliberationId deliberation, Charter charter)
      implements DeliberationEvent {}

  /**
   * A turn was taken.
   *
   * @param request what the agent was asked, to the letter; kept beside the turn
   */
  record TurnRecorded(DeliberationId deliberation, Turn turn, String request, Instant at)
      implements DeliberationEvent {}

  /**
   * There is a winner.
   *
   * @param cut why it ended before its last turn; absent when it did not
   */
  record DeliberationCompleted(
      DeliberationId deliberation, List<Ranked> ranking, Optional<Cut> cut, Instant at)
      implements DeliberationEvent {}

  record DeliberationFailed(DeliberationId deliberation, String reason, Instant at)
      implements DeliberationEvent {}

  record DeliberationCancelled(DeliberationId deliberation, ActorId by, Instant at)
      implements DeliberationEvent {}
}
