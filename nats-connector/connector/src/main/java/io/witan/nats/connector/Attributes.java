package io.witan.nats.connector;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.spi.ConnectorFactory;

/**
 * The attributes of one channel, read and checked. A wrong one is refused with the channel, the
 * attribute, the value and what would be right.
 */
final class Attributes {

  private final Config config;
  private final String channel;

  Attributes(Config config) {
    this.config = config;
    this.channel = config.getValue(ConnectorFactory.CHANNEL_NAME_ATTRIBUTE, String.class);
  }

  String channel() {
    return channel;
  }

  Optional<String> text(String name) {
    return config.getOptionalValue(name, String.class).map(String::strip).filter(v -> !v.isEmpty());
  }

  String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  String required(String name, String example) {
    return text(name).orElseThrow(() -> refused(name, "", "set it, for example to " + example));
  }

  List<String> list(String name) {
    return text(name).map(Attributes::split).orElse(List.of());
  }

  boolean flag(String name, boolean otherwise) {
    return text(name)
        .map(value -> choice(name, value, List.of("true", "false")).equals("true"))
        .orElse(otherwise);
  }

  int number(String name, int otherwise, int lowest) {
    return (int) number(name, (long) otherwise, lowest, Integer.MAX_VALUE);
  }

  long number(String name, long otherwise, long lowest) {
    return number(name, otherwise, lowest, Long.MAX_VALUE);
  }

  Duration duration(String name, Duration otherwise) {
    return text(name).map(value -> duration(name, value)).orElse(otherwise);
  }

  Duration positiveDuration(String name, Duration otherwise) {
    Duration duration = duration(name, otherwise);
    if (duration.isZero()) {
      throw refused(name, "0", "give a positive duration such as 30s");
    }
    return duration;
  }

  List<Duration> durations(String name, List<Duration> otherwise) {
    List<Duration> given = list(name).stream().map(value -> duration(name, value)).toList();
    return given.isEmpty() ? otherwise : given;
  }

  <T> T oneOf(String name, T otherwise, List<T> legal, Function<T, String> label) {
    List<String> labels = legal.stream().map(label).toList();
    return text(name)
        .map(value -> legal.get(labels.indexOf(choice(name, value, labels))))
        .orElse(otherwise);
  }

  String matching(String name, String value, Predicate<String> rule, String right) {
    if (!rule.test(value)) {
      throw refused(name, value, right);
    }
    return value;
  }

  Optional<String> readableFile(String name) {
    Optional<String> file = text(name);
    file.ifPresent(
        path -> matching(name, path, p -> Files.isReadable(Path.of(p)), "name a readable file"));
    return file;
  }

  IllegalArgumentException refused(String name, String value, String right) {
    return new IllegalArgumentException(
        "channel '%s', attribute '%s': '%s' is not legal; %s"
            .formatted(channel, name, value, right));
  }

  private String choice(String name, String value, List<String> legal) {
    return matching(name, value, legal::contains, "choose one of " + String.join(", ", legal));
  }

  private long number(String name, long otherwise, long lowest, long highest) {
    return text(name).map(value -> number(name, value, lowest, highest)).orElse(otherwise);
  }

  private long number(String name, String value, long lowest, long highest) {
    try {
      long number = Long.parseLong(value);
      if (number >= lowest && number <= highest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, as a number out of range is.
    }
    throw refused(name, value, "give a whole number from " + lowest + " to " + highest);
  }

  private Duration duration(String name, String value) {
    return Durations.parse(value)
        .orElseThrow(() -> refused(name, value, "give a duration such as 500ms, 30s, 5m or PT30S"));
  }

  private static List<String> split(String value) {
    return Arrays.stream(value.split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
