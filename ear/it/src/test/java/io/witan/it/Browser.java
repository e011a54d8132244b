package io.witan.it;

import io.witan.it.Rest.Answer;
import jakarta.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a browser does with a session: keeps the cookie, and sends it to wherever it belongs. */
final class Browser {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final String server;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();

  Browser(String server) {
    this.server = server;
  }

  Answer logIn(String username, String password, String... headers) {
    return change(
        "POST", "/api/v1/session", Map.of("username", username, "password", password), headers);
  }

  /** The CSRF token of the session. */
  String csrf() {
    return get("/api/v1/session").text("csrf_token");
  }

  Optional<HttpCookie> cookie() {
    return cookies.getCookieStore().getCookies().stream().findFirst();
  }

  Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  Answer post(String path, Map<String, ?> body, String... headers) {
    return change("POST", path, body, headers);
  }

  Answer delete(String path, String... headers) {
    return send(request(path, headers).DELETE());
  }

  /** The first line of a stream that does not end. */
  String firstLine(String path) {
    try (InputStream stream =
        http.send(request(path).GET().build(), BodyHandlers.ofInputStream()).body()) {
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).readLine();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private Answer change(String method, String path, Map<String, ?> body, String... headers) {
    String json = Json.createObjectBuilder(Map.copyOf(body)).build().toString();
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path)).timeout(LIMIT);
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
