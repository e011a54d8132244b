package io.witan.executor.ray;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The application on a cluster, without a cluster: speaks its HTTP at a real socket, keeps turns by
 * their keys, and misbehaves when it is told to. Turns end when the test ends them, or at once.
 */
final class RayServer implements AutoCloseable {
  static final String TOKEN = "ray-token-42";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Kept> turns = new LinkedHashMap<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private Answering answering = Kept::complete;
  private boolean isPatient = true;

  /** A call as it came in; the key of a turn, or the path without one. */
  record Received(String method, String key, String authorization, String trace, String body) {
    JsonObject json() {
      return Json.createReader(new StringReader(body)).readObject();
    }

    @Override
    public String toString() {
      return method + " " + key;
    }
  }

  /** What goes wrong with one call, instead of an answer. */
  @FunctionalInterface
  interface Fault {
    void happen(HttpExchange exchange, String body) throws IOException;
  }

  /** What becomes of a turn that was just sent. */
  @FunctionalInterface
  interface Answering {
    void begin(Kept turn);
  }

  /** A turn as the registry keeps it. */
  final class Kept {
    private final JsonObject sent;
    private String status = "SUBMITTED";
    private boolean begun;
    private JsonValue answer = JsonValue.NULL;
    private JsonValue failure = JsonValue.NULL;

    private Kept(JsonObject sent) {
      this.sent = sent;
    }

    JsonObject chat() {
      return sent.getJsonObject("chat");
    }

    void run() {
      begun = true;
      status = "RUNNING";
    }

    void complete() {
      complete("stop");
    }

    void complete(String finishReason) {
      run();
      end("COMPLETED", completion(finishReason), JsonValue.NULL);
    }

    void fail(String kind) {
      JsonObjectBuilder why = Json.createObjectBuilder().add("kind", kind);
      end("FAILED", JsonValue.NULL, why.add("message", "it was " + kind).build());
    }

    private void end(String as, JsonValue said, JsonValue why) {
      synchronized (RayServer.this) {
        status = as;
        answer = said;
        failure = why;
        RayServer.this.notifyAll();
      }
    }

    private boolean isActive() {
      return status.equals("SUBMITTED") || status.equals("RUNNING");
    }

    /** As it stood before it had an end. */
    private String submitted() {
      return "{\"key\": \"%s\", \"status\": \"SUBMITTED\"}".formatted(sent.getString("key"));
    }

    private JsonObject told() {
      return Json.createObjectBuilder()
          .add("key", sent.getString("key"))
          .add("group", sent.getString("group"))
          .add("status", status)
          .add("submitted_at", 1.5)
          .add("started_at", begun ? Json.createValue(2.5) : JsonValue.NULL)
          .add("ended_at", isActive() ? JsonValue.NULL : Json.createValue(3.5))
          .add("tokens", 0)
          .add("answer", answer)
          .add("failure", failure)
          .build();
    }
  }

  RayServer() {
    this(0);
  }

  RayServer(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** All turns that are sent from now on. */
  synchronized void answer(Answering next) {
    answering = next;
  }

  /** The next calls, one each. */
  void misbehave(Fault... next) {
    faults.addAll(List.of(next));
  }

  List<Received> received() {
    return received;
  }

  List<String> calls() {
    return received.stream().map(Received::toString).toList();
  }

  long sent(String key) {
    return calls().stream().filter(("POST " + key)::equals).count();
  }

  synchronized boolean has(String key) {
    return turns.containsKey(key);
  }

  synchronized Kept turn(String key) {
    return turns.get(key);
  }

  /** As when the registry dies. */
  synchronized void forgetAll() {
    turns.clear();
    notifyAll();
  }

  /** Whoever waits for the end of a turn, now or later, hears at once how it stands. */
  synchronized void tellAll() {
    isPatient = false;
    notifyAll();
  }

  static Fault status(int status, String retryAfter) {
    return (exchange, body) -> {
      if (!retryAfter.isEmpty()) {
        exchange.getResponseHeaders().set("Retry-After", retryAfter);
      }
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      send(exchange, status, "{\"detail\": \"status %d for %s\"}".formatted(status, token));
    };
  }

  static Fault saying(String text) {
    return (exchange, body) -> send(exchange, 200, text);
  }

  static Fault redirecting(String to) {
    return (exchange, body) -> {
      exchange.getResponseHeaders().set("Location", to);
      send(exchange, 307, "");
    };
  }

  /** Promises more than it sends. */
  static Fault cutOff() {
    return (exchange, body) -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 10_000);
      exchange.getResponseBody().write("{\"key\": \"D".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    };
  }

