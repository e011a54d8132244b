package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.it.Rest.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Plans in versions, and decisions: approved for what was shown, rejected to be thought about. */
@ExtendWith(SharedStack.class)
class DecidingIT {
  private static Fleet fleet;
  private static Rest owner;

  @BeforeAll
  static void start(WitanStack stack) {
    stack.up();
    fleet = stack.fleet();
    owner = fleet.productOwner();
  }

  private static String storyWithAPlan() {
    String story = fleet.story();
    Fleet.done(200, fleet.move(story, "PO_REVIEW"));
    Fleet.done(200, fleet.move(story, "READY_FOR_PLANNING"));
    Fleet.done(202, owner.post("/stories/" + story + "/plan-deliberation", Map.of()));
    fleet.awaitOne("/stories/" + story + "/plans");
    return story;
  }

  private static JsonObject plan(String story, int number) {
    return fleet
        .await("/stories/" + story + "/plans", answer -> answer.items().size() >= number)
        .items()
        .get(number - 1);
  }

  private static JsonObject decision(String story, String... affects) {
    JsonObject body =
        Json.createObjectBuilder()
            .add("story_id", story)
            .add("title", "Where receipts are kept")
            .add("options", Json.createArrayBuilder(List.of("In the graph", "In files")))
            .add("chosen", "In files")
            .add("rationale", "Anybody can read them")
            .add("affects", Json.createArrayBuilder(List.of(affects)))
            .build();
    return Fleet.done(201, owner.post("/decisions", Rest.bytes(body.toString()))).json();
  }

  @Test
  void a_rejected_plan_is_thought_about_again_with_the_reason() {
    String story = storyWithAPlan();
    String first = plan(story, 1).getString("plan_id");

    Answer rejected =
        Fleet.done(
            200,
            owner.post(
                "/plans/" + first + "/rejection", Map.of("reason", "Too many steps at once")));

    String next = rejected.text("next_deliberation_id");
    JsonObject started = Fleet.done(200, owner.get("/deliberations/" + next)).json();
    assertThat(started.getJsonObject("subject").getString("id")).isEqualTo(story);
    JsonObject second = plan(story, 2);
    assertThat(second.getInt("number")).isEqualTo(2);
    assertThat(second.getString("deliberation_id")).isEqualTo(next);
    assertThat(owner.get("/plans/" + first).text("status")).isEqualTo("REJECTED");
  }

  @Test
  void an_approval_holds_for_what_was_shown_and_becomes_a_decision() {
    String story = storyWithAPlan();
    JsonObject plan = plan(story, 1);
    String path = "/plans/" + plan.getString("plan_id") + "/approval";

    Answer stale = owner.post(path, Map.of("content_digest", "0".repeat(64)));
    Fleet.done(
        200,
        owner.post(path, Map.of("note", "Go", "content_digest", plan.getString("content_digest"))));

    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.text("detail")).contains(plan.getString("content_digest"));
    JsonObject decision =
        Fleet.done(200, owner.get("/stories/" + story + "/decisions")).items().get(0);
    assertThat(decision.getString("status")).isEqualTo("APPROVED");
    assertThat(decision.getString("plan_id")).isEqualTo(plan.getString("plan_id"));
    assertThat(decision.getString("rationale")).isEqualTo("Go");
    assertThat(fleet.audit("decision", decision.getString("decision_id")))
        .extracting(entry -> entry.getString("action"))
        .containsExactly("decision.proposed", "decision.approved");
  }

  @Test
  void a_decision_is_proposed_rejected_and_thought_about_with_the_reason() {
    String story = storyWithAPlan();
    String id = decision(story).getString("decision_id");

    Answer rejected =
        Fleet.done(
            200, owner.post("/decisions/" + id + "/rejection", Map.of("reason", "No backup")));

    assertThat(rejected.text("status")).isEqualTo("REJECTED");
    assertThat(rejected.text("decision_note")).isEqualTo("No backup");
    assertThat(owner.get("/deliberations/" + rejected.text("next_deliberation_id")).status())
        .isEqualTo(200);
    assertThat(owner.post("/decisions/" + id + "/approval", Map.of()).status()).isEqualTo(409);
  }

  @Test
  void a_council_judges_how_ready_a_story_is_beside_the_rules() {
    String story = fleet.story();
    String path = "/stories/" + story + "/readiness";
    assertThat(owner.get(path).json().containsKey("judgement")).isFalse();

    Answer asked = Fleet.done(202, owner.post(path + "/judgement", Map.of()));
    JsonObject told =
        fleet.await(path, answer -> judgement(answer).getString("status").equals("JUDGED")).json();

    assertThat(asked.json().getInt("score")).isEqualTo(told.getInt("score"));
    assertThat(told.getJsonObject("judgement").getBoolean("out_of_date")).isFalse();
    assertThat(told.getJsonObject("judgement").getJsonArray("criteria"))
        .hasSize(5)
        .anySatisfy(
            one ->
                assertThat(one.asJsonObject().getString("evidence"))
                    .isEqualTo("Given a card, when I pay, then I get a receipt"));
    assertThat(told.getJsonObject("gate").getString("judge")).isEqualTo("rules");
    assertThat(fleet.audit("judgement", "readiness-" + story))
        .extracting(entry -> entry.getString("action"))
        .containsExactly("story.readiness_requested", "story.readiness_judged");
    assertThat(owner.get("/stories/" + story + "/audit").body()).contains("story.readiness_judged");
    assertThat(fleet.user("developer").post(path + "/judgement", Map.of()).status()).isEqualTo(403);
  }

  private static JsonObject judgement(Answer readiness) {
    return readiness.json().getJsonObject("judgement");
  }

  @Test
  void what_a_decision_names_is_of_its_story() {
    String story = fleet.story();
    JsonObject body =
        Json.createObjectBuilder()
            .add("story_id", story)
            .add("title", "Which")
            .add("options", Json.createArrayBuilder(List.of("A")))
            .add("chosen", "B")
            .add("rationale", "Why")
            .build();

    Answer odd = owner.post("/decisions", Rest.bytes(body.toString()));

    assertThat(odd.status()).isEqualTo(400);
    assertThat(odd.text("detail")).isEqualTo("chosen is \"B\": expected one of the options: A");
  }
}
