package io.witan.nats.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.testkit.NatsServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that talks TLS alone, and asks clients for their certificate as well. */
class TlsIT {
  private static final String PASSWORD = "changeit";

  @TempDir static Path folder;
  private static NatsServerProcess server;

  @BeforeAll
  static void startServer() throws Exception {
    makePair("server", "-ext", "SAN=ip:127.0.0.1");
    makePair("client");
    makePair("stranger");
    server =
        NatsServerProcess.start(
            """
            tls {
              cert_file: "%s"
              key_file: "%s"
              ca_file: "%s"
              verify: true
            }
            """
                .formatted(certificate("server"), privateKey("server"), certificate("client")));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  /** A key and its own certificate, in a key store named after it. */
  private static void makePair(String name, String... more) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-alias", name, "-dname", "CN=" + name));
    command.addAll(List.of("-keystore", store(name), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD, "-validity", "30"));
    command.addAll(List.of(more));
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
  }

  private static String store(String name) {
    return folder.resolve(name + ".p12").toString();
  }

  private static KeyStore opened(String name) throws Exception {
    try (InputStream file = Files.newInputStream(Path.of(store(name)))) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(file, PASSWORD.toCharArray());
      return keys;
    }
  }

  private static Path certificate(String name) throws Exception {
    byte[] encoded = opened(name).getCertificate(name).getEncoded();
    return pem(name + ".crt", "CERTIFICATE", encoded);
  }

  private static Path privateKey(String name) throws Exception {
    Key key = opened(name).getKey(name, PASSWORD.toCharArray());
    return pem(name + ".key", "PRIVATE KEY", key.getEncoded());
  }

  private static Path pem(String file, String what, byte[] encoded) throws IOException {
    return Files.writeString(
        folder.resolve(file),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(what, Base64.getMimeEncoder().encodeToString(encoded), what));
  }

  /** A key store of what somebody trusts. */
  private static String trusting(String name) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(name, opened(name).getCertificate(name));
    Path file = folder.resolve("trusts-" + name + ".p12");
    try (var out = Files.newOutputStream(file)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
    return file.toString();
  }

  private static TestChannel open(String trustStore, String keyStore) {
    return TestChannel.open(
        metadata -> {},
        "servers",
        server.url(),
        "tls",
        "true",
        "tls.trust-store",
        trustStore,
        "tls.trust-store-password",
        PASSWORD,
        "tls.key-store",
        keyStore,
        "tls.key-store-password",
        PASSWORD,
        "reconnect-wait",
        "100ms",
        "stream",
        "SECRET",
        "stream.subjects",
        "secret.>");
  }

  private static boolean isReady(TestChannel channel) {
    return channel.connector().getReadiness().isOk();
  }

  private static String health(TestChannel channel) {
    return channel.connector().getReadiness().getChannels().get(0).getMessage();
  }

  @Test
  void who_trusts_the_server_and_is_known_to_it_gets_in() throws Exception {
    try (TestChannel channel = open(trusting("server"), store("client"))) {
      await().until(() -> isReady(channel));

      assertThat(channel.failures()).isEmpty();
    }
  }

  @Test
  void a_server_that_is_not_trusted_is_not_talked_to() throws Exception {
    try (TestChannel channel = open(trusting("stranger"), store("client"))) {
      await().until(() -> health(channel), why -> !why.contains("not connected yet"));

      assertThat(isReady(channel)).isFalse();
      assertThat(health(channel)).contains(server.url()).doesNotContain(PASSWORD);
    }
  }

  @Test
  void a_client_that_is_a_stranger_does_not_get_in() throws Exception {
    try (TestChannel channel = open(trusting("server"), store("stranger"))) {
      await().until(() -> health(channel), why -> !why.contains("not connected yet"));

      assertThat(isReady(channel)).isFalse();
    }
  }

  @Test
  void without_stores_only_the_authorities_of_the_jdk_are_trusted() {
    try (TestChannel channel =
        TestChannel.open(
            metadata -> {}, "servers", server.url(), "tls", "true", "stream", "SECRET")) {
      await().until(() -> health(channel), why -> !why.contains("not connected yet"));

      assertThat(isReady(channel)).isFalse();
    }
  }
}
