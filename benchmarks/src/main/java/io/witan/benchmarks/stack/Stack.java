package io.witan.benchmarks.stack;

import io.witan.benchmarks.Benchmarks;
import io.witan.benchmarks.report.Results.Start;
import io.witan.testkit.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The default stack, started and stopped by {@code ./witan} as anybody would. */
public final class Stack implements AutoCloseable {
  private static final int GRPC_PORTS = 5;
  private static final List<String> PROCESSES = List.of("neo4j", "nats", "witan");
  private static final Map<String, String> READY =
      Map.of("neo4j", "\nREADY", "nats", "Server is ready");

  private final Path script;
  private final Path home;
  private final int http = FreePorts.next();
  private final int bolt = FreePorts.next();
  private final int nats = FreePorts.next();
  private final List<Integer> grpc =
      IntStream.range(0, GRPC_PORTS).mapToObj(port -> FreePorts.next()).toList();
  private final Map<String, String> settings;
  private final Thread whenInterrupted;

  /**
   * A stack that is down.
   *
   * @param root the folder with the {@code witan} script
   * @param home where it keeps everything
   * @param settings further environment variables
   */
  public Stack(Path root, Path home, Map<String, String> settings) {
    this.script = root.resolve("witan");
    this.home = home;
    this.settings = settings;
    this.whenInterrupted = new Thread(this::stopQuietly);
    Runtime.getRuntime().addShutdownHook(whenInterrupted);
  }

  public String url() {
    return "http://127.0.0.1:" + http;
  }

  public String natsUrl() {
    return "nats://127.0.0.1:" + nats;
  }

  public String graphUrl() {
    return "jdbc:neo4j://127.0.0.1:" + bolt;
  }

  public int grpcPort() {
    return grpc.get(0);
  }

  public String graphPassword() throws IOException {
    return Files.readString(home.resolve("data/neo4j/neo4j.password")).strip();
  }

  public String adminPassword() throws IOException {
    return Files.readString(home.resolve("data/witan/admin.password")).strip();
  }

  /** Starts what is not running, and says how long that took. */
  public Start up(String kind) throws IOException, InterruptedException {
    Map<String, Long> begun = new LinkedHashMap<>();
    Map<String, Double> ready = new LinkedHashMap<>();
    long start = System.nanoTime();
    Process command = command("up");
    while (command.isAlive()) {
      PROCESSES.forEach(name -> look(name, begun, ready));
      Watched.pause();
    }
    long end = System.nanoTime();
    requireSuccess(command, "up");
    // The command ends when the application is ready.
    ready.put("witan", (end - begun.getOrDefault("witan", start)) / 1e9);
    return new Start(kind, (end - start) / 1e9, ready);
  }

  private void look(String name, Map<String, Long> begun, Map<String, Double> ready) {
    if (Files.exists(pidFile(name))) {
      long since = begun.computeIfAbsent(name, first -> System.nanoTime());
      String mark = READY.get(name);
      if (mark != null && !ready.containsKey(name) && log(name).contains(mark)) {
        ready.put(name, (System.nanoTime() - since) / 1e9);
      }
    }
  }

  private String log(String name) {
    try {
      Path file = home.resolve("log").resolve(name + ".log");
      return Files.exists(file)
          ? "\n" + new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          : "";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Path pidFile(String name) {
    return home.resolve("run").resolve(name + ".pid");
  }

  /** Resident memory of each process, in megabytes. */
  public Map<String, Double> memory() throws IOException {
    Map<String, Double> sizes = new LinkedHashMap<>();
    for (String name : PROCESSES) {
      Path status = Path.of("/proc", String.valueOf(pid(name)), "status");
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmRSS:")) {
          sizes.put(name, Double.parseDouble(line.replaceAll("\\D", "")) / 1024);
        }
      }
    }
    return sizes;
  }

  /** The process ids by name. */
  public Map<String, Long> processes() throws IOException {
    Map<String, Long> processes = new LinkedHashMap<>();
    for (String name : PROCESSES) {
      processes.put(name, pid(name));
    }
    return processes;
  }

  private long pid(String name) throws IOException {
    String line = Files.readString(pidFile(name));
    return Long.parseLong(line.substring(0, line.indexOf(' ')));
  }

  /** Ends NATS alone; {@link #up} brings it back. */
  public void stopNats() throws IOException {
    ProcessHandle.of(pid("nats"))
        .ifPresent(
            process -> {
              process.destroy();
              process.onExit().join();
            });
  }

  public void down() throws IOException, InterruptedException {
    Process command = command("down");
    requireSuccess(command, "down");
  }

  private Process command(String word) throws IOException {
    Files.createDirectories(home);
    ProcessBuilder command =
        new ProcessBuilder(script.toString(), word)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
    command.environment().keySet().removeIf(name -> name.startsWith("WITAN_"));
    command.environment().putAll(environment());
    return command.start();
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("WITAN_HOME", home.toString());
    environment.put("WITAN_NO_BUILD", "1");
    environment.put("WITAN_HTTP_PORT", String.valueOf(http));
    environment.put("WITAN_NEO4J_PORT", String.valueOf(bolt));
    environment.put("WITAN_NATS_PORT", String.valueOf(nats));
    environment.put(
        "WITAN_GRPC_PORTS", grpc.stream().map(String::valueOf).collect(Collectors.joining(",")));
    return environment;
  }

  private Path output() {
    return home.resolve("commands.log");
  }

  private void requireSuccess(Process command, String word)
      throws IOException, InterruptedException {
    if (command.waitFor() != 0) {
      throw new IllegalStateException(
          "./witan %s failed:%n%s".formatted(word, Files.readString(output())));
    }
  }

  /** Stops everything; safe to repeat. */
  @Override
  public void close() throws IOException {
    try {
      down();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(whenInterrupted);
    } catch (IllegalStateException stopping) {
      Benchmarks.say("interrupted; the stack is down");
    }
  }

  private void stopQuietly() {
    try {
      close();
    } catch (IOException | IllegalStateException failure) {
      Benchmarks.say("the stack may still be up: " + failure.getMessage());
    }
  }
}
