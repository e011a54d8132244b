package io.witan.deliberation.domain;

import io.witan.shared.Ids;
import io.witan.shared.Role;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What was handed to the executor: a deliberation that runs by itself, under a name that tells what
 * it is about and when it came.
 *
 * <p>It never changes. How it goes is told by its deliberation, which has the same id; one that
 * could not be begun has none, and says why.
 *
 * @param task as the sender calls it, 1 to {@value #LONGEST_TASK} characters of an id
 * @param role for which it is done
 * @param failure why it could not be begun; absent when it was
 */
public record Submission(
    DeliberationId id, String task, Role role, Instant at, Optional<String> failure) {
  /** So that the id of the deliberation, which holds it, has room for more. */
  public static final int LONGEST_TASK = 150;

  public Submission {
    Objects.requireNonNull(id, "id");
    Ids.valid("task_id", task);
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(failure, "failure");
  }

  /** How far its deliberation is, as far as the deliberation itself does not tell. */
  public enum Stage {
    /** Nobody drives it yet. */
    WAITS,
    /** It is driven, or was. */
    TAKEN,
    /** It has ended, and is part of the statistics. */
    COUNTED
  }

  /**
   * The usual id, {@code deliberation-<task>-<seconds since 1970>}.
   *
   * @param place from 1: those that come within one second about one task are numbered from the
   *     second on
   */
  public static DeliberationId id(String task, Instant at, int place) {
    String id = "deliberation-%s-%d".formatted(task, at.getEpochSecond());
    return new DeliberationId(place == 1 ? id : id + "-" + place);
  }
}
