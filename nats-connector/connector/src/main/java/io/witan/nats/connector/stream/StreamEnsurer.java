package io.witan.nats.connector.stream;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes sure that a stream exists as specified, any number of times, from any number of processes.
 *
 * <p>Limits, window, replicas and missing subjects are updated. Subjects and settings that somebody
 * else added stay. Another retention or storage is a conflict, as no server can change those.
 */
public final class StreamEnsurer {

  private final JetStreamManagement management;

  /** Works on the account of an open connection. */
  public StreamEnsurer(Connection connection) throws IOException {
    this.management = connection.jetStreamManagement();
  }

  /**
   * Creates or updates the stream.
   *
   * @return the stream as the server now has it
   * @throws JetStreamConflictException where what exists cannot be changed into the specification
   */
  public StreamInfo ensure(StreamSpec spec) throws IOException, JetStreamApiException {
    Optional<StreamInfo> existing = find(spec.name());
    return existing.isPresent() ? update(existing.get(), spec) : create(spec);
  }

  private Optional<StreamInfo> find(String name) throws IOException, JetStreamApiException {
    try {
      return Optional.of(management.getStreamInfo(name));
    } catch (JetStreamApiException e) {
      if (e.getApiErrorCode() == ApiErrors.STREAM_NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private StreamInfo create(StreamSpec spec) throws IOException, JetStreamApiException {
    StreamConfiguration.Builder fresh =
        StreamConfiguration.builder()
            .name(spec.name())
            .retentionPolicy(spec.retention())
            .storageType(spec.storage());
    try {
      return management.addStream(write(fresh, spec, spec.subjects()));
    } catch (JetStreamApiException e) {
      if (e.getApiErrorCode() == ApiErrors.STREAM_NAME_IN_USE) {
        // Another process was faster, with other settings.
        return update(management.getStreamInfo(spec.name()), spec);
      }
      throw explained(e, spec);
    }
  }

  private StreamInfo update(StreamInfo info, StreamSpec spec)
      throws IOException, JetStreamApiException {
    StreamConfiguration existing = info.getConfiguration();
    refuseConflicts(existing, spec);
    StreamConfiguration wanted =
        write(StreamConfiguration.builder(existing), spec, union(existing, spec));
    if (same(existing, wanted)) {
      return info;
    }
    try {
      return management.updateStream(wanted);
    } catch (JetStreamApiException e) {
      throw explained(e, spec);
    }
  }

  private static StreamConfiguration write(
      StreamConfiguration.Builder builder, StreamSpec spec, List<String> subjects) {
    return builder
        .subjects(subjects)
        .maxAge(spec.maxAge())
        .maxMessages(spec.maxMessages())
        .maxBytes(spec.maxBytes())
        .duplicateWindow(spec.duplicateWindow())
        .replicas(spec.replicas())
        .build();
  }

  private static List<String> union(StreamConfiguration existing, StreamSpec spec) {
    Set<String> subjects = new LinkedHashSet<>(existing.getSubjects());
    subjects.addAll(spec.subjects());
    return new ArrayList<>(subjects);
  }

  private static boolean same(StreamConfiguration a, StreamConfiguration b) {
    return a.getSubjects().equals(b.getSubjects())
        && a.getMaxAge().equals(b.getMaxAge())
        && a.getMaxMsgs() == b.getMaxMsgs()
        && a.getMaxBytes() == b.getMaxBytes()
        && a.getDuplicateWindow().equals(b.getDuplicateWindow())
        && a.getReplicas() == b.getReplicas();
  }

  private static void refuseConflicts(StreamConfiguration existing, StreamSpec spec) {
    refuse(spec.name(), "retention", existing.getRetentionPolicy(), spec.retention());
    refuse(spec.name(), "storage", existing.getStorageType(), spec.storage());
  }

  private static void refuse(String stream, String setting, Object existing, Object wanted) {
    if (!existing.equals(wanted)) {
      throw new JetStreamConflictException(
          "stream '%s' has %s '%s', wanted '%s': that cannot be changed; configure '%s' or remove the stream"
              .formatted(stream, setting, existing, wanted, existing));
    }
  }

  private JetStreamApiException explained(JetStreamApiException e, StreamSpec spec)
      throws IOException, JetStreamApiException {
    if (e.getApiErrorCode() == ApiErrors.SUBJECTS_OVERLAP) {
      throw new JetStreamConflictException(
          "stream '%s' cannot capture %s: %s"
              .formatted(spec.name(), spec.subjects(), owners(spec)));
    }
    return e;
  }

  private String owners(StreamSpec spec) throws IOException, JetStreamApiException {
    List<String> owners = new ArrayList<>();
    for (String subject : spec.subjects()) {
      for (String other : management.getStreamNames(subject)) {
        if (!other.equals(spec.name())) {
          owners.add("stream '" + other + "' already captures '" + subject + "'");
        }
      }
    }
    return String.join(", ", owners);
  }
}
