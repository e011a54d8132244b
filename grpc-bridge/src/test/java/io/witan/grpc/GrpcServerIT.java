package io.witan.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.opentelemetry.api.trace.TracerProvider;
import io.witan.proto.planning.v2.GetStoryRequest;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.shared.Refusal;
import io.witan.testing.MemoryTransactions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GrpcServerIT {
  private GrpcServer server;

  @AfterEach
  void stop() {
    server.stop();
  }

  @Nested
  class Started {

    @Test
    void isReadyAndGuarded() throws Exception {
      server = server(true, 0, Optional.empty());

      server.start("application");

      HealthCheckResponse readiness = new GrpcReadiness(server).call();
      assertThat(readiness.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
      assertThat(readiness.getData().orElseThrow())
          .containsEntry("ports", server.ports().toString());
      assertThat(codeOfACall()).isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void startsOnceThoughItIsToldTwice() {
      server = server(true, 0, Optional.empty());

      server.start("application");
      List<Integer> ports = server.ports();
      server.start("web module");

      assertThat(server.ports()).isEqualTo(ports).hasSize(1);
    }

    @Test
    void letsTheDevelopmentAccountIn() throws Exception {
      server = server(true, 0, Optional.of("legacy"));

      server.start("application");

      assertThat(codeOfACall()).isEqualTo(Status.Code.UNIMPLEMENTED);
    }

    @Test
    void opensNothingAnyMoreOnceStopped() {
      server = server(true, 0, Optional.empty());
      server.start("application");

      server.stop();

      assertThat(server.ports()).isEmpty();
    }
  }

  @Nested
  class SwitchedOff {

    @Test
    void isReadyWithoutAPort() {
      server = server(false, 0, Optional.empty());

      server.start("application");

      assertThat(server.ports()).isEmpty();
      assertThat(new GrpcReadiness(server).call().getStatus())
          .isEqualTo(HealthCheckResponse.Status.UP);
    }
  }

  @Nested
  class WithoutItsPort {

    @Test
    void isNotReadyAndSaysWhy() throws Exception {
      try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        server = server(true, other.getLocalPort(), Optional.empty());

        server.start("application");

        HealthCheckResponse readiness = new GrpcReadiness(server).call();
        assertThat(readiness.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(readiness.getData().orElseThrow().get("reason").toString())
            .contains("port " + other.getLocalPort());
      }
    }
  }

  private static GrpcServer server(boolean enabled, int port, Optional<String> account) {
    GrpcSettings settings =
        new GrpcSettings(
            enabled, "127.0.0.1", List.of(port), 65_536, Duration.ofSeconds(1), account);
    return new GrpcServer(
        settings,
        List.of(new PlanningServiceGrpc.PlanningServiceImplBase() {}),
        token -> Refusal.of(Refusal.Code.UNAUTHENTICATED, "no token is good here").asOutcome(),
        new MemoryTransactions(),
        TracerProvider.noop().get("test"),
        Executors.newCachedThreadPool());
  }

  private Status.Code codeOfACall() throws InterruptedException {
    ManagedChannel channel =
        Grpc.newChannelBuilder(
                "127.0.0.1:" + server.ports().get(0), InsecureChannelCredentials.create())
            .build();
    try {
      return catchThrowableOfType(
              StatusRuntimeException.class,
              () ->
                  PlanningServiceGrpc.newBlockingStub(channel)
                      .getStory(GetStoryRequest.getDefaultInstance()))
          .getStatus()
          .getCode();
    } finally {
      channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }
  }
}
