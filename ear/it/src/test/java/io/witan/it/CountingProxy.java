package io.witan.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Stands before a model server and counts how often each turn is asked for, which is how often it
 * is paid for. Those that it is told to hold get no answer before {@link #release()}.
 */
final class CountingProxy implements AutoCloseable {
  private static final int BACKLOG = 128;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<Turn, Integer> bought = new ConcurrentHashMap<>();
  private final Set<Turn> held = ConcurrentHashMap.newKeySet();
  private final Set<String> places = ConcurrentHashMap.newKeySet();
  private volatile CountDownLatch released = new CountDownLatch(1);
  private volatile Predicate<Turn> holds;
  private final URI target;
  private final HttpServer server;

  /**
   * A turn, as its request names it: {@code deliberation/sequence}, or over Ray {@code
   * deliberation.sequence.answer}.
   */
  record Turn(String deliberation, int sequence) {
    static Turn of(String key) {
      String[] parts = key.split("[/.]", -1);
      return new Turn(parts[0], Integer.parseInt(parts[1]));
    }
  }

  /** Answers at a port, in front of the server at the target. */
  CountingProxy(int port, String target, Predicate<Turn> holds) throws IOException {
    this.target = URI.create(target);
    this.holds = holds;
    server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    server.setExecutor(threads);
    server.createContext("/", this::pass);
    server.createContext("/v1/models", CountingProxy::noModels);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** How often each turn was asked for. */
  Map<Turn, Integer> bought() {
    return Map.copyOf(bought);
  }

  /** The turns that were held, whether or not they still are. */
  Set<Turn> held() {
    return Set.copyOf(held);
  }

  /** From now on such turns get no answer before they are released. */
  void hold(Predicate<Turn> turns) {
    released = new CountDownLatch(1);
    holds = turns;
  }

  /** From now on every turn is answered. */
  void release() {
    holds = turn -> false;
    released.countDown();
  }

  /** Where in a trace the turns said that they belong: each {@code traceparent} that came. */
  Set<String> places() {
    return Set.copyOf(places);
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      hear(Turn.of(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
      places.addAll(exchange.getRequestHeaders().getOrDefault("traceparent", List.of()));
      answer(exchange, client.send(onward(exchange), BodyHandlers.ofByteArray()));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static void noModels(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void hear(Turn turn) throws InterruptedException {
    bought.merge(turn, 1, Integer::sum);
    if (holds.test(turn)) {
      held.add(turn);
      released.await();
    }
  }

  private HttpRequest onward(HttpExchange exchange) throws IOException {
    return HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
        .build();
  }

  /** On a connection of its own, so that none is used again at the moment when it ends idle. */
  private static void answer(HttpExchange exchange, HttpResponse<byte[]> model) throws IOException {
    exchange.getResponseHeaders().set("Connection", "close");
    exchange
        .getResponseHeaders()
        .set("Content-Type", model.headers().firstValue("Content-Type").orElseThrow());
    exchange.sendResponseHeaders(model.statusCode(), model.body().length);
    exchange.getResponseBody().write(model.body());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
