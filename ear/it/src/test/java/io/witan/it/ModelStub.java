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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
  private final HttpServer server;

  ModelStub() throws IOException {
    this(0);
  }

  /** Answers at a port; 0 for a free one. */
  ModelStub(int port) throws IOException {
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
    JsonObject message =
        Json.createObjectBuilder().add("role", "assistant").add("content", said(asked)).build();
    byte[] answer =
        Json.createObjectBuilder()
            .add("model", request.getString("model"))
            .add(
                "choices",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("message", message)
                            .add("finish_reason", "stop")))
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static String said(String asked) {
    if (asked.contains("\"plan_proposal\"")) {
      return PLAN;
    }
    return asked.contains("\"work_proposal\"") ? WORK : CRITIQUE;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
