package io.witan.nats.connector.stream;

import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a stream must be: {@link StreamEnsurer} creates it or changes it into this.
 *
 * @param name the stream
 * @param subjects the subjects it must capture, at least one
 * @param retention limits, interest or work queue; fixed once the stream exists
 * @param maxAge how long messages stay; zero for ever
 * @param maxMessages how many messages stay; -1 for no limit
 * @param maxBytes how many bytes stay; -1 for no limit
 * @param duplicateWindow how long a {@code Nats-Msg-Id} is remembered
 * @param storage file or memory; fixed once the stream exists
 * @param replicas copies in a cluster, 1 to 5
 */
public record StreamSpec(
    String name,
    List<String> subjects,
    RetentionPolicy retention,
    Duration maxAge,
    long maxMessages,
    long maxBytes,
    Duration duplicateWindow,
    StorageType storage,
    int replicas) {

  private static final int MOST_REPLICAS = 5;

  /** Refuses what no server would take. */
  public StreamSpec {
    if (name.isBlank() || name.chars().anyMatch(c -> " .*>/\\".indexOf(c) >= 0)) {
      throw new IllegalArgumentException(
          "stream name '" + name + "' must not be blank nor hold spaces or any of . * > / \\");
    }
    subjects = List.copyOf(subjects);
    if (subjects.isEmpty()) {
      throw new IllegalArgumentException("stream '" + name + "' needs at least one subject");
    }
    if (replicas < 1 || replicas > MOST_REPLICAS) {
      throw new IllegalArgumentException(
          "stream '" + name + "': " + replicas + " replicas; 1 to " + MOST_REPLICAS + " are legal");
    }
    Objects.requireNonNull(retention, "retention");
    Objects.requireNonNull(storage, "storage");
    if (maxAge.isNegative() || duplicateWindow.isNegative()) {
      throw new IllegalArgumentException("stream '" + name + "': durations must not be negative");
    }
    if (!maxAge.isZero() && duplicateWindow.compareTo(maxAge) > 0) {
      throw new IllegalArgumentException(
          "stream '%s': duplicate window %s exceeds the maximum age %s"
              .formatted(name, duplicateWindow, maxAge));
    }
  }

  /** A file stream of one replica that keeps everything and remembers message ids for 2 minutes. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** Collects the parts of a {@link StreamSpec}; what is not set keeps the default. */
  public static final class Builder {

    private static final Duration SERVER_DEFAULT_WINDOW = Duration.ofMinutes(2);

    private final String name;
    private List<String> subjects = List.of();
    private RetentionPolicy retention = RetentionPolicy.Limits;
    private Duration maxAge = Duration.ZERO;
    private long maxMessages = -1;
    private long maxBytes = -1;
    private Duration duplicateWindow = SERVER_DEFAULT_WINDOW;
    private StorageType storage = StorageType.File;
    private int replicas = 1;

    private Builder(String name) {
      this.name = name;
    }

    /** The subjects that the stream must capture. */
    public Builder subjects(String... subjects) {
      return subjects(List.of(subjects));
    }

    /** The subjects that the stream must capture. */
    public Builder subjects(List<String> subjects) {
      this.subjects = List.copyOf(subjects);
      return this;
    }

    /** When messages leave the stream. */
    public Builder retention(RetentionPolicy retention) {
      this.retention = retention;
      return this;
    }

    /** How long messages stay; zero for ever. */
    public Builder maxAge(Duration maxAge) {
      this.maxAge = maxAge;
      return this;
    }

    /** How many messages stay; -1 for no limit. */
    public Builder maxMessages(long maxMessages) {
      this.maxMessages = maxMessages;
      return this;
    }

    /** How many bytes stay; -1 for no limit. */
    public Builder maxBytes(long maxBytes) {
      this.maxBytes = maxBytes;
      return this;
    }

    /** How long a {@code Nats-Msg-Id} is remembered. */
    public Builder duplicateWindow(Duration duplicateWindow) {
      this.duplicateWindow = duplicateWindow;
      return this;
    }

    /** File or memory. */
    public Builder storage(StorageType storage) {
      this.storage = storage;
      return this;
    }

    /** Copies in a cluster. */
    public Builder replicas(int replicas) {
      this.replicas = replicas;
      return this;
    }

    /** The finished specification. */
    public StreamSpec build() {
      return new StreamSpec(
          name,
          subjects,
          retention,
          maxAge,
          maxMessages,
          maxBytes,
          duplicateWindow,
          storage,
          replicas);
    }
  }
}
