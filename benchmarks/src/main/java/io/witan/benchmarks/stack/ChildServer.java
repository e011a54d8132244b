package io.witan.benchmarks.stack;

import io.witan.benchmarks.Benchmarks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A server that this program starts and ends. */
public final class ChildServer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private final Process process;
  private final Path log;
  private final Thread whenInterrupted;

  private ChildServer(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.whenInterrupted = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(whenInterrupted);
  }

  /** Starts the command and returns once its output holds the mark. */
  public static ChildServer start(List<String> command, Path log, String mark)
      throws IOException, InterruptedException {
    Files.createDirectories(log.getParent());
    ChildServer server =
        new ChildServer(
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start(),
            log);
    try {
      Watched.until(command.get(0), START_LIMIT, () -> server.says(mark));
    } catch (IllegalStateException late) {
      server.close();
      throw late;
    }
    return server;
  }

  private boolean says(String mark) {
    try {
      String said = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      if (!process.isAlive()) {
        throw new IllegalStateException("a server ended while starting:\n" + said);
      }
      return said.contains(mark);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public long pid() {
    return process.pid();
  }

  /** The java of this program. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    try {
      Runtime.getRuntime().removeShutdownHook(whenInterrupted);
    } catch (IllegalStateException stopping) {
      Benchmarks.say("interrupted; a server is down");
    }
  }
}
