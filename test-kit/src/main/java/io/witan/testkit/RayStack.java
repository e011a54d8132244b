package io.witan.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A real Ray with Witan's application on it, and a real vLLM with a model that knows nothing, as
 * {@code ./witan up --ray --vllm} starts them. Whatever dies is started again, on the same ports.
 *
 * <p>It takes about half a minute to start, a minute where other work is done, and 4 GB: tests
 * share {@link TestServers#ray()}, and whoever kills a part waits with {@link #awaitHealthy()} for
 * its return.
 */
public final class RayStack implements AutoCloseable {
  /** The name of the model. */
  public static final String MODEL = "Qwen/Qwen3-0.6B";

  private static final String SLOTS = "4";
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Path logs = ServerFolders.create("ray");
  private final Path home;
  private final int httpPort = FreePorts.next();
  private final int modelPort = FreePorts.next();
  private ChildProcess model;
  private ChildProcess ray;

  /** What can be killed. */
  public enum Part {
    /** An actor that asks the model server: what it runs is lost. */
    WORKER("ray::Worker"),
    /** The actor that knows all turns. */
    REGISTRY("ray::Registry"),
    /** A process that answers over HTTP. */
    REPLICA("ray::ServeReplica"),
    /** What stands before the replicas, and listens at the port. */
    PROXY("ray::ProxyActor"),
    /** Ray's own list of what there is: with it goes all of Ray. */
    CONTROL_STORE("gcs_server"),
    /** The process of vLLM that answers over HTTP. */
    MODEL_SERVER("vllm.entrypoints"),
    /** The process of vLLM that computes. */
    MODEL_ENGINE("VLLM::EngineCore");

    private final String title;

    Part(String title) {
      this.title = title;
    }
  }

  private RayStack() {
    try {
      // Sockets lie in it, and their paths must be short.
      home = Files.createTempDirectory("witan-ray-");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Returns when turns are answered. */
  public static RayStack start() {
    RayStack stack = new RayStack();
    return started(stack, stack::launchBoth);
  }

  /**
   * Ray alone, with a model server of the test's own. Returns when turns are answered.
   *
   * @param endpoint the model server, up to {@code /v1}
   * @param environment further variables of its processes
   */
  public static RayStack over(URI endpoint, Map<String, String> environment) {
    RayStack stack = new RayStack();
    return started(stack, () -> stack.ray = stack.launchRay(endpoint, environment));
  }

  private static RayStack started(RayStack stack, Runnable launch) {
    try {
      launch.run();
      stack.awaitHealthy();
      return stack;
    } catch (RuntimeException failed) {
      stack.close();
      throw failed;
    }
  }

  /** The folder of the model. */
  public static Path model() {
    return Binaries.tinyModel();
  }

  /** Where turns are taken. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + httpPort);
  }

  /** The model server, up to {@code /v1}. */
  public URI modelServer() {
    return URI.create("http://127.0.0.1:" + modelPort + "/v1");
  }

  /** Holds the token that the application asks for. */
  public Path tokenFile() {
    return home.resolve("token");
  }

  /** The token that the application asks for. */
  public String token() {
    return read(tokenFile()).strip();
  }

  /**
   * Ends a process by SIGKILL, as a crash would; of several one. One that is being started again is
   * waited for.
   */
  public void kill(Part part) {
    ProcessHandle process =
        Awaitility.await("a process of " + part)
            .atMost(PATIENCE)
            .until(() -> processes(part).findFirst(), Optional::isPresent)
            .orElseThrow();
    process.destroyForcibly();
    Awaitility.await().atMost(PATIENCE).until(() -> title(process).isEmpty());
  }

  /** Waits until registry and model server answer over HTTP. */
  public void awaitHealthy() {
    Awaitility.await().atMost(PATIENCE).until(this::isHealthy);
  }

  /** A figure of vLLM, added up over its labels; not a number while it does not answer. */
  public double figure(String name) {
    URI metrics = modelServer().resolve("/metrics");
    try {
      return client
          .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    } catch (IOException silent) {
      return Double.NaN;
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  /** Ends both, and removes their folder; the logs stay. */
  @Override
  public void close() {
    Stream.of(ray, model).filter(child -> child != null).forEach(ChildProcess::stop);
    ServerFolders.delete(home);
  }

  private void launchBoth() {
    CompletableFuture<ChildProcess> starting = CompletableFuture.supplyAsync(this::launchModel);
    try {
      ray = launchRay(modelServer(), Map.of());
    } finally {
      model = starting.handle((child, failed) -> child).join();
    }
    starting.join();
  }

  private ChildProcess launchModel() {
    return supervise(
        "vllm",
        "Application startup complete",
        List.of(
            "sh",
            Binaries.script("vllm.sh").toString(),
            Binaries.vllmPython().toString(),
            Binaries.tinyModel().toString(),
            MODEL,
            String.valueOf(modelPort)),
        Map.of("OMP_NUM_THREADS", "1"));
  }

  private ChildProcess launchRay(URI endpoint, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(
        Map.of(
            "PYTHONPATH",
            Binaries.raySources().toString(),
            "PYTHONDONTWRITEBYTECODE",
            "1",
            "WITAN_RAY_ENDPOINT",
            endpoint.toString(),
            "WITAN_RAY_TOKEN_FILE",
            tokenFile().toString(),
            "WITAN_RAY_SLOTS",
            SLOTS));
    return supervise(
        "ray",
        "Turns are taken at",
        List.of(
            Binaries.rayPython().toString(),
            "-m",
            "witan_ray.local",
            "--folder",
            home.resolve("ray").toString(),
            "--http-port",
            String.valueOf(httpPort)),
        all);
  }

  private ChildProcess supervise(
      String name, String readyMark, List<String> command, Map<String, String> environment) {
    List<String> supervised =
        Stream.concat(Stream.of("sh", Binaries.script("supervise.sh").toString()), command.stream())
            .toList();
    return ChildProcess.startParent(
        supervised, environment, logs.resolve(name + ".log"), readyMark);
  }

  private Stream<ProcessHandle> processes(Part part) {
    return Stream.of(ray, model)
        .filter(child -> child != null)
        .flatMap(child -> ProcessHandle.of(child.pid()).stream())
        .flatMap(ProcessHandle::descendants)
        .filter(process -> title(process).contains(part.title));
  }

  /** What a process calls itself; nothing when it is gone. */
  private static String title(ProcessHandle process) {
    try {
      byte[] title = Files.readAllBytes(Path.of("/proc", process.pid() + "", "cmdline"));
      return new String(title, StandardCharsets.UTF_8);
    } catch (IOException gone) {
      return "";
    }
  }

  private boolean isHealthy() {
    HttpRequest health =
        HttpRequest.newBuilder(url().resolve("/health")).timeout(Duration.ofSeconds(10)).build();
    try {
      return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException away) {
      return false;
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  private static IllegalStateException interrupted(InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(stopped);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
