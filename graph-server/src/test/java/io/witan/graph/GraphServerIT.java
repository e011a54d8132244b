package io.witan.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built server, run as it ships. */
class GraphServerIT {

  @TempDir Path folder;
  Path home;
  final List<Process> started = new ArrayList<>();

  @BeforeEach
  void inAFolderWithASpaceInItsName() {
    home = folder.resolve("a graph");
  }

  @AfterEach
  void stopAll() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void listensOnLoopbackWithAPasswordOfItsOwnAndStopsCleanly() throws Exception {
    Process server = serve(home, 0);
    awaitReady(server);

    assertThat(accepts(port())).isTrue();
    Path password = home.resolve("neo4j.password");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
        .isEqualTo("rw-------");

    server.destroy();
    // After 20 s ./witan down kills it.
    assertThat(server.waitFor(20, TimeUnit.SECONDS)).as("stops when told to").isTrue();
    assertThat(Files.readString(home.resolve("logs/debug.log"))).contains("Shutdown");
  }

  @Test
  void refusesAHomeThatAnotherOneHolds() throws Exception {
    awaitReady(serve(home, 0));

    Process second = serve(home, 0);

    assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(1);
    assertThat(log(second)).contains("in use by another graph server").contains("--home");
  }

  @Test
  void namesABusyPortAndTheWayOut() throws Exception {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process server = serve(home, busy.getLocalPort());

      assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(server.exitValue()).isEqualTo(1);
      assertThat(log(server)).contains("port " + busy.getLocalPort()).contains("--port");
    }
  }

  @Test
  void refusesAHomeThatItCannotWriteTo() throws Exception {
    Path file = Files.createFile(folder.resolve("a-file"));

    Process server = serve(file.resolve("graph"), 0);

    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isEqualTo(1);
    assertThat(log(server)).contains("cannot write to").contains("--home");
  }

  private Process serve(Path where, int port) throws IOException {
    Path built = Path.of("target", "graph-server").toAbsolutePath();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                built.resolve("graph-server.jar") + ":" + built.resolve("lib") + "/*",
                GraphServer.class.getName(),
                "--home",
                where.toString(),
                "--port",
                Integer.toString(port),
                "--page-cache-mb",
                "16")
            .redirectErrorStream(true)
            .redirectOutput(logFile(started.size()).toFile())
            .start();
    started.add(process);
    return process;
  }

  private void awaitReady(Process server) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> !server.isAlive() || log(server).contains("READY bolt://127.0.0.1:"));
    assertThat(server.isAlive()).as(() -> log(server)).isTrue();
  }

  private int port() throws IOException {
    return Integer.parseInt(Files.readString(home.resolve("bolt.port")));
  }

  private static boolean accepts(int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    }
  }

  private String log(Process server) {
    try {
      // It is read while it is written: a character may not be there whole.
      return new String(
          Files.readAllBytes(logFile(started.indexOf(server))), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path logFile(int index) {
    return folder.resolve("server-" + index + ".log");
  }
}
