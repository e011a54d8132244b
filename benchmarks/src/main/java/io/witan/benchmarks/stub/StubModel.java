package io.witan.benchmarks.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The server. {@code POST /v1/chat/completions} answers a request; {@code POST /delay/200} sets the
 * time that an answer takes and forgets the turns so far; {@code GET /turns} answers how long each
 * took, in milliseconds.
 */
public final class StubModel {
  private static final Logger LOG = Logger.getLogger(StubModel.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
  private final List<Double> turns = new ArrayList<>();
  private volatile long delay;

  private StubModel() {}

  /** Listens on the port that is given, on loopback. */
  public static void main(String[] arguments) throws IOException {
    // Without it each answer would wait for an acknowledgement of its headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    int port = Integer.parseInt(arguments[0]);
    StubModel stub = new StubModel();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
    server.setExecutor(stub.threads);
    server.createContext("/v1/chat/completions", stub::complete);
    server.createContext("/delay/", stub::setDelay);
    server.createContext("/turns", stub::tellTurns);
    server.start();
    System.out.println("READY " + port);
  }

  private void complete(HttpExchange exchange) throws IOException {
    long begun = System.nanoTime();
    JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
    boolean inPieces = request.path("stream").asBoolean();
    ObjectNode completion = completion(request);
    byte[] answer = inPieces ? pieces(completion) : JSON.writeValueAsBytes(completion);
    exchange
        .getResponseHeaders()
        .set("Content-Type", inPieces ? "text/event-stream" : "application/json");
    if (delay == 0) {
      finish(exchange, answer, begun);
    } else {
      long left = TimeUnit.MILLISECONDS.toNanos(delay) - (System.nanoTime() - begun);
      Future<?> unused =
          threads.schedule(
              () -> finish(exchange, answer, begun), Math.max(0, left), TimeUnit.NANOSECONDS);
    }
  }

  private void finish(HttpExchange exchange, byte[] answer, long begun) {
    try {
      send(exchange, answer);
      synchronized (turns) {
        turns.add((System.nanoTime() - begun) / 1e6);
      }
    } catch (IOException gone) {
      LOG.log(Level.WARNING, "an answer that nobody waits for", gone);
    }
  }

  /** Agents differ, and so do their questions: what they answer must not look as if they agreed. */
  private static String text(JsonNode request) {
    return "Answer %1$08x of %1$d words, of ordinary length."
        .formatted(request.path("messages").hashCode());
  }

  private static ObjectNode completion(JsonNode request) throws IOException {
    JsonNode schema = request.at("/response_format/json_schema/schema");
    ObjectNode completion = JSON.createObjectNode();
    completion.put("id", "stub").put("object", "chat.completion");
    completion.put("model", request.path("model").asText());
    ObjectNode choice = completion.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop");
    choice
        .putObject("message")
        .put("role", "assistant")
        .put("content", JSON.writeValueAsString(SchemaAnswer.of(schema, text(request))));
    completion.putObject("usage").put("prompt_tokens", 300).put("completion_tokens", 60);
    return completion;
  }

  /** The same as a stream of two pieces: the text, then the rest. */
  private static byte[] pieces(ObjectNode completion) throws IOException {
    ObjectNode text = completion.deepCopy();
    ((ObjectNode) text.path("choices").get(0)).remove("finish_reason");
    text.remove("usage");
    ObjectNode rest = completion.deepCopy();
    List.of(text, rest).forEach(StubModel::asPiece);
    ((ObjectNode) rest.path("choices").get(0).path("delta")).remove("content");
    return "data: %s\n\ndata: %s\n\ndata: [DONE]\n\n"
        .formatted(JSON.writeValueAsString(text), JSON.writeValueAsString(rest))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void asPiece(ObjectNode completion) {
    ObjectNode choice = (ObjectNode) completion.path("choices").get(0);
    choice.set("delta", choice.remove("message"));
    completion.put("object", "chat.completion.chunk");
  }

  private void setDelay(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    delay = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    synchronized (turns) {
      turns.clear();
    }
    send(exchange, JSON.writeValueAsBytes(delay));
  }

  private void tellTurns(HttpExchange exchange) throws IOException {
    synchronized (turns) {
      send(exchange, JSON.writeValueAsBytes(turns));
    }
  }

  private static void send(HttpExchange exchange, byte[] answer) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
