package io.witan.shared;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The envelope around every write: who sends it, and what makes it safe to repeat.
 *
 * @param actor who acts
 * @param idempotency the key under which a repetition gives the first answer
 * @param expectedVersion the version that the caller saw; absent means whichever is current
 * @param traceId joins the traces of one request across processes: a trace id, or the whole header
 *     of a {@link TraceContext}; may be empty
 */
public record Command(
    Actor actor,
    Optional<Idempotency> idempotency,
    Optional<Long> expectedVersion,
    String traceId) {

  /**
   * A caller's key and the digest of what it was sent with.
   *
   * @param key 1 to 200 characters, chosen by the caller
   * @param requestDigest SHA-256 (hex) of operation and body: the same key with another digest is
   *     refused
   */
  public record Idempotency(String key, String requestDigest) {
    public Idempotency {
      key = Text.required("idempotency_key", key, 200);
      Objects.requireNonNull(requestDigest, "requestDigest");
    }
  }

  public Command {
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(idempotency, "idempotency");
    Objects.requireNonNull(expectedVersion, "expectedVersion");
    Objects.requireNonNull(traceId, "traceId");
  }

  /** A command with nothing but its sender. */
  public static Command by(Actor actor) {
    return new Command(actor, Optional.empty(), Optional.empty(), "");
  }

  /** What follows from it: of the same actor, with neither its key nor its version. */
  public Command onward() {
    return new Command(actor, Optional.empty(), Optional.empty(), traceId);
  }

  public Command expecting(long version) {
    return new Command(actor, idempotency, Optional.of(version), traceId);
  }

  /** The actor, or a refusal when it holds none of the roles. {@code system} may do everything. */
  public Outcome<Actor> allowed(String deed, Role... accepted) {
    if (actor.holdsAny(Set.of(accepted)) || actor.holds(Role.SYSTEM)) {
      return Outcome.done(actor);
    }
    String needed = Arrays.stream(accepted).map(Role::wire).collect(Collectors.joining(" or "));
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.FORBIDDEN,
            "%s may not %s: needs the role %s".formatted(actor.id(), deed, needed)));
  }

  /**
   * The thing itself, or a refusal when the caller looked at another version of it.
   *
   * @param subject how the thing is called in the refusal, for example {@code story s-7}
   * @param current the version that it has now
   */
  public <T> Outcome<T> fresh(T thing, String subject, long current) {
    if (expectedVersion.filter(expected -> expected != current).isEmpty()) {
      return Outcome.done(thing);
    }
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.STALE_VERSION,
            "%s is at version %d, you sent version %d: read it again, then repeat"
                .formatted(subject, current, expectedVersion.get())));
  }
}
