package io.witan.nats.connector;

import java.time.Duration;
import java.util.List;

/**
 * What happens to a message that its handler failed.
 *
 * @param strategy dead-letter, retry, ignore or fail
 * @param maxDeliver how often a message is tried before it becomes a dead letter
 * @param backoff the waits before the second, third, ... try; the last one repeats
 * @param deadLetterStream where dead letters are kept
 * @param deadLetterPrefix comes before the original subject
 * @param deadLetterMaxAge how long dead letters stay, where the stream is created here
 */
record FailureSettings(
    Name strategy,
    int maxDeliver,
    Backoff backoff,
    String deadLetterStream,
    String deadLetterPrefix,
    Duration deadLetterMaxAge) {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1));

  /** The strategies by the name that configuration uses. */
  enum Name {
    DEAD_LETTER("dead-letter"),
    RETRY("retry"),
    IGNORE("ignore"),
    FAIL("fail");

    private final String label;

    Name(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  static FailureSettings read(Attributes attributes) {
    return new FailureSettings(
        attributes.oneOf("failure-strategy", Name.DEAD_LETTER, List.of(Name.values()), Name::label),
        attributes.number("max-deliver", 5, 1),
        new Backoff(attributes.durations("backoff", WAITS)),
        attributes.text("dead-letter.stream", "DEAD_LETTERS"),
        attributes.matching(
            "dead-letter.subject-prefix",
            attributes.text("dead-letter.subject-prefix", "dead"),
            prefix -> prefix.chars().noneMatch(c -> " *>".indexOf(c) >= 0) && !prefix.endsWith("."),
            "give a subject without wildcards and without a dot at its end, such as dead"),
        attributes.duration("dead-letter.max-age", Duration.ZERO));
  }
}
