package io.witan.executor.ray;

import io.witan.json.JsonText;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * A turn as a cluster tells it.
 *
 * @param begun whether a worker has begun with it
 * @param answer the chat completion of a completed one
 * @param failure why a failed one has none
 */
record RayTurn(
    String key,
    Status status,
    boolean begun,
    Optional<JsonObject> answer,
    Optional<Failure> failure) {

  /** Where it stands. */
  enum Status {
    SUBMITTED,
    RUNNING,
    COMPLETED,
    FAILED,
    NOT_FOUND
  }

  /** Why there is no answer: {@code kind} is a word of the contract, {@code message} for people. */
  record Failure(String kind, String message) {}

  /**
   * Reads what a cluster said.
   *
   * @throws jakarta.json.JsonException when it is no JSON
   * @throws ClassCastException when it is no turn
   */
  static RayTurn read(String text) {
    JsonObject json = JsonText.object(text);
    return new RayTurn(
        json.getString("key", ""),
        status(json),
        json.get("started_at") instanceof JsonNumber,
        object(json, "answer"),
        object(json, "failure")
            .map(told -> new Failure(told.getString("kind", ""), told.getString("message", ""))));
  }

  private static Status status(JsonObject json) {
    String word = json.getString("status", "");
    for (Status status : Status.values()) {
      if (status.name().equals(word)) {
        return status;
      }
    }
    throw new ClassCastException("status is \"%s\"".formatted(word));
  }

  private static Optional<JsonObject> object(JsonObject json, String name) {
    return json.get(name) instanceof JsonObject told ? Optional.of(told) : Optional.empty();
  }

  /** Why it ended without an answer. */
  Failure why() {
    return failure.orElseGet(() -> new Failure("lost", "it ended without an answer"));
  }

  boolean isActive() {
    return status == Status.SUBMITTED || status == Status.RUNNING;
  }

  /** Whether there is something to come back to: it runs, or its answer is there. */
  boolean isWorthComingBack() {
    return isActive() || status == Status.COMPLETED;
  }
}
