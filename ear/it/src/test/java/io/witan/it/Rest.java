package io.witan.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plain HTTP client of one server, as one user or as nobody. */
final class Rest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String API = "/api/v1";

  private final String server;
  private final Optional<String> token;

  private Rest(String server, Optional<String> token) {
    this.server = server;
    this.token = token;
  }

  /** An answer, whatever its status. */
  record Answer(int status, Map<String, List<String>> headers, String body) {
    JsonObject json() {
      return Json.createReader(new StringReader(body)).readObject();
    }

    String text(String field) {
      return json().getString(field);
    }

    List<JsonObject> items() {
      return json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    Optional<String> header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().get(0))
          .findFirst();
    }
  }

  static Rest nobody(String server) {
    return new Rest(server, Optional.empty());
  }

  Rest bearing(String other) {
    return new Rest(server, Optional.of(other));
  }

  String token() {
    return token.orElseThrow();
  }

  Rest as(String username, String password) {
    Answer answer =
        nobody(server).post("/tokens", Map.of("username", username, "password", password));
    if (answer.status() != 200) {
      throw new IllegalStateException("no token for " + username + ": " + answer);
    }
    return bearing(answer.text("access_token"));
  }

  /** What is at a path outside of the API. */
  Answer page(String path) {
    return send(HttpRequest.newBuilder(URI.create(server + path)).GET());
  }

  Answer get(String path, String... headers) {
    HttpRequest.Builder request = request(path).GET();
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  Answer options(String path) {
    return send(request(path).method("OPTIONS", BodyPublishers.noBody()));
  }

  Answer delete(String path, String... headers) {
    HttpRequest.Builder request = request(path).DELETE();
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  Answer post(String path, Map<String, ?> body, String... headers) {
    return post(path, bytes(json(body).toString()), headers);
  }

  Answer post(String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonValue json(Map<String, ?> body) {
    return Json.createObjectBuilder(Map.copyOf(body)).build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + API + path));
  }

  private Answer send(HttpRequest.Builder request) {
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    try {
      HttpResponse<String> response =
          HTTP.send(request.timeout(LIMIT).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
