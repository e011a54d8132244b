package io.witan.benchmarks.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The REST API for load: blocking calls on the thread of the caller, as that costs the shared
 * machine the least.
 */
public final class Rest {
  static {
    // Connections kept open, and no call sent twice behind our back.
    System.setProperty("http.maxConnections", "64");
    System.setProperty("sun.net.http.retryPost", "false");
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private final String base;
  private final String token;

  private Rest(String base, String token) {
    this.base = base;
    this.token = token;
  }

  /** Logs in. */
  public static Rest at(String url, String username, String password) throws IOException {
    Rest anybody = new Rest(url + "/api/v1", "");
    JsonNode token = anybody.post("/tokens", Map.of("username", username, "password", password));
    return new Rest(anybody.base, token.get("access_token").asText());
  }

  public String token() {
    return token;
  }

  public JsonNode get(String path) throws IOException {
    return JSON.readTree(send(open("GET", path)));
  }

  public JsonNode post(String path, Object body) throws IOException {
    return JSON.readTree(postBytes(path, JSON.writeValueAsBytes(body)));
  }

  /** Sends a body that is ready, and does not read what the answer means. */
  public byte[] postBytes(String path, byte[] body) throws IOException {
    HttpURLConnection connection = open("POST", path);
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.length);
    connection.setRequestProperty("Content-Type", "application/json");
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    return send(connection);
  }

  private HttpURLConnection open(String method, String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(base + path).toURL().openConnection(java.net.Proxy.NO_PROXY);
    connection.setRequestMethod(method);
    connection.setConnectTimeout(5_000);
    connection.setReadTimeout(60_000);
    connection.setRequestProperty("Accept", "application/json");
    if (!token.isEmpty()) {
      connection.setRequestProperty("Authorization", "Bearer " + token);
    }
    return connection;
  }

  private static byte[] send(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    boolean well = status < 400;
    try (InputStream in = well ? connection.getInputStream() : connection.getErrorStream()) {
      byte[] answer = in == null ? new byte[0] : in.readAllBytes();
      if (!well) {
        throw new IOException(
            "%s answered %d: %s"
                .formatted(
                    connection.getURL(), status, new String(answer, StandardCharsets.UTF_8)));
      }
      return answer;
    }
  }
}
