package io.witan.shared;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why something was refused, in a form that a person, a program and every protocol can use.
 *
 * @param code the stable name of the reason, the same in REST, gRPC and the audit trail
 * @param message one sentence that says what was wrong and what would be right
 * @param details the fields that were wrong, if the refusal is about fields
 * @param pause how long to wait before the same may be asked again, where that is known
 */
public record Refusal(Code code, String message, List<Detail> details, Optional<Duration> pause) {

  /** The stable names; a name is never reused for another meaning. */
  public enum Code {
    /** A value is malformed, missing or out of range. */
    INVALID_ARGUMENT,
    /** Nobody is known to act: no token, or one that is not valid (any more). */
    UNAUTHENTICATED,
    /** The actor is known and may not do this. */
    FORBIDDEN,
    /** There is no such thing. */
    NOT_FOUND,
    /** There is one already. */
    ALREADY_EXISTS,
    /** The state machine has no such way from here. */
    ILLEGAL_TRANSITION,
    /** The way exists, but a condition on it does not hold. */
    GUARD_FAILED,
    /** The thing has changed since the caller looked at it. */
    STALE_VERSION,
    /** The idempotency key was used before, for another request. */
    IDEMPOTENCY_MISMATCH,
    /** A bound was reached; try again later. */
    LIMIT_EXCEEDED,
    /** Something that Witan needs cannot be reached; try again later. */
    UNAVAILABLE;

    /**
     * Whether the rules forbid it to the one who acts, now. The others are mistakes of typing or of
     * the moment, or come from nobody that is known.
     */
    public boolean isOfRules() {
      return switch (this) {
        case FORBIDDEN, ILLEGAL_TRANSITION, GUARD_FAILED, STALE_VERSION -> true;
        default -> false;
      };
    }
  }

  /**
   * One wrong field.
   *
   * @param field its name as the caller wrote it
   * @param value what was given, shortened; never a secret
   * @param expected what would have been right
   */
  public record Detail(String field, String value, String expected) {
    public Detail {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(expected, "expected");
      value = value == null ? "" : shorten(value);
    }

    private static String shorten(String text) {
      return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
  }

  public Refusal {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
    details = List.copyOf(details);
    Objects.requireNonNull(pause, "pause");
  }

  /** A refusal that does not say how long it lasts. */
  public Refusal(Code code, String message, List<Detail> details) {
    this(code, message, details, Optional.empty());
  }

  public static Refusal of(Code code, String message) {
    return new Refusal(code, message, List.of());
  }

  /** A refusal about one field: {@code title is "": expected 1 to 200 characters}. */
  public static Refusal invalid(String field, String value, String expected) {
    Detail detail = new Detail(field, value, expected);
    return new Refusal(
        Code.INVALID_ARGUMENT,
        "%s is \"%s\": expected %s".formatted(field, detail.value(), expected),
        List.of(detail));
  }

  public static Refusal notFound(String kind, String id) {
    return new Refusal(
        Code.NOT_FOUND,
        "there is no %s %s".formatted(kind, id),
        List.of(new Detail(kind + "_id", id, "the id of an existing " + kind)));
  }

  /** The same, which ends after that time. */
  public Refusal lasting(Duration time) {
    return new Refusal(code, message, details, Optional.of(time));
  }

  public <T> Outcome<T> asOutcome() {
    return Outcome.refused(this);
  }
}
