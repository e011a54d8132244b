package io.witan.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One run of one server: from its start to its death.
 *
 * <p>A watchdog shell holds a pipe from this JVM. When the JVM goes, even by kill -9, the pipe
 * breaks and the watchdog kills the server.
 */
final class ChildProcess {

  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
  private static final int TAIL_LINES = 40;

  private final Process server;
  private final Process watchdog;
  private final Path log;

  private ChildProcess(Process server, Process watchdog, Path log) {
    this.server = server;
    this.watchdog = watchdog;
    this.log = log;
  }

  /** Starts the command and returns once its log holds the given mark. */
  static ChildProcess start(List<String> command, Path log, String readyMark) {
    return start(command, Map.of(), log, readyMark, "KILL");
  }

  /**
   * Starts a command that has processes of its own, and ends them when it is asked to end; so it is
   * asked, not killed, when the JVM goes.
   */
  static ChildProcess startParent(
      List<String> command, Map<String, String> environment, Path log, String readyMark) {
    return start(command, environment, log, readyMark, "TERM");
  }

  private static ChildProcess start(
      List<String> command,
      Map<String, String> environment,
      Path log,
      String readyMark,
      String lastSignal) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.environment().putAll(environment);
      Process server = builder.start();
      ChildProcess child = new ChildProcess(server, watch(server.pid(), lastSignal), log);
      child.awaitReady(readyMark);
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return server.pid();
  }

  boolean isAlive() {
    return server.isAlive();
  }

  /** Ends the server as a crash would: SIGKILL. */
  void kill() {
    end(true);
  }

  /** Ends the server in good order; by SIGKILL where it does not go in time. */
  void stop() {
    end(false);
  }

  private void end(boolean atOnce) {
    watchdog.destroyForcibly();
    if (atOnce) {
      server.destroyForcibly();
    } else {
      server.destroy();
    }
    try {
      if (!server.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        server.destroyForcibly().waitFor();
      }
      watchdog.waitFor();
    } catch (InterruptedException e) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady(String mark) {
    try {
      Awaitility.await()
          .atMost(START_LIMIT)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !server.isAlive() || log().contains(mark));
    } catch (ConditionTimeoutException e) {
      kill();
      throw failure("was not ready after " + START_LIMIT.toSeconds() + " s");
    }
    if (!server.isAlive()) {
      kill();
      throw failure("ended with status " + server.exitValue() + " while starting");
    }
  }

  private IllegalStateException failure(String what) {
    List<String> lines = log().lines().toList();
    String tail =
        String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    return new IllegalStateException("the server " + what + "; end of " + log + ":\n" + tail);
  }

  private String log() {
    try {
      // Not readString: a log may be cut in the middle of a character.
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process watch(long pid, String signal) throws IOException {
    return new ProcessBuilder(
            "sh", "-c", "read -r _; kill -s \"$2\" \"$1\"", "watchdog", Long.toString(pid), signal)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
