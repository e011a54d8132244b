package io.witan.benchmarks.deliberations;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.witan.benchmarks.load.Contender;
import io.witan.benchmarks.load.Round;
import io.witan.benchmarks.stack.ChildServer;
import io.witan.testkit.FreePorts;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code benchmarks/peer/councils.py}: LangGraph with its SQLite saver, which calls itself. */
final class LangGraphCouncils implements Contender {
  private static final String PROMPTS =
      "ejb-domain/src/main/resources/io/witan/deliberation/prompts/v1";
  private static final ObjectMapper JSON = new ObjectMapper();
  private final String client;
  private final ChildServer server;
  private final int port;

  private LangGraphCouncils(String client, ChildServer server, int port) {
    this.client = client;
    this.server = server;
    this.port = port;
  }

  /**
   * Starts one.
   *
   * @param client {@code aiohttp}, or {@code langchain}, which is the usual one
   * @param home an empty folder
   * @param model the address of the stub
   */
  static LangGraphCouncils start(Path root, Path home, String client, String model)
      throws IOException, InterruptedException {
    Files.createDirectories(home);
    int port = FreePorts.next();
    List<String> command =
        List.of(
            root.resolve("benchmarks/target/councils/bin/python").toString(),
            root.resolve("benchmarks/peer/councils.py").toString(),
            "--port",
            String.valueOf(port),
            "--client",
            client,
            "--model",
            model + "/v1",
            "--prompts",
            root.resolve(PROMPTS).toString(),
            "--database",
            home.resolve("checkpoints.db").toString());
    ChildServer server = ChildServer.start(command, home.resolve("councils.log"), "READY");
    return new LangGraphCouncils(client, server, port);
  }

  @Override
  public String name() {
    return "LangGraph, " + client;
  }

  @Override
  public void call(int number) throws IOException {
    Round unused = load(1, Duration.ZERO);
  }

  /** Its clients are in its own process, as in a program with LangGraph in it. */
  @Override
  public Round load(int clients, Duration time) throws IOException {
    URI uri =
        URI.create(
            "http://127.0.0.1:%d/load?clients=%d&seconds=%s"
                .formatted(port, clients, time.toMillis() / 1e3));
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
    connection.setRequestMethod("POST");
    try (InputStream answer = connection.getInputStream()) {
      return JSON.readValue(answer, Round.class);
    }
  }

  @Override
  public Map<String, Long> processes() {
    return Map.of("python", server.pid());
  }

  @Override
  public void settle() {
    // It answers when all is done.
  }

  @Override
  public void close() {
    server.close();
  }
}
