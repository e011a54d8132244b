package io.witan.nats.connector.connection;

import io.nats.client.Nats;
import io.nats.client.Options;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How to reach NATS. Two channels with equal settings share one connection.
 *
 * @param servers addresses such as {@code nats://host:4222}
 * @param login who connects
 * @param tls whether and how the connection is encrypted
 * @param name shown in the server's monitoring
 * @param inboxPrefix of replies; give each user its own where permissions are by subject
 * @param connectTimeout for one attempt
 * @param reconnectWait between two attempts
 */
public record ConnectionSettings(
    List<String> servers,
    Login login,
    Tls tls,
    String name,
    Optional<String> inboxPrefix,
    Duration connectTimeout,
    Duration reconnectWait) {

  /** Copies the addresses. */
  public ConnectionSettings {
    servers = List.copyOf(servers);
  }

  /**
   * Credentials; at most one kind is set.
   *
   * @param user with {@code password}
   * @param password of the user
   * @param token instead of a user
   * @param credentials a {@code .creds} file instead of both
   */
  public record Login(
      Optional<String> user,
      Optional<String> password,
      Optional<String> token,
      Optional<String> credentials) {

    /** No secrets in logs. */
    @Override
    public String toString() {
      return user.map(u -> "user " + u)
          .or(() -> token.map(t -> "a token"))
          .or(() -> credentials.map(c -> "credentials " + c))
          .orElse("nobody");
    }

    void writeTo(Options.Builder options) {
      user.ifPresent(u -> options.userInfo(u, password.orElse("")));
      token.ifPresent(t -> options.token(t.toCharArray()));
      credentials.ifPresent(c -> options.authHandler(Nats.credentials(c)));
    }
  }

  /**
   * Encryption.
   *
   * @param enabled whether TLS is demanded, also of servers named {@code nats://}
   * @param trustStore a key store file with the trusted authorities; the JDK's where absent
   * @param trustStorePassword of that file
   * @param keyStore a key store file with the client's certificate
   * @param keyStorePassword of that file
   */
  public record Tls(
      boolean enabled,
      Optional<String> trustStore,
      Optional<String> trustStorePassword,
      Optional<String> keyStore,
      Optional<String> keyStorePassword) {

    /** No secrets in logs. */
    @Override
    public String toString() {
      return enabled ? "TLS" : "no TLS";
    }

    void writeTo(Options.Builder options) throws GeneralSecurityException {
      if (!enabled) {
        return;
      }
      trustStore.ifPresent(options::truststorePath);
      trustStorePassword.map(String::toCharArray).ifPresent(options::truststorePassword);
      keyStore.ifPresent(options::keystorePath);
      keyStorePassword.map(String::toCharArray).ifPresent(options::keystorePassword);
      if (trustStore.isEmpty() && keyStore.isEmpty()) {
        options.secure();
      }
    }
  }

  Options.Builder toOptions() throws GeneralSecurityException {
    Options.Builder options =
        Options.builder()
            .servers(servers.toArray(String[]::new))
            .connectionName(name)
            .connectionTimeout(connectTimeout)
            .reconnectWait(reconnectWait)
            .maxReconnects(-1);
    inboxPrefix.ifPresent(options::inboxPrefix);
    login.writeTo(options);
    tls.writeTo(options);
    return options;
  }
}
