package io.witan.grpc.orchestrator;

import static io.witan.grpc.fakes.Bridge.as;
import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.AStory.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.witan.grpc.fakes.Bridge;
import io.witan.planning.domain.StoryId;
import io.witan.proto.orchestrator.v1.AtomicTask;
import io.witan.proto.orchestrator.v1.DerivationStrategy;
import io.witan.proto.orchestrator.v1.DeriveSubtasksRequest;
import io.witan.proto.orchestrator.v1.DeriveSubtasksResponse;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc.OrchestratorServiceBlockingStub;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeriveSubtasksTest extends AgainstTheOrchestrator {
  @BeforeEach
  void anApprovedPlan() {
    planning.stories.given(aStory().called("s-cart").readyForPlanning().build());
    planning.plans.given(aPlan().called("PL-1").of(new StoryId("s-cart")).approved().build());
  }

  private DeriveSubtasksRequest.Builder wanted() {
    return DeriveSubtasksRequest.newBuilder().setCaseId("s-cart").setPlanId("PL-1");
  }

  private CompletableFuture<DeriveSubtasksResponse> derive(DeriveSubtasksRequest request) {
    OrchestratorServiceBlockingStub paula = as(PAULA, orchestrator);
    return CompletableFuture.supplyAsync(() -> paula.deriveSubtasks(request), callers);
  }

  private DeriveSubtasksResponse derived() throws Exception {
    CompletableFuture<DeriveSubtasksResponse> call = derive(wanted().build());
    await().until(kept::hasOpenDerivation);
    kept.deriveAll();
    return call.get(30, TimeUnit.SECONDS);
  }

  @Test
  void areThoseThatACouncilCutsThePlanInto() throws Exception {
    DeriveSubtasksResponse response = derived();

    assertThat(response.getTotalTasks()).isEqualTo(2);
    assertThat(response.getDerivationId()).isEqualTo("derive-PL-1");
    AtomicTask first = response.getTasks(0);
    AtomicTask second = response.getTasks(1);
    assertThat(first.getDescription()).isEqualTo("Task T1");
    assertThat(first.getRole()).isEqualTo("DEV");
    assertThat(first.getCaseId()).isEqualTo("s-cart");
    assertThat(first.getPlanId()).isEqualTo("PL-1");
    assertThat(first.getPriority()).isOne();
    assertThat(second.getDependenciesList()).containsExactly(first.getTaskId());
  }

  @Test
  void thatAreThereAreAnsweredAtOnce() throws Exception {
    DeriveSubtasksResponse first = derived();

    assertThat(derive(wanted().build()).get(30, TimeUnit.SECONDS)).isEqualTo(first);
    assertThat(kept.hasOpenDerivation()).isFalse();
  }

  @Test
  void ofSomeRolesAreThoseThatAreNamed() throws Exception {
    derived();

    assertThat(derive(wanted().addRoles("QA").build()).get(30, TimeUnit.SECONDS).getTotalTasks())
        .isZero();
    assertThat(derive(wanted().addRoles("dev").build()).get(30, TimeUnit.SECONDS).getTotalTasks())
        .isEqualTo(2);
  }

  @Test
  void thatCannotBeFoundAreTold() {
    CompletableFuture<DeriveSubtasksResponse> call = derive(wanted().build());
    await().until(kept::hasOpenDerivation);
    kept.failDerivations("no model");

    assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS))
        .hasMessageContaining("UNAVAILABLE")
        .hasMessageContaining("PL-1")
        .hasMessageContaining("no model");
  }

  @Test
  void areRefusedWhereTheRequestMakesNoSense() {
    assertThat(refusal(wanted().setPlanId("PL-2"))).contains("NOT_FOUND", "PL-2");
    assertThat(refusal(wanted().setPlanId(""))).contains("INVALID_ARGUMENT", "plan_id");
    assertThat(refusal(wanted().setCaseId("s-other")))
        .contains("INVALID_ARGUMENT", "case_id", "s-other", "s-cart");
    assertThat(refusal(wanted().addRoles("cook"))).contains("roles", "cook");
    assertThat(refusal(wanted().setStrategy(strategy().setMaxTasksPerRole(3))))
        .contains("strategy.max_tasks_per_role", "3", "0");
    assertThat(refusal(wanted().setStrategy(strategy().addDependencyOrder("QA"))))
        .contains("strategy.dependency_order", "QA", "nothing");
    assertThat(kept.hasOpenDerivation()).isFalse();
  }

  private DerivationStrategy.Builder strategy() {
    return DerivationStrategy.newBuilder();
  }

  private String refusal(DeriveSubtasksRequest.Builder request) {
    return Bridge.refusal(() -> as(PAULA, orchestrator).deriveSubtasks(request.build()))
        .getStatus()
        .toString();
  }
}
