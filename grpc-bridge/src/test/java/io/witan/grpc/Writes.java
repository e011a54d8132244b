package io.witan.grpc;

import static io.witan.testing.ACeremony.aCeremony;
import static io.witan.testing.ADecision.aDecision;
import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.AStory.aStory;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.witan.deliberation.domain.Council;
import io.witan.grpc.executor.ExecutorRequests;
import io.witan.planning.domain.CeremonyStatus;
import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.EpicStatus;
import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.domain.ProjectStatus;
import io.witan.planning.domain.StoryId;
import io.witan.proto.orchestrator.v1.CreateCouncilRequest;
import io.witan.proto.orchestrator.v1.DeleteCouncilRequest;
import io.witan.proto.orchestrator.v1.DeliberateRequest;
import io.witan.proto.orchestrator.v1.DeriveSubtasksRequest;
import io.witan.proto.orchestrator.v1.OrchestrateRequest;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc;
import io.witan.proto.orchestrator.v1.PlanningEventRequest;
import io.witan.proto.orchestrator.v1.RegisterAgentRequest;
import io.witan.proto.orchestrator.v1.UnregisterAgentRequest;
import io.witan.proto.planning.v2.AddAgentDeliberationRequest;
import io.witan.proto.planning.v2.AddStoriesToReviewRequest;
import io.witan.proto.planning.v2.ApproveDecisionRequest;
import io.witan.proto.planning.v2.ApproveReviewPlanRequest;
import io.witan.proto.planning.v2.CancelBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.CompleteBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.CreateBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.CreateEpicRequest;
import io.witan.proto.planning.v2.CreateProjectRequest;
import io.witan.proto.planning.v2.CreateStoryRequest;
import io.witan.proto.planning.v2.CreateTaskRequest;
import io.witan.proto.planning.v2.DeleteEpicRequest;
import io.witan.proto.planning.v2.DeleteProjectRequest;
import io.witan.proto.planning.v2.DeleteStoryRequest;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.RejectDecisionRequest;
import io.witan.proto.planning.v2.RejectReviewPlanRequest;
import io.witan.proto.planning.v2.RemoveStoryFromReviewRequest;
import io.witan.proto.planning.v2.StartBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.TransitionStoryRequest;
import io.witan.proto.ray_executor.v1.RayExecutorServiceGrpc;
import io.witan.proto.workflow.v1.ClaimTaskRequest;
import io.witan.proto.workflow.v1.RequestValidationRequest;
import io.witan.proto.workflow.v1.WorkflowOrchestrationServiceGrpc;
import io.witan.shared.ActorId;
import io.witan.shared.Role;
import io.witan.testing.ACeremony;
import io.witan.testing.AWorkflow;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.Outcomes;
import java.util.Optional;
import java.util.stream.Stream;

/** Every RPC that writes, with a request that is done when the things that it names are there. */
final class Writes {
  private static final String PO = "anna:po";
  private static final String QA = "quinn:qa";
  private static final String DEVOPS = "opal:devops";
  private static final String DEVELOPER = "dora:developer";

  private Writes() {}

  /** Who asks for what. */
  record Write(MethodDescriptor<?, ?> rpc, String token, Message request) {
    @Override
    public String toString() {
      return rpc.getFullMethodName();
    }
  }

  /** The things that the requests name. */
  static void given(Memory kept) {
    ActorId anna = new ActorId("anna");
    ProjectId shop = new ProjectId("PROJ-shop");
    kept.projects.given(
        new Project(
            shop,
            "Shop",
            "",
            ProjectStatus.ACTIVE,
            anna,
            Moments.MORNING,
            Moments.MORNING,
            false,
            1));
    kept.epics.given(
        new Epic(
            new EpicId("E-cart"),
            shop,
            "Cart",
            "",
            EpicStatus.ACTIVE,
            Moments.MORNING,
            Moments.MORNING,
            false,
            1));
    kept.stories.given(
        aStory().called("s-cart").of(new EpicId("E-cart")).readyForPlanning().build());
    kept.stories.given(aStory().called("s-card").of(new EpicId("E-cart")).build());
    kept.decisions.given(aDecision().called("DEC-1").of(new StoryId("s-cart")).build());
    kept.plans.given(aPlan().called("PL-9").of(new StoryId("s-cart")).approved().build());
    kept.ceremonies.given(aCeremony().called("BRC-draft").of("s-cart").build());
    kept.ceremonies.given(aCeremony().called("BRC-started").started("s-cart").build());
    kept.ceremonies.given(aCeremony().called("BRC-reviewing").reviewing("s-cart").build());
    kept.ceremonies.given(
        aCeremony()
            .called("BRC-decided")
            .with(ACeremony.rejected("s-cart"))
            .in(CeremonyStatus.REVIEWING)
            .build());
    kept.workflows.given(AWorkflow.aWorkflow().of("T-1").of(new StoryId("s-cart")).build());
    kept.councils.given(
        Outcomes.value(Council.create(Optional.empty(), Role.QA, 3, "", anna, Moments.MORNING))
            .after());
  }

