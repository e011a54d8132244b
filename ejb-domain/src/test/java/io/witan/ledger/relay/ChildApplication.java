package io.witan.ledger.relay;

import io.witan.testkit.GraphServerProcess;
import io.witan.testkit.NatsServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@link CrashingApplication} in a process of its own. */
final class ChildApplication implements AutoCloseable {
  private static final Pattern ACKNOWLEDGED = Pattern.compile("ACK (\\S+) (\\d+)");

  private final List<String> command;
  private final List<Acknowledged> acknowledged = new CopyOnWriteArrayList<>();
  private final Path log = Path.of("target", "crashing-application.log").toAbsolutePath();
  private Process process;

  /** A transition that the application was told is kept. */
  record Acknowledged(String story, long version) {}

  ChildApplication(GraphServerProcess graph, NatsServerProcess nats, List<String> stories) {
    command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingApplication.class.getName(),
                graph.url(),
                graph.user(),
                graph.password(),
                nats.url()));
    command.addAll(stories);
    start();
  }

  private void start() {
    try {
      process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    Thread reader = new Thread(() -> output.lines().forEach(this::read));
    reader.setDaemon(true);
    reader.start();
  }

  private void read(String line) {
    Matcher matcher = ACKNOWLEDGED.matcher(line);
    if (matcher.matches()) {
      acknowledged.add(new Acknowledged(matcher.group(1), Long.parseLong(matcher.group(2))));
    }
  }

  List<Acknowledged> acknowledged() {
    return acknowledged;
  }

  /** Lets so many more transitions through. */
  void permit(int transitions) {
    try {
      OutputStream input = process.getOutputStream();
      input.write((transitions + "\n").getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** SIGKILL, and another process. */
  void killAndRestart() {
    kill();
    start();
  }

  /**
   * By its handle: {@link Process#destroyForcibly} would also close the output under its reader,
   * and what was acknowledged last would be lost with it.
   */
  private void kill() {
    process.toHandle().destroyForcibly();
    try {
      int unused = process.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
