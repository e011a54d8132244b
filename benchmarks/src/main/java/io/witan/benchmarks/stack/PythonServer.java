package io.witan.benchmarks.stack;

import io.witan.benchmarks.Homes;
import io.witan.benchmarks.report.Results.RayProcess;
import io.witan.testkit.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A server in Python with processes below it: Ray with the application, or vLLM with the tiny
 * model, from what {@code ./witan test} has installed.
 */
public final class PythonServer implements AutoCloseable {
  /** The name under which the tiny model is served. */
  public static final String MODEL = "tiny";

  private static final double KILOBYTES = 1_024;

  private final String name;
  private final ChildServer server;
  private final URI url;
  private final double seconds;

  /** What it writes beside its log; it goes with it. */
  private final Path folder;

  private PythonServer(String name, ChildServer server, URI url, double seconds, Path folder) {
    this.name = name;
    this.server = server;
    this.url = url;
    this.seconds = seconds;
    this.folder = folder;
  }

  /** vLLM on the processor; its address ends with {@code /v1}. */
  public static PythonServer vllm(Path root, Path work) throws IOException, InterruptedException {
    int port = FreePorts.next();
    Path tools = root.resolve(".witan/tools");
    List<String> command =
        List.of(
            "env",
            "OMP_NUM_THREADS=1",
            "sh",
            root.resolve("scripts/vllm.sh").toString(),
            tools.resolve("vllm/bin/python").toString(),
            tools.resolve("tiny-model").toString(),
            MODEL,
            String.valueOf(port));
    return start(
        "vLLM",
        command,
        work.resolve("vllm.log"),
        "Application startup complete",
        URI.create("http://127.0.0.1:" + port + "/v1"),
        Files.createDirectories(work.resolve("vllm")));
  }

  /**
   * Ray with the application.
   *
   * @param endpoint the model server, up to {@code /v1}
   * @param token is written there
   * @param workers actors that ask it
   */
  public static PythonServer ray(Path root, Path work, URI endpoint, Path token, int workers)
      throws IOException, InterruptedException {
    int port = FreePorts.next();
    // Sockets lie in it, and their paths must be short.
    Path folder = Files.createTempDirectory("witan-ray-");
    List<String> command =
        List.of(
            "env",
            "PYTHONPATH=" + root.resolve("gpu-executor/src/main/ray"),
            "PYTHONDONTWRITEBYTECODE=1",
            "WITAN_RAY_ENDPOINT=" + endpoint,
            "WITAN_RAY_TOKEN_FILE=" + token,
            "WITAN_RAY_WORKERS=" + workers,
            "WITAN_RAY_SLOTS=32",
            "WITAN_RAY_QUEUE=256",
            root.resolve(".witan/tools/ray/bin/python").toString(),
            "-m",
            "witan_ray.local",
            "--folder",
            folder.toString(),
            "--http-port",
            String.valueOf(port));
    return start(
        "Ray",
        command,
        work.resolve("ray-%d.log".formatted(workers)),
        "Turns are taken at",
        URI.create("http://127.0.0.1:" + port),
        folder);
  }

  private static PythonServer start(
      String name, List<String> command, Path log, String mark, URI url, Path folder)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    ChildServer server = ChildServer.start(command, log, mark);
    return new PythonServer(name, server, url, (System.nanoTime() - begun) / 1e9, folder);
  }

  public URI url() {
    return url;
  }

  /** The whole of it with the time of its start, then each kind of its processes. */
  public List<RayProcess> processes() {
    Map<String, Double> kinds = new TreeMap<>();
    tree().forEach(one -> kinds.merge(kind(one), megabytes(one), Double::sum));
    List<RayProcess> all = new ArrayList<>();
    all.add(new RayProcess(name, seconds, kinds.values().stream().mapToDouble(d -> d).sum()));
    kinds.forEach((kind, size) -> all.add(new RayProcess(name + ": " + kind, 0, size)));
    return all;
  }

  private Stream<ProcessHandle> tree() {
    ProcessHandle self = ProcessHandle.of(server.pid()).orElseThrow();
    return Stream.concat(Stream.of(self), self.descendants());
  }

  /** What it calls itself, else its program. */
  private static String kind(ProcessHandle process) {
    String title = read(process, "cmdline");
    String first = title.split("\0", 2)[0];
    if (first.startsWith("ray::") || first.startsWith("VLLM::")) {
      return first.split("[ (:.]+", 4)[1];
    }
    String script =
        Stream.of(title.split("\0"))
            .filter(
                word ->
                    word.endsWith(".py")
                        || word.startsWith("witan_ray")
                        || word.startsWith("vllm."))
            .findFirst()
            .orElse(first);
    return script.substring(script.lastIndexOf('/') + 1);
  }

  /** Its own memory and its share of what several hold. */
  private static double megabytes(ProcessHandle process) {
    return read(process, "smaps_rollup")
        .lines()
        .filter(line -> line.startsWith("Pss:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILOBYTES)
        .sum();
  }

  /** Nothing when it is gone. */
  private static String read(ProcessHandle process, String file) {
    Path path = Path.of("/proc", String.valueOf(process.pid()), file);
    try {
      return Files.exists(path) ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8) : "";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> below = tree().toList();
    server.close();
    // vLLM leaves its engine behind when it is asked to end in the middle of work.
    below.forEach(ProcessHandle::destroyForcibly);
    below.forEach(one -> one.onExit().join());
    Homes.remove(folder);
  }
}
