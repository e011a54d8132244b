package io.witan.executor.ray;

import io.witan.executor.chat.Limits;
import io.witan.executor.chat.Secret;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Where the clusters are and how they are called. No token appears in a text of this class. */
@Dependent
public class RaySettings {
  private final Optional<String> clusters;
  private final Optional<String> weights;
  private final Optional<String> tokenFiles;
  private final String model;
  private final int maxAnswerBytes;
  private final RayPolicy policy;
  private final MetricRegistry metrics;
  private final ExecutorService threads;

  @Inject
  public RaySettings(
      @ConfigProperty(name = "witan.ray.clusters") Optional<String> clusters,
      @ConfigProperty(name = "witan.ray.weights") Optional<String> weights,
      @ConfigProperty(name = "witan.ray.token-file") Optional<String> tokenFiles,
      @ConfigProperty(name = "witan.ray.model") String model,
      @ConfigProperty(name = "witan.ray.max-answer-bytes") int maxAnswerBytes,
      @ConfigProperty(name = "witan.ray.retries") int retries,
      @ConfigProperty(name = "witan.ray.pause-first") Duration firstPause,
      @ConfigProperty(name = "witan.ray.pause-most") Duration longestPause,
      @ConfigProperty(name = "witan.ray.patience") Duration patience,
      @ConfigProperty(name = "witan.ray.calls-per-second") int callsPerSecond,
      @ConfigProperty(name = "witan.ray.breaker.failures") int failures,
      @ConfigProperty(name = "witan.ray.breaker.calls") int calls,
      @ConfigProperty(name = "witan.ray.breaker.pause") Duration breakerPause,
      MetricRegistry metrics,
      ManagedExecutorService threads) {
    this(
        clusters,
        weights,
        tokenFiles,
        model,
        maxAnswerBytes,
        new RayPolicy(
            retries,
            firstPause,
            longestPause,
            patience,
            callsPerSecond,
            failures,
            calls,
            breakerPause),
        metrics,
        threads);
  }

  RaySettings(
      Optional<String> clusters,
      Optional<String> weights,
      Optional<String> tokenFiles,
      String model,
      int maxAnswerBytes,
      RayPolicy policy,
      MetricRegistry metrics,
      ExecutorService threads) {
    Limits.atLeast("witan.ray.max-answer-bytes", maxAnswerBytes, 1);
    this.clusters = clusters;
    this.weights = weights;
    this.tokenFiles = tokenFiles;
    this.model = model;
    this.maxAnswerBytes = maxAnswerBytes;
    this.policy = policy;
    this.metrics = metrics;
    this.threads = threads;
  }

  String model() {
    return model;
  }

  /**
   * The clusters; none is called yet.
   *
   * @throws io.witan.shared.InvalidValue that names the setting, when one makes no sense
   */
  RayClusters connect(Clock clock) {
    List<ClusterAddress> addresses = ClusterList.read(clusters, weights);
    TokenFiles tokens = TokenFiles.read(tokenFiles, addresses);
    return new RayClusters(
        addresses.stream().map(address -> cluster(address, tokens.of(address), clock)).toList());
  }

  private RayCluster cluster(ClusterAddress address, Secret token, Clock clock) {
    RayServe serve = RayConnection.to(address, token, maxAnswerBytes, threads, clock);
    ClusterMetrics told = new ClusterMetrics(metrics, address.name());
    ClusterGuards guards = new ClusterGuards(address.name(), policy, threads, told);
    return new RayCluster(address, serve, guards, told);
  }
}
