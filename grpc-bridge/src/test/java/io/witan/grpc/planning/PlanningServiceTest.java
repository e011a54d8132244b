package io.witan.grpc.planning;

import static io.witan.grpc.fakes.Bridge.as;
import static io.witan.grpc.fakes.Bridge.hearing;
import static io.witan.grpc.fakes.Bridge.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.witan.grpc.fakes.Bridge;
import io.witan.planning.domain.Decision;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.StoryId;
import io.witan.proto.planning.v2.ApproveDecisionRequest;
import io.witan.proto.planning.v2.ApproveDecisionResponse;
import io.witan.proto.planning.v2.CreateEpicRequest;
import io.witan.proto.planning.v2.CreateProjectRequest;
import io.witan.proto.planning.v2.CreateStoryRequest;
import io.witan.proto.planning.v2.CreateStoryResponse;
import io.witan.proto.planning.v2.CreateTaskRequest;
import io.witan.proto.planning.v2.DeleteEpicRequest;
import io.witan.proto.planning.v2.DeleteProjectRequest;
import io.witan.proto.planning.v2.DeleteStoryRequest;
import io.witan.proto.planning.v2.DeleteStoryResponse;
import io.witan.proto.planning.v2.Epic;
import io.witan.proto.planning.v2.GetEpicRequest;
import io.witan.proto.planning.v2.GetProjectRequest;
import io.witan.proto.planning.v2.GetStoryRequest;
import io.witan.proto.planning.v2.GetTaskRequest;
import io.witan.proto.planning.v2.ListEpicsRequest;
import io.witan.proto.planning.v2.ListProjectsRequest;
import io.witan.proto.planning.v2.ListProjectsResponse;
import io.witan.proto.planning.v2.ListStoriesRequest;
import io.witan.proto.planning.v2.ListStoriesResponse;
import io.witan.proto.planning.v2.ListTasksRequest;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.PlanningServiceGrpc.PlanningServiceBlockingStub;
import io.witan.proto.planning.v2.Project;
import io.witan.proto.planning.v2.RejectDecisionRequest;
import io.witan.proto.planning.v2.RejectDecisionResponse;
import io.witan.proto.planning.v2.Story;
import io.witan.proto.planning.v2.Task;
import io.witan.proto.planning.v2.TransitionStoryRequest;
import io.witan.proto.planning.v2.TransitionStoryResponse;
import io.witan.testing.ADecision;
import io.witan.testing.Memory;
import io.witan.testing.NumberedIds;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlanningServiceTest {
  private static final String PO = "anna:po";
  private static final String DEVELOPER = "dora:developer";
  private static final String SERVICE = "bridge:system";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

  private final Memory kept = new Memory();
  private final Bridge bridge =
      new Bridge(PlanningOnMemory.service(kept, new NumberedIds(), CLOCK), kept.transactions);
  private final PlanningServiceBlockingStub planning =
      PlanningServiceGrpc.newBlockingStub(bridge.channel());

  @AfterEach
  void stop() {
    bridge.close();
  }

  @Nested
  class Projects {

    @Test
    void belongToWhoCreatesThem() {
      Project project = project("Shop");

      assertThat(project.getProjectId()).startsWith("PROJ-");
      assertThat(project.getName()).isEqualTo("Shop");
      assertThat(project.getStatus()).isEqualTo("active");
      assertThat(project.getOwner()).isEqualTo("anna");
      assertThat(project.getCreatedAt()).isEqualTo("2026-03-01T10:00:00Z");
      assertThat(
              as(PO, planning)
                  .getProject(
                      GetProjectRequest.newBuilder().setProjectId(project.getProjectId()).build())
                  .getProject())
          .isEqualTo(project);
    }

    @Test
    void areListedInAWindow() {
      for (int number = 1; number <= 5; number++) {
        project("P" + number);
      }

      ListProjectsResponse list =
          as(PO, planning)
              .listProjects(ListProjectsRequest.newBuilder().setOffset(1).setLimit(2).build());

      assertThat(list.getProjectsList()).extracting(Project::getName).containsExactly("P2", "P3");
      assertThat(list.getTotalCount()).isEqualTo(2);
      assertThat(list.getSuccess()).isTrue();
      assertThat(list.getMessage()).isEqualTo("Found 2 projects");
    }

    @Test
    void areFilteredByStatus() {
      project("P1");

      assertThat(projectsWith("ACTIVE").getProjectsList()).hasSize(1);
      assertThat(projectsWith("archived").getProjectsList()).isEmpty();
      assertThat(refusalOf(() -> projectsWith("asleep")).getDescription())
          .contains("status_filter", "on_hold");
    }

    private ListProjectsResponse projectsWith(String status) {
      return as(PO, planning)
          .listProjects(ListProjectsRequest.newBuilder().setStatusFilter(status).build());
    }
  }

  @Nested
  class Epics {

    @Test
    void belongToAProject() {
      Epic epic = epic();

      assertThat(
              as(PO, planning)
                  .getEpic(GetEpicRequest.newBuilder().setEpicId(epic.getEpicId()).build())
                  .getEpic())
          .isEqualTo(epic);
      assertThat(
              as(PO, planning)
                  .listEpics(
                      ListEpicsRequest.newBuilder().setProjectId(epic.getProjectId()).build())
                  .getEpicsList())
          .containsExactly(epic);
      assertThat(
              as(PO, planning)
                  .listEpics(ListEpicsRequest.newBuilder().setProjectId("PROJ-other").build())
                  .getEpicsList())
          .isEmpty();
    }

    @Test
    void needAProjectThatExists() {
      CreateEpicRequest orphan =
          CreateEpicRequest.newBuilder().setProjectId("PROJ-none").setTitle("Cart").build();

      assertThat(refusalOf(() -> as(PO, planning).createEpic(orphan)).getCode())
          .isEqualTo(Status.Code.NOT_FOUND);
    }
  }

  @Nested
  class Stories {

    @Test
    void startAsDraftsWithAScoreOfTheirText() {
      CreateStoryResponse created = story("anna", "");

      assertThat(created.getSuccess()).isTrue();
      assertThat(created.getMessage()).isEqualTo("Story created: " + id(created));
      assertThat(created.getStory().getState()).isEqualTo("DRAFT");
      assertThat(created.getStory().getDorScore()).isEqualTo(100);
      assertThat(get(id(created))).isEqualTo(created.getStory());
    }

    @Test
    void areWrittenByTheCallerWhenNobodyIsNamed() {
      assertThat(story("", "").getStory().getCreatedBy()).isEqualTo("anna");
    }

    @Test
    void cannotBeWrittenInAnothersName() {
      Status refusal = refusalOf(() -> story("bob", ""));

      assertThat(refusal.getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
      assertThat(refusal.getDescription()).contains("anna may not act as bob");
    }

    @Test
    void canBeWrittenForAnotherByAService() {
      CreateStoryRequest request = storyRequest("bob");

      assertThat(as(SERVICE, planning).createStory(request).getStory().getCreatedBy())
          .isEqualTo("bob");
    }

    @Test
    void areWrittenOnceUnderOneKeyAndAnsweredAsTheyWereFirst() {
      CreateStoryRequest request = storyRequest("");
      AtomicReference<Metadata> headers = new AtomicReference<>();
      PlanningServiceBlockingStub keyed =
          hearing(headers, as(PO, planning, "idempotency-key", "k1"));

      CreateStoryResponse first = keyed.createStory(request);
      Story moved = as(PO, planning).transitionStory(to(id(first), "PO_REVIEW")).getStory();
      CreateStoryResponse again = keyed.createStory(request);

      assertThat(moved.getState()).isEqualTo("PO_REVIEW");
      assertThat(again).isEqualTo(first);
      assertThat(headers.get().get(key("etag"))).isEqualTo("\"1\"");
    }

    @Test
    void areMovedOnceUnderOneKey() {
      TransitionStoryRequest request = to(id(story("", "")), "PO_REVIEW");
      PlanningServiceBlockingStub keyed =
          as(PO, planning, "idempotency-key", "k1", "if-match", "1");

      TransitionStoryResponse first = keyed.transitionStory(request);
      TransitionStoryResponse back =
          as(PO, planning).transitionStory(request.toBuilder().setTargetState("DRAFT").build());

      assertThat(back.getStory().getState()).isEqualTo("DRAFT");
      assertThat(keyed.transitionStory(request)).isEqualTo(first);
    }

    @Test
    void areNotWrittenForAnotherRequestUnderTheKey() {
      CreateStoryRequest request = storyRequest("");
      PlanningServiceBlockingStub keyed = as(PO, planning, "idempotency-key", "k1");
      CreateStoryResponse unused = keyed.createStory(request);

      Status other =
          refusalOf(() -> keyed.createStory(request.toBuilder().setTitle("Another").build()));

      assertThat(other.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(other.getDescription()).contains("k1", "use a new key");
    }

    @Test
    void areAnotherRequestWithAnotherReason() {
      TransitionStoryRequest request = to(id(story("", "")), "PO_REVIEW");
      TransitionStoryResponse unused =
          as(PO, planning, "idempotency-key", "k1").transitionStory(request);

      Status other =
          refusalOf(
              () ->
                  as(PO, planning, "idempotency-key", "k1", "witan-override-reason", "a spike")
                      .transitionStory(request));

      assertThat(other.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void mayBeTriedAgainUnderTheKeyThatWasRefused() {
      PlanningServiceBlockingStub keyed = as(PO, planning, "idempotency-key", "k1");
      String story = id(story("", ""));
      TransitionStoryRequest request = to(story, "READY_FOR_PLANNING");

      assertThat(refusalOf(() -> keyed.transitionStory(request)).getCode())
          .isEqualTo(Status.Code.FAILED_PRECONDITION);
      TransitionStoryResponse unused = as(PO, planning).transitionStory(to(story, "PO_REVIEW"));

      assertThat(keyed.transitionStory(request).getStory().getState())
          .isEqualTo("READY_FOR_PLANNING");
    }

    @Test
    void areListedByStateAndEpic() {
      CreateStoryResponse draft = story("", "");
      String epic = draft.getStory().getEpicId();
      Story moved =
          as(PO, planning).transitionStory(to(id(story("", epic)), "PO_REVIEW")).getStory();

      assertThat(list(ListStoriesRequest.newBuilder().setStateFilter("draft")).getStoriesList())
          .containsExactly(draft.getStory());
      assertThat(list(ListStoriesRequest.newBuilder().setEpicId(epic)).getStoriesList())
          .containsExactly(draft.getStory(), moved);
      assertThat(
              refusalOf(() -> list(ListStoriesRequest.newBuilder().setStateFilter("asleep")))
                  .getCode())
          .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void moveAlongTheirLifeCycle() {
      TransitionStoryResponse moved =
          as(PO, planning).transitionStory(to(id(story("", "")), "po_review"));

      assertThat(moved.getStory().getState()).isEqualTo("PO_REVIEW");
      assertThat(moved.getMessage()).isEqualTo("Story transitioned to PO_REVIEW");
    }

    @Test
    void sayWhatWouldBeLegal() {
      Status refusal =
          refusalOf(() -> as(PO, planning).transitionStory(to(id(story("", "")), "DONE")));

      assertThat(refusal.getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
      assertThat(refusal.getDescription()).contains("legal: DRAFT, PO_REVIEW");
    }

    @Test
    void refuseAVersionThatIsNotTheirs() {
      String id = id(story("", ""));
      AtomicReference<Metadata> headers = new AtomicReference<>();
      hearing(headers, as(PO, planning))
          .getStory(GetStoryRequest.newBuilder().setStoryId(id).build());
      String etag = headers.get().get(key("etag"));

      as(PO, planning, "if-match", etag).transitionStory(to(id, "PO_REVIEW"));
      Status stale =
          refusalOf(
              () ->
                  as(PO, planning, "if-match", etag).transitionStory(to(id, "READY_FOR_PLANNING")));

      assertThat(etag).isEqualTo("\"1\"");
      assertThat(stale.getCode()).isEqualTo(Status.Code.ABORTED);
    }

    @Test
    void areMovedByProductOwnersAlone() {
      String id = id(story("", ""));

      assertThat(
              refusalOf(() -> as(DEVELOPER, planning).transitionStory(to(id, "PO_REVIEW")))
                  .getCode())
          .isEqualTo(Status.Code.PERMISSION_DENIED);
    }

    @Test
    void areToldApartFromNothing() {
      assertThat(refusalOf(() -> get("s-none")).getCode()).isEqualTo(Status.Code.NOT_FOUND);
      assertThat(refusalOf(() -> get("")).getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(refusalOf(() -> get("s 1")).getDescription()).contains("story_id");
    }

    private Story get(String id) {
      return as(PO, planning).getStory(GetStoryRequest.newBuilder().setStoryId(id).build());
    }

    private ListStoriesResponse list(ListStoriesRequest.Builder request) {
      return as(PO, planning).listStories(request.build());
    }

    private TransitionStoryRequest to(String id, String state) {
      return TransitionStoryRequest.newBuilder().setStoryId(id).setTargetState(state).build();
    }
  }

  @Nested
  class Tasks {

    @Test
    void haveDefaults() {
      Task task =
          as(PO, planning)
              .createTask(
                  CreateTaskRequest.newBuilder()
                      .setStoryId(id(story("", "")))
                      .setTitle("Write the form")
                      .build())
              .getTask();

      assertThat(task.getStatus()).isEqualTo("todo");
      assertThat(task.getType()).isEqualTo("development");
      assertThat(task.getDescription()).isEqualTo("Write the form");
      assertThat(task.getAssignedTo()).isEqualTo("developer");
      assertThat(task.getPriority()).isEqualTo(1);
      assertThat(task.hasPlanId()).isFalse();
      assertThat(
              as(PO, planning)
                  .getTask(GetTaskRequest.newBuilder().setTaskId(task.getTaskId()).build())
                  .getTask())
          .isEqualTo(task);
    }

    @Test
    void areListedByStory() {
      String story = id(story("", ""));
      CreateTaskRequest request =
          CreateTaskRequest.newBuilder()
              .setStoryId(story)
              .setTitle("Test it")
              .setType("unit_test")
              .setPlanId("PL-1")
              .setEstimatedHours(3)
              .setPriority(2)
              .build();

      Task task = as(PO, planning).createTask(request).getTask();

      assertThat(
              as(PO, planning)
                  .listTasks(ListTasksRequest.newBuilder().setStoryId(story).build())
                  .getTasksList())
          .containsExactly(task);
      assertThat(
              as(PO, planning)
                  .listTasks(ListTasksRequest.newBuilder().setStatusFilter("completed").build())
                  .getTasksList())
          .isEmpty();
      assertThat(task.getPlanId()).isEqualTo("PL-1");
      assertThat(task.getEstimatedHours()).isEqualTo(3);
      assertThat(task.getPriority()).isEqualTo(2);
    }

    @Test
    void haveATypeThatExists() {
      CreateTaskRequest odd =
          CreateTaskRequest.newBuilder().setStoryId("s-1").setTitle("x").setType("magic").build();

      assertThat(refusalOf(() -> as(PO, planning).createTask(odd)).getDescription())
          .contains("type", "bug_fix");
    }
  }

  @Nested
  class Decisions {
    private String given() {
      String story = id(story("", ""));
      kept.decisions.given(ADecision.aDecision().called("DEC-7").of(new StoryId(story)).build());
      return story;
    }

    private ApproveDecisionRequest approval(String story) {
      return ApproveDecisionRequest.newBuilder()
          .setStoryId(story)
          .setDecisionId("DEC-7")
          .setApprovedBy("anna")
          .setComment(" Go ")
          .build();
    }

    @Test
    void areApprovedForWhatWasShown() {
      String story = given();
      String digest = kept.decisions.find(new DecisionId("DEC-7")).orElseThrow().digest();

      Status stale =
          refusalOf(
              () ->
                  as(PO, planning, "witan-content-digest", "other")
                      .approveDecision(approval(story)));
      ApproveDecisionResponse approved =
          as(PO, planning, "witan-content-digest", digest).approveDecision(approval(story));

      assertThat(stale.getCode()).isEqualTo(Status.Code.ABORTED);
      assertThat(stale.getDescription()).contains(digest);
      assertThat(approved.getSuccess()).isTrue();
      assertThat(approved.getMessage()).isEqualTo("Decision approved: DEC-7");
      assertThat(kept.decisions.find(new DecisionId("DEC-7")).flatMap(Decision::ruling))
          .hasValueSatisfying(ruling -> assertThat(ruling.note()).isEqualTo("Go"));
    }

    @Test
    void areApprovedByWhoOwnsTheProductInItsOwnName() {
      String story = given();

      assertThat(refusalOf(() -> as("bob:po", planning).approveDecision(approval(story))).getCode())
          .isEqualTo(Status.Code.PERMISSION_DENIED);
      assertThat(
              refusalOf(
                      () ->
                          as(DEVELOPER, planning)
                              .approveDecision(
                                  approval(story).toBuilder().setApprovedBy("").build()))
                  .getCode())
          .isEqualTo(Status.Code.PERMISSION_DENIED);
      assertThat(refusalOf(() -> as(PO, planning).approveDecision(approval("s-other"))).getCode())
          .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void areRejectedWithAReasonAndThoughtAboutAgain() {
      RejectDecisionRequest.Builder request =
          RejectDecisionRequest.newBuilder().setStoryId(given()).setDecisionId("DEC-7");

      Status silent = refusalOf(() -> as(PO, planning).rejectDecision(request.build()));
      RejectDecisionResponse rejected =
          as(PO, planning).rejectDecision(request.setReason("Too dear").build());

      assertThat(silent.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(silent.getDescription()).contains("reason");
      assertThat(rejected.getSuccess()).isTrue();
      assertThat(rejected.getMessage())
          .isEqualTo("Decision rejected: DEC-7; thought about again in d-1");
    }
  }

  @Nested
  class What_is_deleted {
    @Test
    void isHiddenClosedAndStillRead() {
      String story = id(story("", ""));
      AtomicReference<Metadata> headers = new AtomicReference<>();

      DeleteStoryResponse deleted =
          as(PO, planning).deleteStory(DeleteStoryRequest.newBuilder().setStoryId(story).build());
      Story read =
          hearing(headers, as(PO, planning))
              .getStory(GetStoryRequest.newBuilder().setStoryId(story).build());

      assertThat(deleted.getSuccess()).isTrue();
      assertThat(deleted.getMessage()).isEqualTo("Story deleted: " + story);
      assertThat(read.getState()).isEqualTo("DRAFT");
      assertThat(headers.get().get(key("witan-archived"))).isEqualTo("true");
      assertThat(
              as(PO, planning)
                  .listStories(ListStoriesRequest.getDefaultInstance())
                  .getStoriesList())
          .isEmpty();
      Status refusal =
          refusalOf(
              () ->
                  as(PO, planning)
                      .deleteStory(DeleteStoryRequest.newBuilder().setStoryId(story).build()));
      assertThat(refusal.getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
      assertThat(refusal.getDescription()).contains("is archived: it takes no change");
    }

    @Test
    void takesAlongWhatLiesBelowIt() {
      Epic epic = epic();
      String story = id(story("", epic.getEpicId()));

      as(PO, planning)
          .deleteProject(
              DeleteProjectRequest.newBuilder().setProjectId(epic.getProjectId()).build());

      AtomicReference<Metadata> headers = new AtomicReference<>();
      hearing(headers, as(PO, planning))
          .getStory(GetStoryRequest.newBuilder().setStoryId(story).build());
      assertThat(headers.get().get(key("witan-archived"))).isEqualTo("true");
      assertThat(
              refusalOf(
                      () ->
                          as(PO, planning)
                              .deleteEpic(
                                  DeleteEpicRequest.newBuilder()
                                      .setEpicId(epic.getEpicId())
                                      .build()))
                  .getDescription())
          .contains("is archived");
    }

    @Test
    void isForWhoOwnsTheProductAndSawTheLatestVersion() {
      DeleteEpicRequest request =
          DeleteEpicRequest.newBuilder().setEpicId(epic().getEpicId()).build();

      assertThat(refusalOf(() -> as(DEVELOPER, planning).deleteEpic(request)).getCode())
          .isEqualTo(Status.Code.PERMISSION_DENIED);
      assertThat(refusalOf(() -> as(PO, planning, "if-match", "7").deleteEpic(request)).getCode())
          .isEqualTo(Status.Code.ABORTED);
      assertThat(as(PO, planning, "if-match", "1").deleteEpic(request).getMessage())
          .startsWith("Epic deleted: E-");
    }
  }

  private Project project(String name) {
    return as(PO, planning)
        .createProject(CreateProjectRequest.newBuilder().setName(name).build())
        .getProject();
  }

  private Epic epic() {
    return as(PO, planning)
        .createEpic(
            CreateEpicRequest.newBuilder()
                .setProjectId(project("Shop").getProjectId())
                .setTitle("Cart")
                .build())
        .getEpic();
  }

  private CreateStoryResponse story(String by, String epic) {
    CreateStoryRequest request = storyRequest(by);
    return as(PO, planning)
        .createStory(epic.isEmpty() ? request : request.toBuilder().setEpicId(epic).build());
  }

  private CreateStoryRequest storyRequest(String by) {
    return CreateStoryRequest.newBuilder()
        .setEpicId(epic().getEpicId())
        .setTitle("Keep the cart")
        .setBrief(
            """
            A buyer who comes back the next day wants to find the cart as it was, on every device
            that knows the buyer, so that nothing has to be searched and put together once more.
            Dependencies: none. Estimate: 8 hours.

            ## Acceptance criteria
            - [ ] given a full cart, when the buyer comes back, then it is full
            - a cart is kept for at least 30 days
            """)
        .setCreatedBy(by)
        .build();
  }

  private static String id(CreateStoryResponse created) {
    return created.getStory().getStoryId();
  }

  private static Status refusalOf(Runnable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call::run).getStatus();
  }
}
