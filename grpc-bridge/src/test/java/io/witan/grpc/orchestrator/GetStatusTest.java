package io.witan.grpc.orchestrator;

import static io.witan.grpc.fakes.Bridge.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.proto.orchestrator.v1.GetStatusRequest;
import org.junit.jupiter.api.Test;

class GetStatusTest extends AgainstTheOrchestrator {

  @Test
  void isThatOfTheReadinessChecks() {
    assertThat(status()).isEqualTo("healthy");
    ready = false;
    assertThat(status()).isEqualTo("unhealthy");
  }

  private String status() {
    return as(DORA, orchestrator).getStatus(GetStatusRequest.getDefaultInstance()).getStatus();
  }
}
