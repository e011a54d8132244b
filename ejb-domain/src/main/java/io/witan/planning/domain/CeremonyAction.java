package io.witan.planning.domain;

/** What can be done with a ceremony. */
public enum CeremonyAction {
  ADD_STORIES,
  REMOVE_STORY,
  START,
  TAKE_FEEDBACK,
  /** Follows by itself, from the last feedback that was missing. */
  BEGIN_REVIEW,
  APPROVE_PLAN,
  REJECT_PLAN,
  COMPLETE,
  CANCEL
}
