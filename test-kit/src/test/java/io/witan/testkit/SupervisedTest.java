package io.witan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that the script {@code supervise.sh} watches; it has a helper of its own. */
class SupervisedTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Says its own process id and that of its helper. */
  private static final String SERVER = "sleep 600 & echo \"UP $$ $!\"; wait";

  @TempDir Path folder;

  private ChildProcess supervisor;

  @BeforeEach
  void start() {
    List<String> command =
        List.of("sh", Binaries.script("supervise.sh").toString(), "sh", "-c", SERVER);
    supervisor = ChildProcess.startParent(command, Map.of(), folder.resolve("log"), "UP");
  }

  @AfterEach
  void stop() {
    supervisor.stop();
  }

  @Test
  void startsAgainWhenItDiesAndLeavesNothingBehind() {
    List<Long> first = runs().get(0);

    ProcessHandle.of(first.get(0)).orElseThrow().destroyForcibly();

    Awaitility.await().atMost(PATIENCE).until(() -> runs().size() == 2);
    awaitEnd(first);
    assertThat(runs().get(1)).allMatch(SupervisedTest::isThere);
  }

  @Test
  void endsWithAllThatItHasStartedWhenItIsAskedTo() {
    List<Long> first = runs().get(0);

    supervisor.stop();

    awaitEnd(first);
    assertThat(runs()).hasSize(1);
  }

  /** The processes of each run. */
  private List<List<Long>> runs() {
    try {
      return Files.readAllLines(folder.resolve("log")).stream()
          .filter(line -> line.startsWith("UP "))
          .map(line -> Arrays.stream(line.substring(3).split(" ", -1)).map(Long::valueOf).toList())
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void awaitEnd(List<Long> processes) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> processes.stream().noneMatch(SupervisedTest::isThere));
  }

  private static boolean isThere(long process) {
    return ProcessHandle.of(process).filter(Running::is).isPresent();
  }
}
