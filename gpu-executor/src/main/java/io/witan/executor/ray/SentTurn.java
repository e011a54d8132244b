package io.witan.executor.ray;

import io.witan.deliberation.domain.Endpoint;
import io.witan.deliberation.port.TurnRequest;
import io.witan.executor.chat.AnswerFormat;
import io.witan.executor.chat.ChatRequest;
import io.witan.json.JsonText;
import io.witan.shared.TraceContext;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A turn as clusters are sent it. A body is made once, however many of them get it. */
final class SentTurn {
  private static final double MILLIS = 1_000;

  private final TurnRequest request;
  private final Clock clock;
  private final String key;
  private final Map<AnswerFormat, String> bodies = new EnumMap<>(AnswerFormat.class);

  SentTurn(TurnRequest request, Clock clock) {
    this.request = request;
    this.clock = clock;
    this.key = RayKey.of(request);
  }

  String key() {
    return key;
  }

  /** What shares a slot: its deliberation. */
  String group() {
    return request.key().deliberation().value();
  }

  /** The model that is wished for. */
  String model() {
    return request.agent().model();
  }

  /** Where it belongs in a trace. */
  Optional<TraceContext> place() {
    return request.trace();
  }

  /** The model server, where it is another one than the cluster's. */
  Optional<String> endpoint() {
    return request.agent().manner().endpoint().map(Endpoint::value);
  }

  /** Whether a cluster may have it that nobody remembers. */
  boolean wasLost() {
    return request.attempt().lost() > 0;
  }

  /** What is sent, with the form of the answer told in that way. */
  synchronized String body(AnswerFormat format) {
    return bodies.computeIfAbsent(format, this::write);
  }

  private String write(AnswerFormat format) {
    JsonObjectBuilder body =
        JsonText.object()
            .add("key", key)
            .add("group", group())
            .add("chat", ChatRequest.body(request, format))
            .add("deadline", request.deadline().toEpochMilli() / MILLIS);
    endpoint().ifPresent(address -> body.add("endpoint", address));
    return body.build().toString();
  }

  boolean isLate() {
    return left().isZero();
  }

  /** How long a call may ask a cluster to wait for its end. */
  Duration longestWait() {
    Duration left = left();
    return left.compareTo(RayConnection.LONGEST_WAIT) < 0 ? left : RayConnection.LONGEST_WAIT;
  }

  private Duration left() {
    Duration left = Duration.between(clock.instant(), request.deadline());
    return left.isNegative() ? Duration.ZERO : left;
  }
}
