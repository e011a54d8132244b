package io.witan.cli.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.witan.cli.api.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small server that answers as the REST contract says: users and roles, stories with their
 * guards, plans, tasks, workflows, deliberations that take a look or two to end, audit chains. It
 * counts writes and can be made to misbehave.
 */
public final class FakeWitan implements AutoCloseable {
  public static final String ADMIN_PASSWORD = "admin-secret";
  private static final String FIRST_EVENT =
      """
      id: s-1/2
      event: planning.story.transitioned
      data: {"event_type":"story.transitioned","from_state":"DRAFT",
      data: "to_state":"PO_REVIEW","timestamp":"2026-01-01T00:00:00Z"}

      """;
  private static final String SECOND_EVENT =
      """
      id: s-1/3
      event: planning.story.transitioned
      data: {"from_state":"PO_REVIEW","to_state":"READY_FOR_PLANNING","reason":null,"note":""}

      """;
  private static final String THIRD_EVENT =
      """
      id: s-1/4
      event: planning.story.transitioned
      data: {"from_state":"READY_FOR_PLANNING","to_state":"PLANNED"}

      """;

  static {
    // Without it each answer waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, String> passwords = new HashMap<>();
  private final Map<String, String> roles = new HashMap<>();
  private final Map<String, JsonNode> answers = new HashMap<>();
  private final List<String> writes = new ArrayList<>();
  private final List<String> lists = new ArrayList<>();
  private final Map<String, Canned> canned = new HashMap<>();
  private final List<String> overtaken = new ArrayList<>();
  final FakeFleet fleet;
  private int dieAfterWrites = Integer.MAX_VALUE;
  private int stumble = Integer.MAX_VALUE;
  private int start = Integer.MAX_VALUE;
  private int requests;
  private int tokenEpoch;
  private int pageSize = Integer.MAX_VALUE;
  private boolean breakStream;

  private record Canned(int status, String body) {}

  private FakeWitan(FakeFleet fleet) throws IOException {
    this.fleet = fleet;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    passwords.put("admin", ADMIN_PASSWORD);
    roles.put("admin", "admin");
    server.start();
  }

  public static FakeWitan start() {
    try {
      return new FakeWitan(new FakeFleet());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public FakeFleet fleet() {
    return fleet;
  }

  /** Every write that was answered with success, as method, path and user; tokens do not count. */
  public synchronized List<String> writes() {
    return List.copyOf(writes);
  }

  /** The path and query of every list that was asked for. */
  public synchronized List<String> lists() {
    return List.copyOf(lists);
  }

  /** Somebody who has a token already. */
  public synchronized void admit(String user, String role) {
    roles.put(user, role);
  }

  public synchronized String roleOf(String user) {
    return roles.get(user);
  }

  /**
   * The write after the next n ones is done, but its answer is lost, and everything after it
   * refused, until told otherwise.
   */
  public synchronized void dieAfter(int moreWrites) {
    dieAfterWrites = writes.size() + moreWrites;
  }

  public synchronized void revive() {
    dieAfterWrites = Integer.MAX_VALUE;
  }

  /** From the next request on, each n-th is answered 503. */
  public synchronized void stumbleEvery(int n) {
    requests = 0;
    stumble = n;
  }

  /**
   * From the next request on, each n-th is answered as by a server where Witan is not there yet.
   */
  public synchronized void startAgainEvery(int n) {
    requests = 0;
    start = n;
  }

  /** Every token given out so far is expired. */
  public synchronized void expireTokens() {
    tokenEpoch++;
  }

  /** The next request to a path that ends so is answered with this, whatever it asks. */
  public synchronized void answerNext(String end, int status, String body) {
    canned.put(end, new Canned(status, body));
  }

  /** The next write to a path that ends so is done, and refused as if somebody had been faster. */
  public synchronized void overtakeNext(String end) {
    overtaken.add(end);
  }

  /** Lists come in pages of so many. */
  public synchronized void pageBy(int items) {
    pageSize = items;
  }

  /** The next stream of events breaks off before its end. */
  public synchronized void breakNextStream() {
    breakStream = true;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    synchronized (this) {
      if (writes.size() >= dieAfterWrites) {
        exchange.close();
        return;
      }
      try {
        answer(exchange);
      } catch (Refused refused) {
        send(exchange, refused.status, refused.problem());
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (++requests % stumble == 0) {
      exchange.getResponseHeaders().add("Retry-After", "0");
      throw new Refused(503, "UNAVAILABLE", "the graph cannot be reached");
    }
    if (requests % start == 0) {
      send(exchange, 404, JsonNodeFactory.instance.textNode("nothing is here"));
      return;
    }
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath().replaceFirst("^/api/v1", "");
    if (exchange.getRequestURI().getQuery() != null) {
      lists.add(path + "?" + exchange.getRequestURI().getQuery());
    }
    for (String end : List.copyOf(canned.keySet())) {
      if (path.endsWith(end)) {
        Canned wanted = canned.remove(end);
        send(exchange, wanted.status(), wanted.body());
        return;
      }
    }
    byte[] raw = exchange.getRequestBody().readAllBytes();
    if (raw.length > 1024 * 1024) {
      throw new Refused(413, "INVALID_ARGUMENT", "the body is too long");
    }
    JsonNode body =
        Json.parse(new String(raw, StandardCharsets.UTF_8))
            .orElse(JsonNodeFactory.instance.objectNode());
    if (path.equals("/about")) {
      send(exchange, 200, fleet.about());
    } else if (path.equals("/tokens")) {
      send(exchange, 200, token(body));
    } else {
      String user = authenticated(exchange);
      if (method.equals("GET") && path.equals("/events")) {
        events(exchange);
      } else if (method.equals("GET") && path.equals("/deliberations/D-1/events")) {
        progress(exchange);
      } else if (method.equals("GET")) {
        Map<String, String> query = query(exchange);
        send(exchange, 200, page(fleet.get(path, query, user, roles.get(user)), query));
      } else {
        write(exchange, path, body, user);
      }
    }
  }

  private void write(HttpExchange exchange, String path, JsonNode body, String user)
      throws IOException {
    String key = user + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key");
    JsonNode answer = answers.get(key);
    if (answer == null) {
      String ifMatch = exchange.getRequestHeaders().getFirst("If-Match");
      answer =
          path.equals("/users")
              ? createUser(body, user)
              : changed(exchange.getRequestMethod(), path, body, user, ifMatch);
      answers.put(key, answer);
      writes.add(path + " by " + user);
      if (writes.size() >= dieAfterWrites) {
        exchange.close();
        return;
      }
      if (overtaken.removeIf(path::endsWith)) {
        throw new Refused(412, "STALE_VERSION", "somebody was faster");
      }
    }
    send(exchange, path.endsWith("deliberation") ? 202 : 200, answer);
  }

  private JsonNode changed(String method, String path, JsonNode body, String user, String ifMatch) {
    return method.equals("DELETE")
        ? fleet.delete(path, user, roles.get(user), ifMatch)
        : fleet.post(path, body, user, roles.get(user), ifMatch);
  }

  private JsonNode page(JsonNode answer, Map<String, String> query) {
    if (!(answer.get("items") instanceof ArrayNode items)) {
      return answer;
    }
    int size = Math.min(pageSize, Integer.parseInt(query.getOrDefault("limit", "100")));
    int from = Integer.parseInt(query.getOrDefault("after", "0"));
    int to = Math.min(from + size, items.size());
    List<JsonNode> shown = new ArrayList<>();
    items.forEach(shown::add);
    if (query.getOrDefault("sort", "").startsWith("-")) {
      Collections.reverse(shown);
    }
    ObjectNode page = items(shown.subList(from, to));
    if (query.containsKey("total")) {
      page.put("total", items.size());
    }
    return to == items.size() ? page : page.put("next", String.valueOf(to));
  }

  private JsonNode token(JsonNode body) {
    String user = body.path("username").asText();
    if (!body.path("password").asText().equals(passwords.get(user))) {
      throw new Refused(401, "UNAUTHENTICATED", "no user with that name and password");
    }
    ObjectNode token = JsonNodeFactory.instance.objectNode();
    token
        .put("access_token", user + "." + tokenEpoch)
        .put("token_type", "Bearer")
        .put("expires_in", 900);
    token.putArray("roles").add(roles.get(user));
    return token;
  }

  private JsonNode createUser(JsonNode body, String user) {
    if (!roles.get(user).equals("admin")) {
      throw new Refused(403, "FORBIDDEN", user + " may not add users: needs the role admin");
    }
    String name = body.path("username").asText();
    if (passwords.containsKey(name)) {
      throw new Refused(409, "ALREADY_EXISTS", "there is a user " + name + " already");
    }
    passwords.put(name, body.path("password").asText());
    roles.put(name, body.path("roles").get(0).asText());
    return JsonNodeFactory.instance
        .objectNode()
        .put("username", name)
        .set("roles", body.path("roles"));
  }

  private String authenticated(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    String token = header == null ? "" : header.replaceFirst("^Bearer ", "");
    int dot = token.lastIndexOf('.');
    if (dot < 0 || !token.substring(dot + 1).equals(String.valueOf(tokenEpoch))) {
      throw new Refused(401, "UNAUTHENTICATED", "the token is missing or has expired");
    }
    return token.substring(0, dot);
  }

  /** Two events and the end; to who comes back, the last of them again and one more. */
  private void events(HttpExchange exchange) throws IOException {
    boolean isBack = exchange.getRequestHeaders().containsKey("Last-Event-ID");
    stream(
        exchange,
        ": hello\n\n",
        ": hello\n\n" + (isBack ? SECOND_EVENT + THIRD_EVENT : FIRST_EVENT + SECOND_EVENT));
  }

  private void progress(HttpExchange exchange) throws IOException {
    String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    stream(
        exchange,
        FakeProgress.beginning(),
        FakeProgress.after(last, fleet.nextDeliberationFails()));
  }

  /** Sends it, or its beginning alone when the stream is to break. */
  private void stream(HttpExchange exchange, String beginning, String all) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    boolean breaks = breakStream;
    breakStream = false;
    exchange.sendResponseHeaders(200, breaks ? 1_000 : 0);
    exchange.getResponseBody().write((breaks ? beginning : all).getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    if (raw != null) {
      for (String pair : List.of(raw.split("&", -1))) {
        int equals = pair.indexOf('=');
        query.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
    send(exchange, status, answer.toString());
  }

  private static void send(HttpExchange exchange, int status, String answer) throws IOException {
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** A list of nodes as the server wraps it. */
  static ObjectNode items(List<? extends JsonNode> nodes) {
    ObjectNode items = JsonNodeFactory.instance.objectNode();
    ArrayNode array = items.putArray("items");
    nodes.forEach(array::add);
    return items;
  }

  /** No, as a problem document. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    Refused(int status, String code, String detail) {
      super(detail);
      this.status = status;
      this.code = code;
    }

    JsonNode problem() {
      ObjectNode problem = JsonNodeFactory.instance.objectNode();
      problem.put("type", "urn:witan:problem:" + code).put("title", code).put("status", status);
      problem.put("detail", getMessage()).put("code", code).put("trace_id", "4bf92f3577b34da6");
      problem.putArray("errors");
      return problem;
    }
  }
}
