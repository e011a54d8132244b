package io.witan.grpc.orchestrator;

import static io.witan.grpc.fakes.Bridge.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.grpc.fakes.Bridge;
import io.witan.proto.orchestrator.v1.ContextOptions;
import io.witan.proto.orchestrator.v1.GetTaskContextRequest;
import io.witan.proto.orchestrator.v1.GetTaskContextResponse;
import io.witan.shared.Sha256;
import org.junit.jupiter.api.Test;

class GetTaskContextTest extends AgainstTheOrchestrator {
  private GetTaskContextRequest.Builder wanted() {
    return GetTaskContextRequest.newBuilder().setRole("QA");
  }

  @Test
  void isWhatIsKnownForARole() {
    GetTaskContextResponse response =
        as(DORA, orchestrator).getTaskContext(wanted().setTaskId("T-1").build());

    assertThat(response.getContextText()).isEqualTo("task T-1 for qa");
    assertThat(response.getBlocks().getContext()).isEqualTo(response.getContextText());
    assertThat(response.getTokenCount()).isEqualTo(1000);
    assertThat(response.getVersionHash()).isEqualTo(Sha256.hex(response.getContextText()));
  }

  @Test
  void ofAStoryIsAskedForWithoutATask() {
    assertThat(text(wanted().setStoryId("s-cart"))).isEqualTo("story s-cart for qa");
    assertThat(text(wanted().setCaseId("s-cart").setPhase("test"))).startsWith("story");
  }

  private String text(GetTaskContextRequest.Builder request) {
    return as(DORA, orchestrator).getTaskContext(request.build()).getContextText();
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThat(refusal(wanted())).contains("INVALID_ARGUMENT", "task_id", "story_id");
    assertThat(refusal(wanted().setTaskId("T-1").setPhase("LUNCH")))
        .contains("phase", "LUNCH", "BUILD, DESIGN, DOCS, TEST");
    assertThat(refusal(wanted().setTaskId("T-1").setRole("cook"))).contains("role", "cook");
    assertThat(
            refusal(
                wanted().setTaskId("T-1").setOptions(ContextOptions.newBuilder().setMaxEvents(-1))))
        .contains("options.max_events");
    assertThat(refusal(wanted().setTaskId("T-unknown"))).contains("NOT_FOUND", "T-unknown");
  }

  private String refusal(GetTaskContextRequest.Builder request) {
    return Bridge.refusal(() -> as(DORA, orchestrator).getTaskContext(request.build()))
        .getStatus()
        .toString();
  }
}
