package io.witan.executor.ray;

import java.time.Duration;
import java.util.Optional;

/** Why a call of a cluster had no answer, and what that means for the turn. */
final class RayTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What happened to the call. */
  enum Kind {
    /** It did not get there: no connection, or none was tried. */
    AWAY,
    /** It may have got there; the answer did not come back, or not whole. */
    BROKEN,
    /** The cluster has no place for it, or is being restarted. */
    BUSY,
    /** The cluster does not know such a turn. */
    UNKNOWN,
    /** The cluster will not have it, and asking it again is of no use; another cluster may. */
    SHUT,
    /** It makes no sense to the cluster, and will to no other. */
    INVALID
  }

  private final Kind kind;
  private final transient Optional<Duration> retryAfter;

  RayTrouble(Kind kind, String message, Optional<Duration> retryAfter, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  RayTrouble(Kind kind, String message, Throwable cause) {
    this(kind, message, Optional.empty(), cause);
  }

  Kind kind() {
    return kind;
  }

  /** How long the cluster wants to be left alone. */
  Optional<Duration> retryAfter() {
    return retryAfter == null ? Optional.empty() : retryAfter;
  }

  /** Whether the cluster itself failed, which its breaker counts. */
  boolean isOutage() {
    return kind == Kind.AWAY || kind == Kind.BROKEN;
  }

  /** Whether the same call may have an answer a little later. */
  boolean mayPass() {
    return isOutage() || kind == Kind.BUSY;
  }
}
