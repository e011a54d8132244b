package io.witan.grpc.orchestrator;

import static io.witan.grpc.fakes.Bridge.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.grpc.fakes.Bridge;
import io.witan.proto.orchestrator.v1.PlanningEventRequest;
import io.witan.proto.orchestrator.v1.PlanningEventResponse;
import org.junit.jupiter.api.Test;

class ProcessPlanningEventTest extends AgainstTheOrchestrator {
  private PlanningEventRequest.Builder approved() {
    return PlanningEventRequest.newBuilder()
        .setEventType("planning.plan.approved")
        .setPlanId("PL-1")
        .setCaseId("s-cart");
  }

  @Test
  void ofAnApprovedPlanAsksTheCouncilOfEachRole() {
    PlanningEventResponse response =
        as(PAULA, orchestrator)
            .processPlanningEvent(approved().putMetadata("roles", "QA, DATA, cook").build());

    assertThat(response.getProcessed()).isTrue();
    assertThat(response.getMessage()).contains("1 of 3", "DATA: ", "cook: ");
    assertThat(response.getDerivedTaskIdsList()).hasSize(1);
    assertThat(kept.hasOpen()).isTrue();
  }

  @Test
  void ofAStoryThatHasMovedStartsNothing() {
    PlanningEventResponse response =
        as(PAULA, orchestrator)
            .processPlanningEvent(
                PlanningEventRequest.newBuilder().setEventType("story.transitioned").build());

    assertThat(response.getProcessed()).isTrue();
    assertThat(kept.hasOpen()).isFalse();
  }

  @Test
  void ofAnotherKindIsRefused() {
    assertThat(
            Bridge.refusal(
                    () ->
                        as(PAULA, orchestrator)
                            .processPlanningEvent(approved().setEventType("lunch").build()))
                .getStatus()
                .toString())
        .contains("INVALID_ARGUMENT", "event_type", "lunch", "planning.plan.approved");
  }
}
