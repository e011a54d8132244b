package io.witan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

  @TempDir Path folder;

  @Test
  void isReadyWhenItsLogSaysSo() {
    ChildProcess child = shell("echo GO; exec sleep 600");

    assertThat(child.isAlive()).isTrue();

    child.stop();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void isKilledEvenWhereItIgnoresSigterm() {
    ChildProcess child = shell("trap '' TERM; echo GO; while :; do sleep 0.1; done");

    child.kill();

    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void showsTheEndOfTheLogWhereTheStartFails() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> shell("echo the disk is on fire; exit 7"))
        .withMessageContaining("status 7")
        .withMessageContaining("the disk is on fire");
  }

  @Test
  void diesWithAJvmThatIsKilled() throws IOException {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Starter.class.getName(),
                folder.resolve("child.log").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessHandle child;
    try (BufferedReader out = jvm.inputReader(StandardCharsets.UTF_8)) {
      child = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
      assertThat(child.isAlive()).isTrue();

      jvm.destroyForcibly();
    }

    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !Running.is(child));
  }

  private ChildProcess shell(String script) {
    return ChildProcess.start(List.of("sh", "-c", script), folder.resolve("child.log"), "GO");
  }

  /** Starts a child in a JVM that a test can kill. */
  static final class Starter {

    private Starter() {}

    public static void main(String[] args) throws InterruptedException {
      List<String> command = List.of("sh", "-c", "echo GO; exec sleep 600");
      System.out.println(ChildProcess.start(command, Path.of(args[0]), "GO").pid());
      Thread.currentThread().join();
    }
  }
}