  static Stream<Write> all() {
    return Stream.of(
            tree(), decisions(), ceremonies(), reviews(), work(), councils(), submissions())
        .flatMap(some -> some);
  }

  private static Stream<Write> tree() {
    return Stream.of(
        new Write(
            PlanningServiceGrpc.getCreateProjectMethod(),
            PO,
            CreateProjectRequest.newBuilder().setName("Shop").build()),
        new Write(
            PlanningServiceGrpc.getDeleteProjectMethod(),
            PO,
            DeleteProjectRequest.newBuilder().setProjectId("PROJ-shop").build()),
        new Write(
            PlanningServiceGrpc.getCreateEpicMethod(),
            PO,
            CreateEpicRequest.newBuilder().setProjectId("PROJ-shop").setTitle("Cart").build()),
        new Write(
            PlanningServiceGrpc.getDeleteEpicMethod(),
            PO,
            DeleteEpicRequest.newBuilder().setEpicId("E-cart").build()),
        new Write(
            PlanningServiceGrpc.getCreateStoryMethod(),
            PO,
            CreateStoryRequest.newBuilder()
                .setEpicId("E-cart")
                .setTitle("Pay by card")
                .setBrief("Soon")
                .build()),
        new Write(
            PlanningServiceGrpc.getTransitionStoryMethod(),
            PO,
            TransitionStoryRequest.newBuilder()
                .setStoryId("s-card")
                .setTargetState("PO_REVIEW")
                .build()),
        new Write(
            PlanningServiceGrpc.getDeleteStoryMethod(),
            PO,
            DeleteStoryRequest.newBuilder().setStoryId("s-cart").build()),
        new Write(
            PlanningServiceGrpc.getCreateTaskMethod(),
            PO,
            CreateTaskRequest.newBuilder().setStoryId("s-cart").setTitle("Write a test").build()));
  }

  private static Stream<Write> decisions() {
    return Stream.of(
        new Write(
            PlanningServiceGrpc.getApproveDecisionMethod(),
            PO,
            ApproveDecisionRequest.newBuilder()
                .setStoryId("s-cart")
                .setDecisionId("DEC-1")
                .build()),
        new Write(
            PlanningServiceGrpc.getRejectDecisionMethod(),
            PO,
            RejectDecisionRequest.newBuilder()
                .setStoryId("s-cart")
                .setDecisionId("DEC-1")
                .setReason("Too dear")
                .build()));
  }

  private static Stream<Write> ceremonies() {
    return Stream.of(
        new Write(
            PlanningServiceGrpc.getCreateBacklogReviewCeremonyMethod(),
            PO,
            CreateBacklogReviewCeremonyRequest.newBuilder().addStoryIds("s-cart").build()),
        new Write(
            PlanningServiceGrpc.getAddStoriesToReviewMethod(),
            PO,
            AddStoriesToReviewRequest.newBuilder()
                .setCeremonyId("BRC-draft")
                .addStoryIds("s-card")
                .build()),
        new Write(
            PlanningServiceGrpc.getRemoveStoryFromReviewMethod(),
            PO,
            RemoveStoryFromReviewRequest.newBuilder()
                .setCeremonyId("BRC-draft")
                .setStoryId("s-cart")
                .build()),
        new Write(
            PlanningServiceGrpc.getStartBacklogReviewCeremonyMethod(),
            PO,
            StartBacklogReviewCeremonyRequest.newBuilder().setCeremonyId("BRC-draft").build()),
        new Write(
            PlanningServiceGrpc.getCompleteBacklogReviewCeremonyMethod(),
            PO,
            CompleteBacklogReviewCeremonyRequest.newBuilder().setCeremonyId("BRC-decided").build()),
        new Write(
            PlanningServiceGrpc.getCancelBacklogReviewCeremonyMethod(),
            PO,
            CancelBacklogReviewCeremonyRequest.newBuilder().setCeremonyId("BRC-started").build()));
  }

