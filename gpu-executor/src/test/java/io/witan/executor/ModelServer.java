package io.witan.executor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A model behind a real socket that answers by the request, and misbehaves when it is told to. */
final class ModelServer implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Function<Received, Behaviour> script = call -> ModelServer::well;

  /**
   * A request as it came in.
   *
   * @param count the how-many-eth of its key
   */
  record Received(String key, long count, String authorization, JsonObject body) {
    String format() {
      JsonObject format = body.getJsonObject("response_format");
      return format == null ? "none" : format.getString("type");
    }

    int sequence() {
      return Integer.parseInt(key.substring(key.indexOf('/') + 1));
    }
  }

  /** What the server does with a request. */
  @FunctionalInterface
  interface Behaviour {
    void answer(HttpExchange exchange, Received call) throws IOException;
  }

  ModelServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", this::handle);
    server.createContext(
        "/v1/models",
        exchange -> {
          try (exchange) {
            send(exchange, 200, "application/json", "{\"object\": \"list\", \"data\": []}");
          }
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void behave(Function<Received, Behaviour> next) {
    script = next;
  }

  List<Received> received() {
    return received;
  }

  long times(String key) {
    return received.stream().filter(call -> call.key().equals(key)).count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Received call = remember(exchange, Json.createReader(new StringReader(body)).readObject());
    try (exchange) {
      script.apply(call).answer(exchange, call);
    }
  }

  private synchronized Received remember(HttpExchange exchange, JsonObject body) {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    Received call = new Received(key, times(key) + 1, authorization, body);
    received.add(call);
    return call;
  }

  static void well(HttpExchange exchange, Received call) throws IOException {
    send(exchange, 200, "application/json", completion(content(call), "stop"));
  }

  static Behaviour saying(String content) {
    return (exchange, call) -> send(exchange, 200, "application/json", completion(content, "stop"));
  }

  static Behaviour cutOff() {
    return (exchange, call) ->
        send(
            exchange, 200, "application/json", completion(content(call).substring(0, 9), "length"));
  }

  static Behaviour status(int status, String retryAfter) {
    return (exchange, call) -> {
      if (!retryAfter.isEmpty()) {
        exchange.getResponseHeaders().set("Retry-After", retryAfter);
      }
      String said = "status %d for %s".formatted(status, call.authorization());
      send(exchange, status, "application/json", "{\"error\": \"%s\"}".formatted(said));
    };
  }

  static Behaviour answering(String contentType, String body) {
    return (exchange, call) -> send(exchange, 200, contentType, body);
  }

  /** Promises more than it sends. */
  static Behaviour truncated() {
    return (exchange, call) -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 10_000);
      exchange.getResponseBody().write("{\"choices\": [{\"mess".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    };
  }

  /** Takes the request and never answers. */
  Behaviour hanging() {
    return (exchange, call) -> untilClose();
  }

  /** Sends the headers and the beginning, and then nothing. */
  Behaviour hangingInTheMiddle() {
    return (exchange, call) -> {
      exchange.sendResponseHeaders(200, 10_000);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      untilClose();
    };
  }

  private void untilClose() {
    try {
      closing.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Goes on until nobody listens any more. */
  static void endlessly(HttpExchange exchange, Received call) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    byte[] more = "{\"choices\": [\n".getBytes(StandardCharsets.UTF_8);
    while (!Thread.currentThread().isInterrupted()) {
      exchange.getResponseBody().write(more);
    }
  }

  static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String completion(String content, String finishReason) {
    return Json.createObjectBuilder()
        .add("model", "tiny-model")
        .add(
            "choices",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("finish_reason", finishReason)
                        .add("message", Json.createObjectBuilder().add("content", content))))
        .add(
            "usage",
            Json.createObjectBuilder().add("prompt_tokens", 321).add("completion_tokens", 12))
        .build()
        .toString();
  }

  private static String content(Received call) {
    String all = call.body().toString();
    if (all.contains("Criticise the proposal below")) {
      return "{\"critique\": \"No test\", \"score\": 0.%d}".formatted(call.sequence());
    }
    return """
        {"title": "Plan of turn %d", "description": "How", "acceptance_criteria": ["It works"],
         "technical_notes": "", "tasks": [{"title": "Build", "description": "", "type": "feature",
         "role": "developer", "estimated_hours": 1, "priority": 1, "depends_on": []}]}"""
        .formatted(call.sequence());
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
