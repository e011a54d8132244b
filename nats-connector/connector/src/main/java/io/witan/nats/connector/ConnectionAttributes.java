package io.witan.nats.connector;

import io.witan.nats.connector.connection.ConnectionSettings;
import io.witan.nats.connector.connection.ConnectionSettings.Login;
import io.witan.nats.connector.connection.ConnectionSettings.Tls;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how a channel reaches NATS. */
final class ConnectionAttributes {

  private static final List<String> SCHEMES = List.of("nats", "tls", "ws", "wss", "opentls");

  private ConnectionAttributes() {}

  static ConnectionSettings read(Attributes attributes) {
    return new ConnectionSettings(
        servers(attributes),
        login(attributes),
        tls(attributes),
        attributes.text("connection-name", "witan"),
        attributes.text("inbox-prefix"),
        attributes.positiveDuration("connect-timeout", Duration.ofSeconds(5)),
        attributes.positiveDuration("reconnect-wait", Duration.ofMillis(500)));
  }

  private static List<String> servers(Attributes attributes) {
    List<String> servers = attributes.list("servers");
    if (servers.isEmpty()) {
      return List.of("nats://127.0.0.1:4222");
    }
    servers.forEach(
        server ->
            attributes.matching(
                "servers",
                server,
                ConnectionAttributes::isAddress,
                "give addresses such as nats://host:4222, separated by commas"));
    return servers;
  }

  private static boolean isAddress(String server) {
    try {
      URI address = new URI(server);
      return address.getScheme() != null
          && SCHEMES.contains(address.getScheme())
          && address.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static Login login(Attributes attributes) {
    Login login =
        new Login(
            attributes.text("user"),
            attributes.text("password"),
            attributes.text("token"),
            attributes.readableFile("credentials"));
    if (login.user().isPresent() != login.password().isPresent()) {
      throw attributes.refused(
          "user", login.user().orElse(""), "set both user and password, or neither");
    }
    long kinds =
        List.of(login.user(), login.token(), login.credentials()).stream()
            .filter(Optional::isPresent)
            .count();
    if (kinds > 1) {
      throw attributes.refused(
          "user", login.user().orElse(""), "set only one of user, token and credentials");
    }
    return login;
  }

  private static Tls tls(Attributes attributes) {
    return new Tls(
        attributes.flag("tls", false),
        attributes.readableFile("tls.trust-store"),
        attributes.text("tls.trust-store-password"),
        attributes.readableFile("tls.key-store"),
        attributes.text("tls.key-store-password"));
  }
}