  private static Stream<Write> reviews() {
    return Stream.of(
        new Write(
            PlanningServiceGrpc.getAddAgentDeliberationMethod(),
            QA,
            AddAgentDeliberationRequest.newBuilder()
                .setCeremonyId("BRC-started")
                .setStoryId("s-cart")
                .setRole("QA")
                .setFeedback("Needs a test")
                .build()),
        new Write(
            PlanningServiceGrpc.getApproveReviewPlanMethod(),
            PO,
            ApproveReviewPlanRequest.newBuilder()
                .setCeremonyId("BRC-reviewing")
                .setStoryId("s-cart")
                .setPoNotes("Go")
                .build()),
        new Write(
            PlanningServiceGrpc.getRejectReviewPlanMethod(),
            PO,
            RejectReviewPlanRequest.newBuilder()
                .setCeremonyId("BRC-reviewing")
                .setStoryId("s-cart")
                .setRejectionReason("Too large")
                .build()));
  }

  private static Stream<Write> work() {
    return Stream.of(
        new Write(
            WorkflowOrchestrationServiceGrpc.getRequestValidationMethod(),
            DEVELOPER,
            RequestValidationRequest.newBuilder()
                .setTaskId("T-1")
                .setRole("developer")
                .setAction("CLAIM_TASK")
                .build()),
        new Write(
            WorkflowOrchestrationServiceGrpc.getClaimTaskMethod(),
            DEVELOPER,
            ClaimTaskRequest.newBuilder().setTaskId("T-1").setRole("developer").build()),
        new Write(
            OrchestratorServiceGrpc.getDeliberateMethod(),
            DEVELOPER,
            DeliberateRequest.newBuilder()
                .setTaskId("T-7")
                .setTaskDescription("Keep the cart")
                .setRole("DEV")
                .build()),
        new Write(
            OrchestratorServiceGrpc.getOrchestrateMethod(),
            DEVELOPER,
            OrchestrateRequest.newBuilder()
                .setTaskId("T-9")
                .setTaskDescription("Keep the cart")
                .setRole("DEV")
                .build()),
        new Write(
            OrchestratorServiceGrpc.getProcessPlanningEventMethod(),
            PO,
            PlanningEventRequest.newBuilder()
                .setEventType("planning.plan.approved")
                .setPlanId("PL-9")
                .setCaseId("s-cart")
                .putMetadata("roles", "QA")
                .build()),
        new Write(
            OrchestratorServiceGrpc.getDeriveSubtasksMethod(),
            PO,
            DeriveSubtasksRequest.newBuilder().setCaseId("s-cart").setPlanId("PL-9").build()),
        new Write(
            OrchestratorServiceGrpc.getStreamDeliberationMethod(),
            DEVELOPER,
            DeliberateRequest.newBuilder()
                .setTaskId("T-8")
                .setTaskDescription("Keep the cart")
                .setRole("DEV")
                .build()),
        new Write(
            OrchestratorServiceGrpc.getDeliberateForBacklogReviewMethod(),
            PO,
            DeliberateRequest.newBuilder()
                .setTaskId("ceremony-BRC-9:story-s-cart:role-QA")
                .setTaskDescription("Keep the cart")
                .setRole("QA")
                .build()));
  }

  private static Stream<Write> submissions() {
    return Stream.of(
        new Write(
            RayExecutorServiceGrpc.getExecuteDeliberationMethod(),
            DEVELOPER,
            ExecutorRequests.deliberation("T-10").build()),
        new Write(
            RayExecutorServiceGrpc.getExecuteBacklogReviewDeliberationMethod(),
            PO,
            ExecutorRequests.review("BRC-8", "s-cart").build()),
        new Write(
            RayExecutorServiceGrpc.getExecuteTaskMethod(),
            DEVELOPER,
            ExecutorRequests.task("T-11").build()),
        new Write(
            RayExecutorServiceGrpc.getGenerateProposalMethod(),
            DEVELOPER,
            ExecutorRequests.proposal("T-12").build()));
  }

  private static Stream<Write> councils() {
    return Stream.of(
        new Write(
            OrchestratorServiceGrpc.getCreateCouncilMethod(),
            DEVOPS,
            CreateCouncilRequest.newBuilder().setRole("DATA").build()),
        new Write(
            OrchestratorServiceGrpc.getDeleteCouncilMethod(),
            DEVOPS,
            DeleteCouncilRequest.newBuilder().setRole("QA").build()),
        new Write(
            OrchestratorServiceGrpc.getRegisterAgentMethod(),
            DEVOPS,
            RegisterAgentRequest.newBuilder().setAgentId("agent-7").setRole("QA").build()),
        new Write(
            OrchestratorServiceGrpc.getUnregisterAgentMethod(),
            DEVOPS,
            UnregisterAgentRequest.newBuilder().setAgentId("agent-qa-002").setRole("QA").build()));
  }
}
