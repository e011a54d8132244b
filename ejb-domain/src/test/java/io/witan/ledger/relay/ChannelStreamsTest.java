package io.witan.ledger.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.nats.connector.stream.StreamSpec;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A channel makes its stream when it comes before the relay: what the configuration says of it is
 * what the relay would make.
 */
class ChannelStreamsTest {
  private static final String CONNECTOR = "mp.messaging.connector.witan-jetstream.";
  private static final String CHANNEL = "mp.messaging.incoming.";
  private static final String IS_ONE = ".connector";
  private static final Properties SETTINGS = new Properties();

  private final EventStreams streams = new EventStreams(1);

  @BeforeAll
  static void read() throws IOException {
    try (InputStream file =
        EventStreams.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      SETTINGS.load(file);
    }
  }

  static List<String> channels() throws IOException {
    read();
    return SETTINGS.stringPropertyNames().stream()
        .filter(name -> name.startsWith(CHANNEL) && name.endsWith(IS_ONE))
        .map(name -> name.substring(0, name.length() - IS_ONE.length()))
        .toList();
  }

  private static String of(String channel, String name) {
    return SETTINGS.getProperty(channel + "." + name, "");
  }

  private static String ofAll(String name) {
    return SETTINGS.getProperty(CONNECTOR + name, "");
  }

  private static StreamSpec configured(String channel) {
    return StreamSpec.named(of(channel, "stream"))
        .subjects(of(channel, "stream.subjects"))
        .maxAge(Duration.parse(ofAll("stream.max-age")))
        .maxMessages(Long.parseLong(ofAll("stream.max-messages")))
        .duplicateWindow(Duration.parse(ofAll("stream.duplicate-window")))
        .build();
  }

  @ParameterizedTest
  @MethodSource("channels")
  void are_the_relays(String channel) {
    assertThat(streams.of(of(channel, "subjects")).map(streams::specification))
        .contains(configured(channel));
    assertThat(ofAll("stream.replicas")).isEqualTo("${witan.nats.replicas}");
  }
}
