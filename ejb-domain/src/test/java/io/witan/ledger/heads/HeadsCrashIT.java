package io.witan.ledger.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.testkit.GraphServerProcess;
import io.witan.testkit.TestServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills an application that exports, at any moment, and tears the end off its file, as a loss of
 * power would. The seed is printed; {@code -Dwitan.crash.seed=...} repeats the same order.
 */
class HeadsCrashIT {
  private static final int KILLS = 6;
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());

  @TempDir private Path folder;

  @BeforeEach
  void empty() {
    HeadsOnNeo4j.forget(LEDGER);
  }

  @Test
  void no_batch_is_lost_or_doubled() throws Exception {
    long seed = Long.getLong("witan.crash.seed", System.nanoTime());
    System.out.println("HeadsCrashIT: -Dwitan.crash.seed=" + seed);
    Random random = new Random(seed);
    long exported = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      exported = runAndKill(1 + random.nextInt(8));
      tear(random);
    }

    HeadsOnNeo4j heads = new HeadsOnNeo4j(LEDGER, folder);
    // What the last one had begun to write when it was killed may arrive in Neo4j after its death.
    await()
        .until(
            () -> {
              heads.export();
              return heads.unsigned.isEmpty();
            });

    List<Long> numbers = heads.batches().stream().map(batch -> batch.batch().number()).toList();
    assertThat(exported).isGreaterThanOrEqualTo(KILLS);
    assertThat(numbers)
        .hasSizeGreaterThanOrEqualTo((int) exported)
        .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
    assertThat(heads.heads.lines(0, 1_000)).isEqualTo(heads.lines());
    assertThat(LEDGER.outbox.pending(1_000)).hasSameSizeAs(numbers);
    assertThat(heads.verdictOnAll().broken()).isEmpty();
  }

  /** Answers the number of the last batch that was told to be exported. */
  private long runAndKill(int exports) throws IOException, InterruptedException {
    GraphServerProcess graph = TestServers.graph();
    Process application =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ExportingApplication.class.getName(),
                graph.url(),
                graph.user(),
                graph.password(),
                folder.toString())
            .redirectError(Path.of("target", "exporting-application.log").toFile())
            .start();
    try (BufferedReader output = application.inputReader(StandardCharsets.UTF_8)) {
      String last = "0";
      for (int i = 0; i < exports; i++) {
        last = output.readLine();
        assertThat(last).as("see target/exporting-application.log").isNotNull();
      }
      return Long.parseLong(last);
    } finally {
      int unused = application.destroyForcibly().waitFor();
    }
  }

  private void tear(Random random) throws IOException {
    Path file = folder.resolve(HeadsFile.NAME);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long lost = Math.min(channel.size(), random.nextInt(2_000));
      FileChannel unused = channel.truncate(channel.size() - lost);
    }
  }
}
