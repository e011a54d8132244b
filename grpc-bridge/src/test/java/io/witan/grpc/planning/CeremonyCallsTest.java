package io.witan.grpc.planning;

import static io.witan.grpc.fakes.Bridge.as;
import static io.witan.grpc.fakes.Bridge.hearing;
import static io.witan.grpc.fakes.Bridge.key;
import static io.witan.testing.ACeremony.aCeremony;
import static io.witan.testing.AStory.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.witan.grpc.fakes.Bridge;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.Inquiry;
import io.witan.planning.domain.ReviewRole;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryReview;
import io.witan.proto.planning.v2.AddAgentDeliberationRequest;
import io.witan.proto.planning.v2.AddStoriesToReviewRequest;
import io.witan.proto.planning.v2.ApproveReviewPlanRequest;
import io.witan.proto.planning.v2.ApproveReviewPlanResponse;
import io.witan.proto.planning.v2.BacklogReviewCeremony;
import io.witan.proto.planning.v2.CancelBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.CompleteBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.CreateBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.GetBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.ListBacklogReviewCeremoniesRequest;
import io.witan.proto.planning.v2.PlanPreliminary;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.PlanningServiceGrpc.PlanningServiceBlockingStub;
import io.witan.proto.planning.v2.RejectReviewPlanRequest;
import io.witan.proto.planning.v2.RemoveStoryFromReviewRequest;
import io.witan.proto.planning.v2.StartBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.StartBacklogReviewCeremonyResponse;
import io.witan.proto.planning.v2.StoryReviewResult;
import io.witan.testing.ACeremony;
import io.witan.testing.FakeReviewCouncil;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CeremonyCallsTest {
  private static final String PO = "anna:po";
  private static final String QA = "quinn:qa";
  private static final String SERVICE = "bridge:system";

  private final Memory kept = new Memory();
  private final FakeReviewCouncil council = new FakeReviewCouncil();
  private final CeremonyCallsOnMemory calls =
      new CeremonyCallsOnMemory(kept, council, new NumberedIds(), Moments.CLOCK);
  // What has nothing to do with ceremonies is not called.
  private final Bridge bridge =
      new Bridge(
          new PlanningService(null, null, null, null, calls.ceremonies(), calls.reviews(), null),
          kept.transactions);
  private final PlanningServiceBlockingStub planning =
      PlanningServiceGrpc.newBlockingStub(bridge.channel());

  @BeforeEach
  void two_stories_are_there() {
    kept.stories.given(aStory().called("s-1").readyForPlanning().build());
    kept.stories.given(aStory().called("s-2").build());
  }

  @AfterEach
  void stop() {
    bridge.close();
  }

  private BacklogReviewCeremony get() {
    return as(PO, planning)
        .getBacklogReviewCeremony(
            GetBacklogReviewCeremonyRequest.newBuilder().setCeremonyId("BRC-7").build())
        .getCeremony();
  }

  private static Status refusalOf(Runnable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call::run).getStatus();
  }

  @Nested
  class Gathering_stories {
    @Test
    void creates_a_draft_of_whoever_calls() {
      AtomicReference<Metadata> headers = new AtomicReference<>();

      BacklogReviewCeremony ceremony =
          hearing(headers, as(PO, planning))
              .createBacklogReviewCeremony(
                  CreateBacklogReviewCeremonyRequest.newBuilder()
                      .setCreatedBy("anna")
                      .addStoryIds("s-1")
                      .build())
              .getCeremony();

      assertThat(ceremony.getCeremonyId()).startsWith("BRC-");
      assertThat(ceremony.getStatus()).isEqualTo("DRAFT");
      assertThat(ceremony.getStoryIdsList()).containsExactly("s-1");
      assertThat(ceremony.getCreatedBy()).isEqualTo("anna");
      assertThat(ceremony.getReviewResultsList()).isEmpty();
      assertThat(ceremony.hasStartedAt()).isFalse();
      assertThat(headers.get().get(key("etag"))).isEqualTo("\"1\"");
    }

    @Test
    void is_for_product_owners_who_act_for_themselves() {
      CreateBacklogReviewCeremonyRequest mine =
          CreateBacklogReviewCeremonyRequest.newBuilder().setCreatedBy("otto").build();

      assertThat(refusalOf(() -> as(PO, planning).createBacklogReviewCeremony(mine)).getCode())
          .isEqualTo(Status.Code.PERMISSION_DENIED);
      assertThat(
              refusalOf(
                      () ->
                          as(QA, planning)
                              .createBacklogReviewCeremony(
                                  CreateBacklogReviewCeremonyRequest.getDefaultInstance()))
                  .getCode())
          .isEqualTo(Status.Code.PERMISSION_DENIED);
      assertThat(
              as(SERVICE, planning).createBacklogReviewCeremony(mine).getCeremony().getCreatedBy())
          .isEqualTo("otto");
    }

    @Test
    void adds_and_removes() {
      kept.ceremonies.given(aCeremony().called("BRC-7").of("s-1").build());

      assertThat(
              as(PO, planning)
                  .addStoriesToReview(
                      AddStoriesToReviewRequest.newBuilder()
                          .setCeremonyId("BRC-7")
                          .addStoryIds("s-2")
                          .build())
                  .getCeremony()
                  .getStoryIdsList())
          .containsExactly("s-1", "s-2");
      assertThat(
              as(PO, planning)
                  .removeStoryFromReview(
                      RemoveStoryFromReviewRequest.newBuilder()
                          .setCeremonyId("BRC-7")
                          .setStoryId("s-1")
                          .build())
                  .getCeremony()
                  .getStoryIdsList())
          .containsExactly("s-2");
    }

    @Test
    void is_listed_by_status_and_creator() {
      kept.ceremonies.given(aCeremony().called("BRC-1").by("anna").build());
      kept.ceremonies.given(aCeremony().called("BRC-2").by("otto").build());
      kept.ceremonies.given(aCeremony().called("BRC-3").by("anna").started("s-1").build());

      var list =
          as(PO, planning)
              .listBacklogReviewCeremonies(
                  ListBacklogReviewCeremoniesRequest.newBuilder()
                      .setStatusFilter("draft")
                      .setCreatedBy("anna")
                      .build());

      assertThat(list.getCeremoniesList())
          .extracting(BacklogReviewCeremony::getCeremonyId)
          .containsExactly("BRC-1");
      assertThat(list.getTotalCount()).isEqualTo(1);
      assertThat(list.getMessage()).isEqualTo("Found 1 ceremonies");
      assertThat(
              refusalOf(
                      () ->
                          as(PO, planning)
                              .listBacklogReviewCeremonies(
                                  ListBacklogReviewCeremoniesRequest.newBuilder()
                                      .setStatusFilter("asleep")
                                      .build()))
                  .getDescription())
          .contains("status_filter", "REVIEWING");
    }
  }

  @Nested
  class Errors {
    @Test
    void have_the_codes_of_every_call() {
      kept.ceremonies.given(aCeremony().called("BRC-7").build());

      assertThat(
              refusalOf(
                      () ->
                          as(PO, planning)
                              .getBacklogReviewCeremony(
                                  GetBacklogReviewCeremonyRequest.newBuilder()
                                      .setCeremonyId("BRC-0")
                                      .build()))
                  .getCode())
          .isEqualTo(Status.Code.NOT_FOUND);
      assertThat(
              refusalOf(
                      () ->
                          as(PO, planning)
                              .getBacklogReviewCeremony(
                                  GetBacklogReviewCeremonyRequest.getDefaultInstance()))
                  .getCode())
          .isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(refusalOf(() -> start("if-match", "1")).getCode())
          .isEqualTo(Status.Code.FAILED_PRECONDITION);
      assertThat(refusalOf(() -> start("if-match", "9")).getCode()).isEqualTo(Status.Code.ABORTED);
    }
  }

  private StartBacklogReviewCeremonyResponse start(String... headers) {
    return as(PO, planning, headers)
        .startBacklogReviewCeremony(
            StartBacklogReviewCeremonyRequest.newBuilder()
                .setCeremonyId("BRC-7")
                .setStartedBy("anna")
                .build());
  }

  @Nested
  class Starting {
    @Test
    void counts_what_was_submitted_and_shows_what_failed() {
      council.absent.add(ReviewRole.QA);
      kept.ceremonies.given(aCeremony().called("BRC-7").of("s-1", "s-2").build());

      StartBacklogReviewCeremonyResponse started = start();

      assertThat(started.getTotalDeliberationsSubmitted()).isEqualTo(4);
      assertThat(started.getCeremony().getStatus()).isEqualTo("IN_PROGRESS");
      assertThat(started.getCeremony().getStartedAt()).isEqualTo("2026-03-02T12:00:00.500Z");
      assertThat(started.getCeremony().getReviewResultsList())
          .hasSize(2)
          .allSatisfy(
              result -> {
                assertThat(result.getRecommendationsList())
                    .containsExactly("No feedback of the council of QA: no model");
                assertThat(result.hasPlanPreliminary()).isFalse();
              });
    }
  }

  @Nested
  class An_agent_from_outside {
    private final AddAgentDeliberationRequest request =
        AddAgentDeliberationRequest.newBuilder()
            .setCeremonyId("BRC-7")
            .setStoryId("s-1")
            .setRole("QA")
            .setAgentId("quinn")
            .setFeedback("Needs:\n1. A test")
            .setProposal("as text")
            .setReviewedAt("2026-03-02T09:00:00+00:00Z")
            .build();

    @BeforeEach
    void a_ceremony_is_under_way() {
      kept.ceremonies.given(aCeremony().called("BRC-7").started("s-1").build());
    }

    private StoryReviewResult said(AddAgentDeliberationRequest words) {
      return as(QA, planning).addAgentDeliberation(words).getCeremony().getReviewResults(0);
    }

    @Test
    void is_heard() {
      StoryReviewResult result = said(request);

      assertThat(result.getQaFeedback()).isEqualTo("Needs:\n1. A test");
      assertThat(result.getReviewedAt()).isEqualTo("2026-03-02T09:00:00Z");
      assertThat(result.getPlanPreliminary().getTasksOutlineList()).containsExactly("A test");
      assertThat(result.getPlanPreliminary().getRolesList()).containsExactly("QA");
      assertThat(result.getApprovalStatus()).isEqualTo("PENDING");
    }

    @Test
    void is_named_by_its_token_when_the_message_does_not() {
      said(request.toBuilder().clearAgentId().clearReviewedAt().build());

      assertThat(
              kept.ceremonies
                  .find(new CeremonyId("BRC-7"))
                  .flatMap(ceremony -> ceremony.review(new StoryId("s-1")))
                  .orElseThrow()
                  .opinions()
                  .get(0)
                  .author())
          .isEqualTo("quinn");
    }

    @Test
    void has_one_effect_with_a_request_id() {
      AddAgentDeliberationRequest keyed = request.toBuilder().setRequestId("r-1").build();

      assertThat(said(keyed)).isEqualTo(said(keyed));
      assertThat(refusalOf(() -> said(keyed.toBuilder().setFeedback("Other").build())).getCode())
          .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void speaks_for_its_own_role_and_with_a_time_that_is_one() {
      assertThat(refusalOf(() -> said(request.toBuilder().setRole("DEVOPS").build())).getCode())
          .isEqualTo(Status.Code.PERMISSION_DENIED);
      assertThat(
              refusalOf(() -> said(request.toBuilder().setRole("CHEF").build())).getDescription())
          .contains("role", "ARCHITECT, QA, DEVOPS");
      assertThat(
              refusalOf(() -> said(request.toBuilder().setReviewedAt("noon").build()))
                  .getDescription())
          .contains("reviewed_at");
    }
  }

  @Nested
  class Deciding {
    private final ApproveReviewPlanRequest request =
        ApproveReviewPlanRequest.newBuilder()
            .setCeremonyId("BRC-7")
            .setStoryId("s-1")
            .setApprovedBy("anna")
            .setPoNotes("Go")
            .setPoConcerns("Is it fast?")
            .setPriorityAdjustment("HIGH")
            .setPoPriorityReason("A customer waits")
            .build();

    @BeforeEach
    void a_ceremony_is_reviewing() {
      kept.ceremonies.given(aCeremony().called("BRC-7").reviewing("s-1", "s-2").build());
    }

    @Test
    void is_shown_the_plan_field_by_field() {
      PlanPreliminary plan = get().getReviewResults(0).getPlanPreliminary();

      assertThat(plan.getTitle()).isEqualTo("Plan for s-1");
      assertThat(plan.getDescription()).contains("ARCHITECT, QA, DEVOPS");
      assertThat(plan.getAcceptanceCriteriaList()).hasSize(3);
      assertThat(plan.getTechnicalNotes()).isEqualTo("Seen by ARCHITECT");
      assertThat(plan.getEstimatedComplexity()).isEqualTo("HIGH");
      assertThat(plan.getTaskDecisionsList())
          .hasSize(3)
          .first()
          .satisfies(
              decision -> {
                assertThat(decision.getTaskDescription()).isEqualTo("Do what ARCHITECT says");
                assertThat(decision.getDecidedBy()).isEqualTo("ARCHITECT");
                assertThat(decision.getDecisionReason()).isEqualTo("it is needed");
                assertThat(decision.getCouncilFeedback()).isEqualTo("Seen by ARCHITECT");
                assertThat(decision.getTaskIndex()).isZero();
                assertThat(decision.getDecidedAt()).isEqualTo("2026-03-02T08:00:00.250Z");
              });
    }

    @Test
    void makes_a_plan_and_keeps_what_was_said() {
      ApproveReviewPlanResponse approved = as(PO, planning).approveReviewPlan(request);

      assertThat(approved.getPlanId()).startsWith("PL-");
      StoryReviewResult result = approved.getCeremony().getReviewResults(0);
      assertThat(result.getApprovalStatus()).isEqualTo("APPROVED");
      assertThat(result.getApprovedBy()).isEqualTo("anna");
      assertThat(result.getApprovedAt()).isEqualTo("2026-03-02T12:00:00.500Z");
      assertThat(result.getPoNotes()).isEqualTo("Go");
      assertThat(result.getPoConcerns()).isEqualTo("Is it fast?");
      assertThat(result.getPriorityAdjustment()).isEqualTo("HIGH");
      assertThat(result.getPoPriorityReason()).isEqualTo("A customer waits");
      assertThat(as(PO, planning).approveReviewPlan(request)).isEqualTo(approved);
    }

    @Test
    void holds_for_the_digest_that_was_shown() {
      assertThat(
              refusalOf(
                      () ->
                          as(PO, planning, "witan-content-digest", "0".repeat(64))
                              .approveReviewPlan(request))
                  .getCode())
          .isEqualTo(Status.Code.ABORTED);
    }

    @Test
    void needs_notes_and_a_reason_for_another_priority() {
      assertThat(
              refusalOf(
                      () ->
                          as(PO, planning)
                              .approveReviewPlan(request.toBuilder().clearPoNotes().build()))
                  .getDescription())
          .contains("po_notes");
      assertThat(
              refusalOf(
                      () ->
                          as(PO, planning)
                              .approveReviewPlan(
                                  request.toBuilder().clearPoPriorityReason().build()))
                  .getDescription())
          .contains("po_priority_reason");
    }

    @Test
    void turns_down_completes_and_cancels() {
      StoryReviewResult rejected =
          as(PO, planning)
              .rejectReviewPlan(
                  RejectReviewPlanRequest.newBuilder()
                      .setCeremonyId("BRC-7")
                      .setStoryId("s-2")
                      .setRejectedBy("anna")
                      .setRejectionReason("Too large")
                      .build())
              .getCeremony()
              .getReviewResults(1);
      assertThat(rejected.getRejectedBy()).isEqualTo("anna");
      assertThat(rejected.getRejectionReason()).isEqualTo("Too large");
      assertThat(rejected.getRejectedAt()).isEqualTo("2026-03-02T12:00:00.500Z");
      as(PO, planning)
          .approveReviewPlan(
              request.toBuilder()
                  .clearPriorityAdjustment()
                  .clearPoPriorityReason()
                  .clearPoConcerns()
                  .build());
      BacklogReviewCeremony completed =
          as(PO, planning)
              .completeBacklogReviewCeremony(
                  CompleteBacklogReviewCeremonyRequest.newBuilder()
                      .setCeremonyId("BRC-7")
                      .setCompletedBy("anna")
                      .build())
              .getCeremony();

      assertThat(completed.getStatus()).isEqualTo("COMPLETED");
      assertThat(completed.hasCompletedAt()).isTrue();
      assertThat(completed.getReviewResults(0).hasPoConcerns()).isFalse();
      assertThat(completed.getReviewResults(0).hasPriorityAdjustment()).isFalse();
      assertThat(refusalOf(this::cancel).getDescription())
          .contains("cannot CANCEL while COMPLETED");
    }

    private BacklogReviewCeremony cancel() {
      return as(PO, planning)
          .cancelBacklogReviewCeremony(
              CancelBacklogReviewCeremonyRequest.newBuilder()
                  .setCeremonyId("BRC-7")
                  .setCancelledBy("anna")
                  .build())
          .getCeremony();
    }

    @Test
    void cancels() {
      assertThat(cancel().getStatus()).isEqualTo("CANCELLED");
    }
  }

  @Test
  void a_story_about_which_there_is_nothing_to_tell_has_no_result() {
    kept.ceremonies.given(
        aCeremony()
            .called("BRC-7")
            .started("s-1")
            .with(
                new StoryReview(
                    new StoryId("s-2"),
                    List.of(Inquiry.refused(ReviewRole.QA, "no model")),
                    List.of(ACeremony.opinion("s-2", ReviewRole.DEVOPS)),
                    Optional.empty()))
            .build());

    assertThat(get().getReviewResultsList())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.getStoryId()).isEqualTo("s-2");
              assertThat(result.getRecommendationsList())
                  .containsExactly("Ask DEVOPS", "No feedback of the council of QA: no model");
            });
  }
}
