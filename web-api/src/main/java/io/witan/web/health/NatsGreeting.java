package io.witan.web.health;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks whether any server of a NATS address greets: the first thing that each of them sends. */
final class NatsGreeting {
  private static final int PATIENCE_MILLIS = 500;
  private static final int NATS_PORT = 4222;

  private final String urls;

  /**
   * A probe.
   *
   * @param urls one or several addresses, separated by commas
   */
  NatsGreeting(String urls) {
    this.urls = urls;
  }

  boolean comes() {
    return Arrays.stream(urls.split(",", -1)).map(String::strip).anyMatch(NatsGreeting::greets);
  }

  private static boolean greets(String url) {
    URI address = URI.create(url);
    int port = address.getPort() < 0 ? NATS_PORT : address.getPort();
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
      byte[] greeting = socket.getInputStream().readNBytes(4);
      return new String(greeting, StandardCharsets.US_ASCII).equals("INFO");
    } catch (IOException unreachable) {
      return false;
    }
  }
}
