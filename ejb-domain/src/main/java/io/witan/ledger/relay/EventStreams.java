package io.witan.ledger.relay;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StreamInfo;
import io.witan.contract.StreamNames;
import io.witan.nats.connector.stream.JetStreamConflictException;
import io.witan.nats.connector.stream.StreamEnsurer;
import io.witan.nats.connector.stream.StreamSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The streams that hold Witan's events, and which subject goes where.
 *
 * <p>Names and subjects are those of the SWE AI Fleet, whose programs read them, and four of our
 * own. All are kept in files for seven days, a million messages at most; signed heads for ever.
 */
public final class EventStreams implements StreamNames {
  /** How long the server remembers a message id. */
  static final Duration DUPLICATE_WINDOW = Duration.ofHours(1);

  private static final Duration MAX_AGE = Duration.ofDays(7);
  private static final long MAX_MESSAGES = 1_000_000;

  /** What the subjects start with that are for those who listen right now, and kept nowhere. */
  public static final String LIVE_ONLY = "vllm.streaming.";

  private static final List<EventStream> ALL =
      List.of(
          EventStream.log("PLANNING_EVENTS", "planning."),
          EventStream.log("AGENT_REQUESTS", "agent.request."),
          EventStream.log("AGENT_RESPONSES", "agent.response."),
          EventStream.log("CONTEXT", "context."),
          EventStream.log("ORCHESTRATOR_EVENTS", "orchestration."),
          EventStream.log("AGENT_WORK", "agent.work."),
          EventStream.log("WORKFLOW_EVENTS", "workflow."),
          EventStream.log("DELIBERATION_EVENTS", "deliberation."),
          EventStream.queue("JOBS", "jobs."),
          EventStream.log("IDENTITY_EVENTS", "identity."),
          EventStream.archive("AUDIT_HEADS", "audit."));

  private final int replicas;

  /** Streams with this many copies in a cluster. */
  public EventStreams(int replicas) {
    this.replicas = replicas;
  }

  /**
   * One stream.
   *
   * @param prefix what its subjects start with, up to and with a dot
   * @param maxAge how long messages stay; zero for ever
   * @param maxMessages how many stay; -1 for all
   */
  public record EventStream(
      String name, String prefix, RetentionPolicy retention, Duration maxAge, long maxMessages) {
    static EventStream log(String name, String prefix) {
      return new EventStream(name, prefix, RetentionPolicy.Limits, MAX_AGE, MAX_MESSAGES);
    }

    static EventStream queue(String name, String prefix) {
      return new EventStream(name, prefix, RetentionPolicy.WorkQueue, MAX_AGE, MAX_MESSAGES);
    }

    /** A log of which nothing goes. */
    static EventStream archive(String name, String prefix) {
      return new EventStream(name, prefix, RetentionPolicy.Limits, Duration.ZERO, -1);
    }

    /** Whether nothing goes: what is in it is kept for its own sake. */
    boolean isArchive() {
      return maxAge.isZero();
    }

    /** Whether consuming removes messages, so that a gap says nothing. */
    boolean isQueue() {
      return retention == RetentionPolicy.WorkQueue;
    }
  }

  List<EventStream> all() {
    return ALL;
  }

  /** The streams that tell what happens, and can be read by any number. */
  public List<EventStream> logs() {
    return ALL.stream().filter(stream -> !stream.isQueue() && !stream.isArchive()).toList();
  }

  /** The stream that takes the subject. */
  Optional<EventStream> of(String subject) {
    return ALL.stream().filter(stream -> subject.startsWith(stream.prefix())).findFirst();
  }

  @Override
  public Optional<String> nameOf(String subject) {
    return of(subject).map(EventStream::name);
  }

  /** Whether the subject is for those who listen right now, and kept nowhere. */
  boolean isLiveOnly(String subject) {
    return subject.startsWith(LIVE_ONLY);
  }

  /** Whether the subject can be sent at all. */
  boolean isKnown(String subject) {
    return isLiveOnly(subject) || of(subject).isPresent();
  }

  /**
   * Creates what is missing and updates what differs, any number of times. Subjects that others
   * added stay.
   *
   * @return what cannot be changed into what is needed, in words; the other streams are in place
   */
  List<String> ensure(Connection connection) throws IOException, JetStreamApiException {
    StreamEnsurer ensurer = new StreamEnsurer(connection);
    List<String> conflicts = new ArrayList<>();
    for (EventStream stream : ALL) {
      try {
        StreamInfo unused = ensurer.ensure(specification(stream));
      } catch (JetStreamConflictException conflict) {
        conflicts.add(conflict.getMessage());
      }
    }
    return conflicts;
  }

  /** What the stream must be. A channel that reads it says the same in the configuration. */
  StreamSpec specification(EventStream stream) {
    return StreamSpec.named(stream.name())
        .subjects(stream.prefix() + ">")
        .retention(stream.retention())
        .maxAge(stream.maxAge())
        .maxMessages(stream.maxMessages())
        .duplicateWindow(DUPLICATE_WINDOW)
        .replicas(replicas)
        .build();
  }
}