  /** Keeps the turn, and breaks off when it says so. */
  Fault takenAndCutOff() {
    return (exchange, body) -> {
      submit(body);
      cutOff().happen(exchange, body);
    };
  }

  /** Keeps the turn, says so, and ends it with the next call that asks for it. */
  Fault takenSlowly() {
    return (exchange, body) -> {
      submit(body);
      send(exchange, 202, turn(key(body)).submitted());
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      String path = exchange.getRequestURI().getPath();
      String body = exchange.getRequestMethod().equals("POST") ? read(exchange) : "";
      String key = body.isEmpty() ? path.replaceFirst("^/turns/", "") : key(body);
      String trace = exchange.getRequestHeaders().getFirst("traceparent");
      // Before it is seen: a fault that a test then asks for is for the call after it.
      Fault fault = faults.poll();
      received.add(new Received(exchange.getRequestMethod(), key, authorization, trace, body));
      if (fault != null) {
        fault.happen(exchange, body);
      } else if (!path.equals("/health") && !("Bearer " + TOKEN).equals(authorization)) {
        status(401, "").happen(exchange, body);
      } else {
        serve(exchange, path, key, body);
      }
    }
  }

  private static String key(String body) {
    return Json.createReader(new StringReader(body)).readObject().getString("key");
  }

  private static String read(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private void serve(HttpExchange exchange, String path, String key, String body)
      throws IOException {
    switch (exchange.getRequestMethod() + " " + path.replaceFirst("^/turns/.*", "/turns/")) {
      case "GET /health" -> send(exchange, 200, "{\"status\": \"healthy\"}");
      case "GET /stats" -> send(exchange, 200, stats());
      case "GET /turns" -> send(exchange, 200, all());
      case "POST /turns" -> {
        submit(body);
        told(exchange, key);
      }
      case "GET /turns/" -> told(exchange, key);
      case "DELETE /turns/" -> {
        cancel(key);
        told(exchange, key);
      }
      default -> status(404, "").happen(exchange, body);
    }
  }

  private synchronized void submit(String body) {
    JsonObject sent = Json.createReader(new StringReader(body)).readObject();
    Kept known = turns.get(sent.getString("key"));
    if (known == null || known.status.equals("FAILED")) {
      Kept turn = new Kept(sent);
      turns.put(sent.getString("key"), turn);
      answering.begin(turn);
      notifyAll();
    }
  }

  private synchronized void cancel(String key) {
    Kept turn = turns.get(key);
    if (turn != null && turn.isActive()) {
      turn.fail("cancelled");
    }
  }

  private void told(HttpExchange exchange, String key) throws IOException {
    JsonObject told = atItsEnd(key, wait(exchange.getRequestURI().getRawQuery()));
    if (told == null) {
      send(exchange, 404, "{\"detail\": \"turn %s is not known\"}".formatted(key));
    } else {
      send(exchange, told.isNull("ended_at") ? 202 : 200, told.toString());
    }
  }

  private static double wait(String query) {
    return query == null ? 0 : Double.parseDouble(query.replaceFirst(".*wait=", ""));
  }

  private synchronized JsonObject atItsEnd(String key, double seconds) {
    long end = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    while (has(key) && turn(key).isActive() && isPatient && System.nanoTime() < end) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, end - System.nanoTime()));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
    return has(key) ? turn(key).told() : null;
  }

  private synchronized String all() {
    JsonArrayBuilder items = Json.createArrayBuilder();
    new ArrayList<>(turns.values())
        .stream().filter(Kept::isActive).forEach(turn -> items.add(turn.told()));
    return Json.createObjectBuilder().add("items", items).build().toString();
  }

  private synchronized String stats() {
    return """
        {"slots": 2, "queue": 64, "running_groups": 1, "running": %d, "waiting": 0,
         "submitted": %d, "completed": 3, "failed": 1, "joined": 0, "refused": 0, "lost": 0,
         "workers": 1, "gpus": 0, "mean_seconds": 1.5, "started_at": 1764403200.5}"""
        .formatted(turns.values().stream().filter(Kept::isActive).count(), turns.size());
  }

  private static JsonObject completion(String finishReason) {
    return Json.createObjectBuilder()
        .add("model", "tiny-model")
        .add(
            "choices",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("finish_reason", finishReason)
                        .add("message", Json.createObjectBuilder().add("content", "{\"a\": 1}"))))
        .add(
            "usage",
            Json.createObjectBuilder().add("prompt_tokens", 321).add("completion_tokens", 12))
        .build();
  }

  static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    tellAll();
    server.stop(0);
    threads.shutdownNow();
  }
}
