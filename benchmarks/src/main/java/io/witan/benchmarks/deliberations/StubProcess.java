package io.witan.benchmarks.deliberations;

import io.witan.benchmarks.stack.ChildServer;
import io.witan.benchmarks.stub.StubModel;
import io.witan.testkit.FreePorts;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The stub model in a process of its own. */
public final class StubProcess implements AutoCloseable {
  private final ChildServer server;
  private final String url;

  private StubProcess(ChildServer server, String url) {
    this.server = server;
    this.url = url;
  }

  /** Starts it; its log goes below the folder. */
  public static StubProcess start(Path folder) throws IOException, InterruptedException {
    int port = FreePorts.next();
    List<String> command =
        List.of(
            ChildServer.java(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            StubModel.class.getName(),
            String.valueOf(port));
    ChildServer server = ChildServer.start(command, folder.resolve("stub.log"), "READY");
    return new StubProcess(server, "http://127.0.0.1:" + port);
  }

  /** What makes a stack use it, for as many deliberations at once as are measured. */
  public Map<String, String> settings() {
    return Map.of(
        "WITAN_RUNNER", "openai",
        "WITAN_OPENAI_URL", url,
        "WITAN_OPENAI_MODEL", "stub",
        "WITAN_DELIBERATION_CONCURRENT", "32");
  }

  /** Sets how long each answer takes. */
  public void delay(int millis) throws IOException {
    byte[] unused = call("POST", "/delay/" + millis);
  }

  /** Where it is. */
  public String url() {
    return url;
  }

  private byte[] call(String method, String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(url + path).toURL().openConnection(Proxy.NO_PROXY);
    connection.setRequestMethod(method);
    try (InputStream answer = connection.getInputStream()) {
      return answer.readAllBytes();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
