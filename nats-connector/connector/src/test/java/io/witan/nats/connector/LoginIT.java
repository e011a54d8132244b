package io.witan.nats.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.reactive.messaging.health.HealthReport;
import io.witan.testkit.NatsServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoginIT {

  private static NatsServerProcess server;

  @BeforeAll
  static void startServer() {
    server = NatsServerProcess.start("authorization { user: \"anna\", password: \"right\" }");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  void the_right_password_opens_the_connection() {
    try (TestChannel channel = open("right")) {
      await().until(() -> channel.connector().getReadiness().isOk());

      assertThat(channel.failures()).isEmpty();
    }
  }

  @Test
  void a_wrong_password_is_named_as_the_reason_and_shown_nowhere() {
    try (TestChannel channel = open("wr0ng")) {
      HealthReport.ChannelInfo health =
          await()
              .until(
                  () -> channel.connector().getReadiness().getChannels().get(0),
                  info -> info.getMessage().contains("Authorization Violation"));

      assertThat(health.isOk()).isFalse();
      assertThat(health.getMessage()).contains(server.url()).doesNotContain("wr0ng");
    }
  }

  private static TestChannel open(String password) {
    return TestChannel.open(
        metadata -> {},
        "servers",
        server.url(),
        "user",
        "anna",
        "password",
        password,
        "reconnect-wait",
        "100ms",
        "stream",
        "LOGIN",
        "stream.subjects",
        "login.>");
  }
}
