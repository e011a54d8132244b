package io.witan.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.witan.cli.ExitCode;
import io.witan.cli.Stop;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sends requests and tells answers, refusals and silence apart. A request that may be repeated is,
 * while patience lasts: after a lost connection, when the server is not available or asks to slow
 * down, and while it starts and knows nothing of Witan yet.
 */
public final class Transport {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final URI server;
  private Patience patience = Patience.none();

  public Transport(URI server) {
    this.server = server;
  }

  public URI server() {
    return server;
  }

  /** From now on, goes on trying for a while. */
  public void bePatient(Patience more) {
    patience = more;
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @return the answer's JSON
   * @throws RefusedException when the server says no
   * @throws UnreachableException when nobody answers
   */
  JsonNode send(Call call, Identity identity) {
    HttpResponse<String> first = persist(call, identity);
    HttpResponse<String> answer =
        first.statusCode() == 401 && identity.renew() ? persist(call, identity) : first;
    if (answer.statusCode() / 100 == 2) {
      return Json.parse(answer.body()).orElseThrow(() -> notWitan(call, answer.statusCode()));
    }
    throw new RefusedException(problem(call, answer));
  }

  /** Opens a stream of server-sent events. */
  InputStream stream(String path, Identity identity, Optional<String> lastEventId) {
    return stream(path, "text/event-stream", identity, lastEventId);
  }

  /** Opens an answer that is read while it is sent. */
  InputStream stream(String path, String type, Identity identity) {
    return stream(path, type, identity, Optional.empty());
  }

  private InputStream stream(
      String path, String type, Identity identity, Optional<String> lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(server.getPath() + path))
            .header("Accept", type + ", application/problem+json");
    identity.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
    try {
      HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
      if (answer.statusCode() == 200) {
        return answer.body();
      }
      try (InputStream body = answer.body()) {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        throw new RefusedException(problem(Call.get(path), answer.statusCode(), text));
      }
    } catch (IOException silence) {
      throw new UnreachableException(server, reason(silence), silence);
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private HttpResponse<String> persist(Call call, Identity identity) {
    long deadline = System.nanoTime() + patience.limit().toNanos();
    boolean noticed = false;
    while (true) {
      IOException silence = null;
      HttpResponse<String> answer = null;
      try {
        answer = once(call, identity);
        if (!toBeAskedAgain(answer)) {
          return answer;
        }
      } catch (IOException lost) {
        silence = lost;
      }
      if (!call.repeatable() || System.nanoTime() >= deadline) {
        return orUnreachable(answer, silence);
      }
      if (!noticed) {
        patience.notice().run();
        noticed = true;
      }
      pause(answer);
    }
  }

  private HttpResponse<String> orUnreachable(HttpResponse<String> answer, IOException silence) {
    if (answer != null) {
      return answer;
    }
    throw new UnreachableException(server, reason(silence), silence);
  }

  private HttpResponse<String> once(Call call, Identity identity) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(server.getPath() + call.path()))
            .timeout(call.timeout())
            .header("Accept", "application/json, application/problem+json")
            .method(
                call.method(),
                call.body()
                    .map(HttpRequest.BodyPublishers::ofString)
                    .orElse(HttpRequest.BodyPublishers.noBody()));
    call.body().ifPresent(body -> request.header("Content-Type", "application/json"));
    call.key().ifPresent(key -> request.header("Idempotency-Key", key));
    call.ifMatch().ifPresent(version -> request.header("If-Match", "\"" + version + "\""));
    identity.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    try {
      return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private static boolean toBeAskedAgain(HttpResponse<String> answer) {
    int status = answer.statusCode();
    return status == 503
        || status == 429
        || (status >= 400 && inWitansWords(answer.body()).isEmpty());
  }

  private void pause(HttpResponse<String> answer) {
    Duration asked =
        Optional.ofNullable(answer)
            .flatMap(response -> response.headers().firstValue("Retry-After"))
            .filter(value -> value.matches("\\d{1,4}"))
            .map(value -> Duration.ofSeconds(Long.parseLong(value)))
            .orElse(patience.pause());
    try {
      Thread.sleep((asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked).toMillis());
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private Problem problem(Call call, HttpResponse<String> answer) {
    return problem(call, answer.statusCode(), answer.body());
  }

  private Problem problem(Call call, int status, String body) {
    return inWitansWords(body)
        .map(json -> Json.read(json, Problem.class))
        .orElseThrow(() -> notWitan(call, status));
  }

  private static Optional<JsonNode> inWitansWords(String body) {
    return Json.parse(body).filter(json -> json.hasNonNull("code"));
  }

  private UnreachableException notWitan(Call call, int status) {
    String what =
        "HTTP %d to %s %s, not in Witan's words".formatted(status, call.method(), call.path());
    return new UnreachableException(server, what, null);
  }

  private static Stop interrupted(InterruptedException interrupted) {
    Thread.currentThread().interrupt();
    return new Stop(ExitCode.INTERRUPTED, "interrupted", List.of(), interrupted);
  }

  private static String reason(IOException silence) {
    String message = silence.getMessage();
    String name = silence.getClass().getSimpleName().replace("Exception", "");
    return message == null || message.isBlank() ? name : message;
  }
}
