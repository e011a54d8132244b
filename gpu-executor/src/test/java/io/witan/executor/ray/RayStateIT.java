package io.witan.executor.ray;

import static io.witan.executor.ray.RayServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.port.RunnerState;
import io.witan.deliberation.port.RunnerState.Cluster;
import io.witan.deliberation.port.RunnerState.Reach;
import org.junit.jupiter.api.Test;

class RayStateIT extends OnClusters {
  private final RayServer first = server();
  private final RayServer second = server();

  private RunnerState look() {
    return runner(first, second).look().toCompletableFuture().join();
  }

  @Test
  void is_up_with_all_clusters_and_how_full_they_are() {
    RunnerState state = look();

    assertThat(state.runner()).isEqualTo("ray");
    assertThat(state.model()).isEqualTo("model-x");
    assertThat(state.reach()).isEqualTo(Reach.UP);
    assertThat(state.detail()).isEmpty();
    assertThat(state.clusters()).extracting(Cluster::name).containsExactly("a", "b");
    Cluster cluster = state.clusters().get(0);
    assertThat(cluster.url()).isEqualTo(first.url());
    assertThat(cluster.weight()).isOne();
    assertThat(cluster.breaker()).isEqualTo("CLOSED");
    assertThat(cluster.load())
        .hasValue(new RunnerState.Load(2, 64, 1, 0, 0, 0, 3, 1, 0, 0, 0, 1, 0, 1.5));
  }

  @Test
  void is_degraded_while_one_answers() {
    second.close();

    RunnerState state = look();

    assertThat(state.reach()).isEqualTo(Reach.DEGRADED);
    assertThat(state.detail()).isEqualTo("b: no connection");
    assertThat(state.clusters()).extracting(Cluster::reachable).containsExactly(true, false);
  }

  @Test
  void is_away_when_none_does() {
    first.close();
    second.close();

    assertThat(look().reach()).isEqualTo(Reach.AWAY);
  }

  @Test
  void a_cluster_without_its_model_server_takes_no_turns() {
    RayServer alone = server();
    alone.misbehave(status(503, "2"), status(503, "2"));

    RunnerState state = runner(alone).look().toCompletableFuture().join();

    assertThat(state.reach()).isEqualTo(Reach.AWAY);
    assertThat(state.detail()).contains("a: HTTP 503");
  }
}
