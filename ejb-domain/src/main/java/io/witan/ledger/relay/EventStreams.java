package io.witan.ledger.relay;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The streams that hold Witan's events, and which subject goes where.
 *
 * <p>Names and subjects are those of the SWE AI Fleet, whose programs read them, and three of our
 * own. All are kept in files for seven days, a million messages at most.
 */
public final class EventStreams {
  /** How long the server remembers a message id. */
  static final Duration DUPLICATE_WINDOW = Duration.ofHours(1);

  private static final int STREAM_NOT_FOUND = 10059;
  private static final int STREAM_NAME_IN_USE = 10058;
  private static final Duration MAX_AGE = Duration.ofDays(7);
  private static final long MAX_MESSAGES = 1_000_000;
  private static final String LIVE_ONLY = "vllm.streaming.";

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
          EventStream.log("IDENTITY_EVENTS", "identity."));

  private final int replicas;

  /** Streams with this many copies in a cluster. */
  public EventStreams(int replicas) {
    this.replicas = replicas;
  }

  /**
   * One stream.
   *
   * @param prefix what its subjects start with, up to and with a dot
   */
  record EventStream(String name, String prefix, RetentionPolicy retention) {
    static EventStream log(String name, String prefix) {
      return new EventStream(name, prefix, RetentionPolicy.Limits);
    }

    static EventStream queue(String name, String prefix) {
      return new EventStream(name, prefix, RetentionPolicy.WorkQueue);
    }

    /** Whether consuming removes messages, so that a gap says nothing. */
    boolean isQueue() {
      return retention == RetentionPolicy.WorkQueue;
    }
  }

  List<EventStream> all() {
    return ALL;
  }

  /** The stream that takes the subject. */
  Optional<EventStream> of(String subject) {
    return ALL.stream().filter(stream -> subject.startsWith(stream.prefix())).findFirst();
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
   */
  void ensure(Connection connection) throws IOException, JetStreamApiException {
    JetStreamManagement management = connection.jetStreamManagement();
    for (EventStream stream : ALL) {
      ensure(management, stream);
    }
  }

  private void ensure(JetStreamManagement management, EventStream stream)
      throws IOException, JetStreamApiException {
    Optional<StreamInfo> existing = find(management, stream.name());
    if (existing.isEmpty()) {
      create(management, stream);
      return;
    }
    StreamConfiguration present = existing.get().getConfiguration();
    StreamConfiguration wanted = wanted(StreamConfiguration.builder(present), present, stream);
    if (!same(present, wanted)) {
      StreamInfo unused = management.updateStream(wanted);
    }
  }

  private void create(JetStreamManagement management, EventStream stream)
      throws IOException, JetStreamApiException {
    StreamConfiguration fresh =
        wanted(
            StreamConfiguration.builder()
                .name(stream.name())
                .retentionPolicy(stream.retention())
                .storageType(StorageType.File)
                .discardPolicy(DiscardPolicy.Old),
            null,
            stream);
    try {
      StreamInfo unused = management.addStream(fresh);
    } catch (JetStreamApiException refused) {
      // Another replica was faster, with settings that differ; the next look updates them.
      if (refused.getApiErrorCode() != STREAM_NAME_IN_USE) {
        throw refused;
      }
    }
  }

  private StreamConfiguration wanted(
      StreamConfiguration.Builder builder, StreamConfiguration present, EventStream stream) {
    Set<String> subjects = new LinkedHashSet<>();
    if (present != null) {
      subjects.addAll(present.getSubjects());
    }
    subjects.add(stream.prefix() + ">");
    return builder
        .subjects(new ArrayList<>(subjects))
        .maxAge(MAX_AGE)
        .maxMessages(MAX_MESSAGES)
        .duplicateWindow(DUPLICATE_WINDOW)
        .replicas(replicas)
        .build();
  }

  private static boolean same(StreamConfiguration a, StreamConfiguration b) {
    return a.getSubjects().equals(b.getSubjects())
        && a.getMaxAge().equals(b.getMaxAge())
        && a.getMaxMsgs() == b.getMaxMsgs()
        && a.getDuplicateWindow().equals(b.getDuplicateWindow())
        && a.getReplicas() == b.getReplicas();
  }

  private static Optional<StreamInfo> find(JetStreamManagement management, String name)
      throws IOException, JetStreamApiException {
    try {
      return Optional.of(management.getStreamInfo(name));
    } catch (JetStreamApiException refused) {
      if (refused.getApiErrorCode() == STREAM_NOT_FOUND) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
