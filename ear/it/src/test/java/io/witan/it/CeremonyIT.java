package io.witan.it;

import static io.witan.it.Fleet.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.witan.it.Fleet.Person;
import io.witan.it.Rest.Answer;
import io.witan.proto.planning.v2.AddAgentDeliberationRequest;
import io.witan.proto.planning.v2.ApproveReviewPlanRequest;
import io.witan.proto.planning.v2.ApproveReviewPlanResponse;
import io.witan.proto.planning.v2.BacklogReviewCeremony;
import io.witan.proto.planning.v2.CreateBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.GetBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.PlanningServiceGrpc.PlanningServiceBlockingStub;
import io.witan.proto.planning.v2.StartBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.StoryReviewResult;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Backlog reviews from the first story to the last decision, with rehearsed councils. */
@ExtendWith(SharedStack.class)
class CeremonyIT {
  private static Fleet fleet;
  private static Person owner;
  private static Rest rest;
  private static Grpc grpc;
  private static PlanningServiceBlockingStub planning;

  @BeforeAll
  static void up(WitanStack shared) {
    shared.up();
    fleet = shared.fleet();
    owner = fleet.person("po");
    rest = owner.client();
    grpc = Grpc.at(shared.grpcPort());
    planning = grpc.planning(rest.token());
  }

  @AfterAll
  static void disconnect() {
    grpc.close();
  }

  private static String created(String... stories) {
    return done(201, rest.post("/ceremonies", Map.of("story_ids", List.of(stories))))
        .text("ceremony_id");
  }

  private static Answer started(String ceremony) {
    return done(200, rest.post("/ceremonies/" + ceremony + "/start", Map.of()));
  }

  private static Answer awaitReviewing(String ceremony) {
    return fleet.await(
        "/ceremonies/" + ceremony, answer -> answer.text("status").equals("REVIEWING"));
  }

  private static JsonObject review(Answer ceremony, int place) {
    return ceremony.json().getJsonArray("reviews").getJsonObject(place);
  }

  @Test
  void three_councils_review_each_story_and_its_owner_decides() {
    String accepted = fleet.story();
    done(200, fleet.move(accepted, "PO_REVIEW"));
    done(200, fleet.move(accepted, "READY_FOR_PLANNING"));
    String early = fleet.story();
    String ceremony = created(accepted);
    done(
        200,
        rest.post("/ceremonies/" + ceremony + "/stories", Map.of("story_ids", List.of(early))));

    assertThat(started(ceremony).json().getInt("deliberations_submitted")).isEqualTo(6);
    Answer reviewing = awaitReviewing(ceremony);

    JsonObject found = review(reviewing, 0);
    assertThat(found.getJsonArray("missing")).isEmpty();
    assertThat(found.getJsonArray("councils"))
        .hasSize(3)
        .allSatisfy(
            council ->
                assertThat(council.asJsonObject().getString("status")).isEqualTo("ANSWERED"));
    assertThat(found.getJsonArray("feedback"))
        .allSatisfy(
            said -> assertThat(said.asJsonObject().getString("text")).contains("Rehearsal"));
    String digest = found.getJsonObject("plan").getString("content_digest");

    String path = "/ceremonies/" + ceremony + "/stories/";
    Answer stale =
        rest.post(
            path + accepted + "/approval",
            Map.of("po_notes", "Go", "content_digest", "0".repeat(64)));
    assertThat(done(412, stale).text("code")).isEqualTo("STALE_VERSION");
    Answer first =
        done(
            200,
            rest.post(
                path + accepted + "/approval",
                Map.of(
                    "po_notes", "Go",
                    "content_digest", digest,
                    "priority_adjustment", "HIGH",
                    "po_priority_reason", "A customer waits")));
    assertThat(first.text("status")).isEqualTo("REVIEWING");
    Answer last = done(200, rest.post(path + early + "/approval", Map.of("po_notes", "Go")));

    assertThat(last.text("status")).isEqualTo("COMPLETED");
    String plan = review(first, 0).getJsonObject("decision").getString("plan_id");
    assertThat(rest.get("/plans/" + plan).text("status")).isEqualTo("APPROVED");
    assertThat(rest.get("/stories/" + accepted).text("plan_id")).isEqualTo(plan);
    assertThat(rest.get("/tasks?story_id=" + accepted).items())
        .isNotEmpty()
        .allSatisfy(
            task -> {
              assertThat(task.getString("task_id")).startsWith("TSK-");
              assertThat(task.getString("type")).isEqualTo("backlog_review_identified");
              assertThat(task.getString("plan_id")).isEqualTo(plan);
            });
    done(200, fleet.move(early, "PO_REVIEW"));
    assertThat(done(200, fleet.move(early, "READY_FOR_PLANNING")).text("plan_id"))
        .isEqualTo(review(last, 1).getJsonObject("decision").getString("plan_id"));
    assertThat(fleet.audit("ceremony", ceremony))
        .extracting(entry -> entry.getString("action"))
        .startsWith("ceremony.created", "ceremony.stories_added", "ceremony.started")
        .endsWith("ceremony.plan_approved", "ceremony.completed");
  }

