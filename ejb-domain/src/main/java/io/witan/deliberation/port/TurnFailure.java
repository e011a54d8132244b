package io.witan.deliberation.port;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a turn got no answer. The kind decides what the deliberation does: wait, try once more, or
 * give the turn up.
 */
public abstract sealed class TurnFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private TurnFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** The runner or its model cannot be reached or is too busy: waiting may help. */
  public static final class RunnerUnavailable extends TurnFailure {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;

    public RunnerUnavailable(String reason, Optional<Duration> retryAfter, Throwable cause) {
      super(reason, cause);
      this.retryAfter = retryAfter;
    }

    public RunnerUnavailable(String reason) {
      this(reason, Optional.empty(), null);
    }

    /** How long the runner asked to be left alone. */
    public Optional<Duration> retryAfter() {
      return retryAfter == null ? Optional.empty() : retryAfter;
    }
  }

  /** The runner refuses the request as it is: the same request will never be answered. */
  public static final class TurnRejected extends TurnFailure {
    private static final long serialVersionUID = 1L;

    public TurnRejected(String reason, Throwable cause) {
      super(reason, cause);
    }

    public TurnRejected(String reason) {
      this(reason, null);
    }
  }

  /** No answer came before the deadline. */
  public static final class TurnTimedOut extends TurnFailure {
    private static final long serialVersionUID = 1L;

    public TurnTimedOut(String reason, Throwable cause) {
      super(reason, cause);
    }

    public TurnTimedOut(String reason) {
      this(reason, null);
    }
  }

  /**
   * Who took the turn has lost it, and nobody knows whether its answer was paid for: it is sent
   * again, and the attempt is noted as lost.
   */
  public static final class TurnLost extends TurnFailure {
    private static final long serialVersionUID = 1L;

    public TurnLost(String reason, Throwable cause) {
      super(reason, cause);
    }

    public TurnLost(String reason) {
      this(reason, null);
    }
  }

  /** An answer came, and it is not what was asked for. */
  public static final class BadAnswer extends TurnFailure {
    private static final long serialVersionUID = 1L;

    public BadAnswer(String reason, Throwable cause) {
      super(reason, cause);
    }

    public BadAnswer(String reason) {
      this(reason, null);
    }
  }
}
