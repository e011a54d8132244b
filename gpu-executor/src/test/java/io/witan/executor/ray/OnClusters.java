package io.witan.executor.ray;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.executor.CountingRegistry;
import io.witan.executor.Turns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Clusters of its own for every test, and a runner on them. */
abstract class OnClusters {
  static final Duration LONG = Duration.ofSeconds(20);
  static final RayPolicy POLICY = waitingFor(LONG);

  /** Gives up a turn soon whose cluster is away. */
  static final RayPolicy IMPATIENT = waitingFor(Duration.ofMillis(400));

  @TempDir Path folder;

  final ExecutorService threads = Executors.newCachedThreadPool();
  final List<RayServer> servers = new ArrayList<>();
  final CountingRegistry counts = new CountingRegistry();

  private static RayPolicy waitingFor(Duration patience) {
    return new RayPolicy(
        2,
        Duration.ofMillis(10),
        Duration.ofMillis(100),
        patience,
        0,
        5,
        10,
        Duration.ofSeconds(30));
  }

  @AfterEach
  void stop() {
    servers.forEach(RayServer::close);
    threads.shutdownNow();
  }

  RayServer server() {
    RayServer server = new RayServer();
    servers.add(server);
    return server;
  }

  RayTurnRunner runner(RayServer... clusters) {
    return runner(POLICY, addresses(clusters));
  }

  /** The clusters are a, b, c and on. */
  static String addresses(RayServer... clusters) {
    StringBuilder addresses = new StringBuilder();
    for (int i = 0; i < clusters.length; i++) {
      addresses.append((char) ('a' + i)).append('=').append(clusters[i].url()).append(',');
    }
    return addresses.toString();
  }

  RayTurnRunner runner(RayPolicy policy, String addresses) {
    return runner(policy, addresses, Clock.systemUTC());
  }

  RayTurnRunner runner(RayPolicy policy, String addresses, Clock clock) {
    return new RayTurnRunner(settings(policy, addresses), clock);
  }

  RaySettings settings(RayPolicy policy, String addresses) {
    return new RaySettings(
        Optional.of(addresses),
        Optional.empty(),
        Optional.of(tokenFile(RayServer.TOKEN)),
        "model-x",
        20_000,
        policy,
        counts.registry(),
        threads);
  }

  String tokenFile(String token) {
    try {
      return Files.writeString(folder.resolve("token"), token + "\n").toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static CompletableFuture<TurnResult> begin(RayTurnRunner runner, TurnRequest request) {
    return runner.run(request).toCompletableFuture();
  }

  static TurnResult run(RayTurnRunner runner) {
    return begin(runner, Turns.plan("D-1", LONG)).join();
  }

  static <T extends Throwable> T failure(Class<T> type, RayTurnRunner runner) {
    return failure(type, runner, Turns.plan("D-1", LONG));
  }

  static <T extends Throwable> T failure(Class<T> type, RayTurnRunner runner, TurnRequest request) {
    try {
      throw new AssertionError("no failure but " + begin(runner, request).join());
    } catch (CompletionException failed) {
      assertThat(failed.getCause()).isInstanceOf(type);
      return type.cast(failed.getCause());
    }
  }
}
