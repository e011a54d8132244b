package io.witan.it;

import io.witan.testkit.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One stack in a home and on ports of its own, driven by the {@code witan} command. */
final class WitanStack implements AutoCloseable {
  private final Path root = root();
  private final Path home;
  private final Map<String, String> settings = new TreeMap<>();
  private final int httpPort = FreePorts.next();
  private final int natsPort = FreePorts.next();
  private final int neo4jPort = FreePorts.next();

  /** What a command printed, and how it ended. */
  record Result(int status, String output) {}

  WitanStack(String name) {
    home = Path.of("target", "stacks", name).toAbsolutePath();
    settings.put("WITAN_HOME", home.toString());
    settings.put("WITAN_HTTP_PORT", String.valueOf(httpPort));
    settings.put("WITAN_NATS_PORT", String.valueOf(natsPort));
    settings.put("WITAN_NEO4J_PORT", String.valueOf(neo4jPort));
    settings.put(
        "WITAN_GRPC_PORTS",
        IntStream.range(0, 5)
            .mapToObj(any -> String.valueOf(FreePorts.next()))
            .collect(Collectors.joining(",")));
    settings.put("WITAN_AUDIT_HEADS_EVERY", "PT1S");
    settings.put("WITAN_WORKFLOW_DEADLINES_EVERY", "PT1S");
    settings.put("WITAN_DELIBERATION_OUTSIDE_TIMEOUT", "PT10S");
    settings.put("WITAN_NO_BUILD", "1");
    settings.put("NO_COLOR", "1");
    clear();
  }

  /** Takes away what an earlier run of the tests left here, in case it was cut off. */
  private void clear() {
    if (!Files.exists(home)) {
      return;
    }
    close();
    try (Stream<Path> left = Files.walk(home)) {
      for (Path one : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * A second application on the stores of this stack, with the same keys; it has to be running.
   * Ending it leaves this stack as it is.
   */
  WitanStack replica(String name) {
    WitanStack replica = new WitanStack(name);
    replica.settings.put("WITAN_NEO4J_URL", "bolt://127.0.0.1:" + neo4jPort);
    replica.settings.put("WITAN_NEO4J_USER", "neo4j");
    replica.settings.put("WITAN_NEO4J_PASSWORD", read(home.resolve("data/neo4j/neo4j.password")));
    replica.settings.put("WITAN_NATS_URL", natsUrl());
    copy("signing-key.pem", replica);
    copy("admin.password", replica);
    return replica;
  }

  /** Sets one of its settings; it must not run yet. */
  WitanStack with(String setting, String value) {
    settings.put(setting, value);
    return this;
  }

  private void copy(String file, WitanStack to) {
    try {
      Files.createDirectories(to.data());
      Files.copy(data().resolve(file), to.data().resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  String url() {
    return "http://127.0.0.1:" + httpPort;
  }

  String natsUrl() {
    return "nats://127.0.0.1:" + natsPort;
  }

  /** A connection to the graph, beside the application. */
  Connection graph() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:neo4j://127.0.0.1:" + neo4jPort,
        "neo4j",
        read(home.resolve("data/neo4j/neo4j.password")));
  }

  int neo4jPort() {
    return neo4jPort;
  }

  /** One of the ports at which it answers gRPC. */
  int grpcPort() {
    return Integer.parseInt(settings.get("WITAN_GRPC_PORTS").split(",", -1)[0]);
  }

  /** The ports at which it answers. */
  List<Integer> ports() {
    return settings.entrySet().stream()
        .filter(setting -> setting.getKey().contains("_PORT"))
        .flatMap(setting -> Stream.of(setting.getValue().split(",", -1)))
        .map(Integer::valueOf)
        .toList();
  }

  Path home() {
    return home;
  }

  /** Where the application keeps its own files. */
  Path data() {
    return home.resolve("data/witan");
  }

  /** Sees to it that everything runs. */
  void up() {
    Result up = witan("up");
    if (up.status() != 0) {
      throw new IllegalStateException("up failed: " + up.output());
    }
  }

  /** People on it, new ones at each call. */
  Fleet fleet() {
    return Fleet.at(url(), data());
  }

  /** A client without a token. */
  Rest nobody() {
    return Rest.nobody(url());
  }

  /** A process of the stack: {@code witan}, {@code neo4j} or {@code nats}. */
  ProcessHandle part(String name) {
    String[] words = read(home.resolve("run/" + name + ".pid")).split(" ", 2);
    return ProcessHandle.of(Long.parseLong(words[0])).orElseThrow();
  }

  /** Ends a process of the stack as a crash would. */
  void kill(String name) {
    ProcessHandle part = part(name);
    part.destroyForcibly();
    part.onExit().join();
  }

  /** Runs {@code ./witan} with the words, and waits for its end. */
  Result witan(String... words) {
    return finish(process(words));
  }

  /** The same, as somebody who has a token. */
  Result witanAs(Rest who, String... words) {
    ProcessBuilder command = process(words);
    command.environment().put("WITAN_TOKEN", who.token());
    return finish(command);
  }

  /** Runs it, with what goes to standard output alone. */
  Result answer(String... words) {
    return finish(process(words).redirectErrorStream(false).redirectError(Redirect.DISCARD));
  }

  private Result finish(ProcessBuilder command) {
    try {
      Files.createDirectories(home);
      Path output = Files.createTempFile(home, "output", ".txt");
      Process process = command.redirectOutput(output.toFile()).start();
      int status = process.waitFor();
      return new Result(status, Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** The command, ready to start, with both outputs in one. */
  ProcessBuilder process(String... words) {
    List<String> command =
        Stream.concat(Stream.of(root.resolve("witan").toString()), Stream.of(words)).toList();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(settings);
    return builder;
  }

  @Override
  public void close() {
    Result down = witan("down");
    if (down.status() != 0) {
      throw new IllegalStateException("down failed: " + down.output());
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isExecutable(folder.resolve("witan"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
