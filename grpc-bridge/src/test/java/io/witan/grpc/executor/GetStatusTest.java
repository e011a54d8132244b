package io.witan.grpc.executor;

import static io.witan.grpc.fakes.Bridge.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.adapter.Neo4jSubmissions;
import io.witan.deliberation.port.Submissions;
import io.witan.grpc.fakes.Bridge;
import io.witan.neo4j.Graph;
import io.witan.proto.ray_executor.v1.GetStatusRequest;
import io.witan.proto.ray_executor.v1.GetStatusResponse;
import io.witan.proto.ray_executor.v1.RayExecutorServiceGrpc;
import io.witan.proto.ray_executor.v1.RayExecutorStats;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class GetStatusTest extends AgainstTheExecutor {

  @Test
  void isHealthyAndTellsHowLongItIsUp() {
    application.clock.set(ExecutorOnMemory.NOON.plusSeconds(61));

    GetStatusResponse status = executor.getStatus(GetStatusRequest.getDefaultInstance());

    assertThat(status.getStatus()).isEqualTo("healthy");
    assertThat(status.getUptimeSeconds()).isEqualTo(61);
    assertThat(status.hasStats()).isFalse();
  }

  @Test
  void countsEachOutcomeOnceHoweverOftenItIsAskedFor() {
    String won = execute("T-6").getDeliberationId();
    deliberations.completeAll();
    String lost = execute("T-7").getDeliberationId();
    deliberations.failAll("nobody answered");
    execute("T-8");

    Stream.of(won, lost, won, lost).forEach(id -> status(id));

    assertThat(stats())
        .extracting(
            RayExecutorStats::getTotalDeliberations,
            RayExecutorStats::getActiveDeliberations,
            RayExecutorStats::getCompletedDeliberations,
            RayExecutorStats::getFailedDeliberations,
            RayExecutorStats::getAverageExecutionTimeMs)
        .containsExactly(3L, 1L, 1L, 1L, 2000f);
    assertThat(stats()).isEqualTo(stats());
  }

  @Test
  void isUnhealthyWhileAReadinessCheckIsDown() {
    application.isBroken();

    assertThat(executor.getStatus(GetStatusRequest.getDefaultInstance()).getStatus())
        .isEqualTo("unhealthy");
  }

  @Test
  void isUnhealthyWhenItCannotCount() {
    try (Bridge broken = new Bridge(application.service(lost()), kept.transactions)) {
      GetStatusResponse status =
          as(DORA, RayExecutorServiceGrpc.newBlockingStub(broken.channel()))
              .getStatus(GetStatusRequest.newBuilder().setIncludeStats(true).build());

      assertThat(status.getStatus()).isEqualTo("unhealthy");
      assertThat(status.hasStats()).isFalse();
    }
  }

  /** A store that is away. */
  private static Submissions lost() {
    DataSource nowhere =
        (DataSource)
            Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  throw new SQLException("nobody answers");
                });
    return new Neo4jSubmissions(new Graph(nowhere));
  }
}
