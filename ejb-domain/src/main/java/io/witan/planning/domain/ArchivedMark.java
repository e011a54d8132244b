package io.witan.planning.domain;

import io.witan.shared.Outcome;
import io.witan.shared.Refusal;

/** What the mark of a deleted thing means for those who want to change it. */
final class ArchivedMark {
  private ArchivedMark() {}

  /**
   * The thing itself, unless it is archived.
   *
   * @param subject how the thing is called in the refusal, for example {@code story s-7}
   */
  static <T> Outcome<T> open(T thing, String subject, boolean archived) {
    return archived
        ? Outcome.refused(
            Refusal.of(
                Refusal.Code.GUARD_FAILED, "%s is archived: it takes no change".formatted(subject)))
        : Outcome.done(thing);
  }
}
