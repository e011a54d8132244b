package io.witan.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An OpenAI-compatible endpoint that says the least that each schema asks for. */
final class ModelStub implements AutoCloseable {
  private static final String PLAN =
      """
      {"title": "One step", "description": "Do it.", "acceptance_criteria": ["It is done"],
       "technical_notes": "", "tasks": [{"title": "Do it", "description": "All of it.",
       "type": "feature", "role": "developer", "estimated_hours": 1, "priority": 1,
       "depends_on": []}]}""";
  private static final String CRITIQUE = "{\"critique\": \"Good enough.\", \"score\": 0.75}";
  private static final String WORK =
      "{\"title\": \"Done\", \"summary\": \"It is done.\", \"patch\": null, \"work_note\": \"Done.\"}";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> models = new CopyOnWriteArrayList<>();
  private final Supplier<String> plans;
  private final HttpServer server;

  ModelStub() throws IOException {
    this(0);
  }

  /** Answers at a port; 0 for a free one. */
  ModelStub(int port) throws IOException {
    this(port, () -> PLAN);
  }

  /** One that never plans the same twice, so that there is something to criticise. */
  static ModelStub ofManyMinds() throws IOException {
    return new ModelStub(0, () -> PLAN.replace("Do it.", otherWords()));
  }

  private ModelStub(int port, Supplier<String> plans) throws IOException {
    this.plans = plans;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The model that each call asked for. */
  List<String> models() {
    return models;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    JsonObject request = Json.createReader(new StringReader(asked)).readObject();
    models.add(request.getString("model"));
    boolean inPieces = request.getBoolean("stream", false);
    String completion =
        completion(request.getString("model"), inPieces ? "delta" : "message", said(asked));
    byte[] answer =
        (inPieces ? "data: %s\n\ndata: [DONE]\n\n".formatted(completion) : completion)
            .getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange
          .getResponseHeaders()
          .set("Content-Type", inPieces ? "text/event-stream" : "application/json");
      exchange.getResponseHeaders().set("Connection", "close");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /** What is said stands in a message, or in the one piece of a stream. */
  private static String completion(String model, String where, String said) {
    JsonObject message =
        Json.createObjectBuilder().add("role", "assistant").add("content", said).build();
    return Json.createObjectBuilder()
        .add("model", model)
        .add(
            "choices",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add(where, message).add("finish_reason", "stop")))
        .build()
        .toString();
  }

  private String said(String asked) {
    if (asked.contains("\"plan_proposal\"")) {
      return plans.get();
    }
    return asked.contains("\"work_proposal\"") ? WORK : CRITIQUE;
  }

  private static String otherWords() {
    return Stream.generate(UUID::randomUUID)
        .limit(20)
        .map(UUID::toString)
        .collect(Collectors.joining(" "));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
