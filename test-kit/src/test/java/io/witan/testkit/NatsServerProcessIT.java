package io.witan.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nats.client.Connection;
import io.nats.client.api.StreamConfiguration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedNats.class)
@SuppressWarnings("try") // the close() of a NATS connection may be interrupted
class NatsServerProcessIT {

  @Test
  void offersJetStream(NatsServerProcess nats) throws Exception {
    try (Connection connection = PatientNats.connect(nats.url())) {
      addStream(connection, "SHARED");

      assertThat(connection.jetStream().publish("shared.one", bytes("1")).getSeqno()).isEqualTo(1);
    }
  }

  @Test
  void isTheSameServerForAllTests(NatsServerProcess nats) {
    assertThat(nats).isSameAs(TestServers.nats());
  }

  @Test
  void keepsEveryAcknowledgedMessageThroughKillAndRestart() throws Exception {
    try (NatsServerProcess nats = NatsServerProcess.start()) {
      try (Connection connection = PatientNats.connect(nats.url())) {
        addStream(connection, "KEPT");
        for (int i = 0; i < 100; i++) {
          connection.jetStream().publish("kept.one", bytes("" + i));
        }
        nats.kill();
      }
      assertThat(nats.isAlive()).isFalse();

      nats.restart();

      try (Connection connection = PatientNats.connect(nats.url())) {
        var state = connection.jetStreamManagement().getStreamInfo("KEPT").getStreamState();
        assertThat(state.getMsgCount()).isEqualTo(100);
      }
    }
  }

  @Test
  void takesFurtherSettings() {
    try (NatsServerProcess nats = NatsServerProcess.start("max_payload: 2048")) {
      assertThat(nats.isAlive()).isTrue();
    }
  }

  @Test
  void saysWhatIsWrongWithASetting() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> NatsServerProcess.start("no_such_setting: 1"))
        .withMessageContaining("no_such_setting");
  }

  private static void addStream(Connection connection, String name) throws Exception {
    var subjects = name.toLowerCase(Locale.ROOT) + ".>";
    connection
        .jetStreamManagement()
        .addStream(StreamConfiguration.builder().name(name).subjects(subjects).build());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