  @Test
  void grpc_tells_the_same_field_by_field() {
    String story = fleet.story();
    String ceremony =
        planning
            .createBacklogReviewCeremony(
                CreateBacklogReviewCeremonyRequest.newBuilder()
                    .setCreatedBy(owner.name())
                    .addStoryIds(story)
                    .build())
            .getCeremony()
            .getCeremonyId();
    assertThat(
            planning
                .startBacklogReviewCeremony(
                    StartBacklogReviewCeremonyRequest.newBuilder()
                        .setCeremonyId(ceremony)
                        .setStartedBy(owner.name())
                        .build())
                .getTotalDeliberationsSubmitted())
        .isEqualTo(3);
    Answer shown = awaitReviewing(ceremony);

    BacklogReviewCeremony read =
        planning
            .getBacklogReviewCeremony(
                GetBacklogReviewCeremonyRequest.newBuilder().setCeremonyId(ceremony).build())
            .getCeremony();
    StoryReviewResult result = read.getReviewResults(0);
    assertThat(read.getStatus()).isEqualTo("REVIEWING");
    assertThat(result.getArchitectFeedback()).contains("Rehearsal");
    assertThat(result.getQaFeedback()).contains("Rehearsal");
    assertThat(result.getDevopsFeedback()).contains("Rehearsal");
    assertThat(result.getPlanPreliminary().getTasksOutlineList())
        .isEqualTo(
            review(shown, 0).getJsonObject("plan").getJsonArray("task_decisions").stream()
                .map(task -> task.asJsonObject().getString("task_description"))
                .toList());
    assertThat(result.getPlanPreliminary().getRolesList())
        .isEqualTo(
            review(shown, 0)
                .getJsonObject("plan")
                .getJsonArray("roles")
                .getValuesAs(JsonString.class)
                .stream()
                .map(JsonString::getString)
                .toList());

    ApproveReviewPlanRequest yes =
        ApproveReviewPlanRequest.newBuilder()
            .setCeremonyId(ceremony)
            .setStoryId(story)
            .setApprovedBy(owner.name())
            .setPoNotes("Go")
            .build();
    ApproveReviewPlanResponse approved = planning.approveReviewPlan(yes);
    assertThat(approved.getCeremony().getStatus()).isEqualTo("COMPLETED");
    assertThat(planning.approveReviewPlan(yes).getPlanId()).isEqualTo(approved.getPlanId());
  }

  @Test
  void an_agent_from_outside_is_heard_in_its_own_role_while_councils_think() {
    String story = fleet.story();
    String ceremony = created(story);
    Person qa = fleet.person("qa");
    AddAgentDeliberationRequest words =
        AddAgentDeliberationRequest.newBuilder()
            .setCeremonyId(ceremony)
            .setStoryId(story)
            .setRole("QA")
            .setAgentId(qa.name())
            .setFeedback("1. Test the receipt")
            .build();
    PlanningServiceBlockingStub agent = grpc.planning(qa.client().token());

    assertThat(agent.addAgentDeliberation(words).getCeremony().getReviewResultsList()).isEmpty();
    started(ceremony);
    done(
        200,
        qa.client()
            .post(
                "/ceremonies/%s/stories/%s/feedback".formatted(ceremony, story),
                Map.of("role", "QA", "feedback", "- Test the refund")));
    Status refused =
        catchThrowableOfType(
                StatusRuntimeException.class,
                () -> agent.addAgentDeliberation(words.toBuilder().setRole("DEVOPS").build()))
            .getStatus();

    assertThat(refused.getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
  }

  @Test
  void one_that_is_not_wanted_any_more_is_rejected_or_cancelled() {
    String story = fleet.story();
    String rejected = created(story);
    started(rejected);
    awaitReviewing(rejected);
    done(
        200,
        rest.post(
            "/ceremonies/%s/stories/%s/rejection".formatted(rejected, story),
            Map.of("reason", "Too large")));
    done(200, rest.post("/ceremonies/" + rejected + "/completion", Map.of()));
    String cancelled = created(story);
    done(200, rest.post("/ceremonies/" + cancelled + "/cancellation", Map.of()));

    Answer remove = rest.delete("/ceremonies/%s/stories/%s".formatted(cancelled, story));
    assertThat(done(409, remove).text("detail"))
        .contains("cannot REMOVE_STORY while CANCELLED", "nothing, it has ended");
    assertThat(
            rest.get("/ceremonies?status=CANCELLED&sort=-created_at&created_by=" + owner.name())
                .items())
        .extracting(item -> item.getString("ceremony_id"))
        .contains(cancelled)
        .doesNotContain(rejected);
  }
}
