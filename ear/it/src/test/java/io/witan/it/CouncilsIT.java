package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.witan.it.Rest.Answer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Councils over REST: the usual ones are there, and others come and go. */
@ExtendWith(SharedStack.class)
class CouncilsIT {
  private static final Map<String, Object> SINGLE =
      Map.of(
          "mode", "single",
          "time_limit", "P1D",
          "constraints", Map.of("forbidden", List.of("eval(")));
  private static Fleet fleet;
  private static Rest owner;
  private static Rest admin;

  @BeforeAll
  static void start(WitanStack stack) {
    stack.up();
    fleet = stack.fleet();
    owner = fleet.productOwner();
    admin = fleet.admin();
  }

  @Test
  void five_are_there_from_the_start() {
    assertThat(Fleet.done(200, owner.get("/councils")).items())
        .extracting(council -> council.getString("role"))
        .contains("developer", "qa", "architect", "devops");
    assertThat(Fleet.done(200, owner.get("/councils/qa")).json().getJsonArray("agents")).hasSize(3);
    assertThat(Fleet.done(200, owner.get("/councils/dev")).text("council_id"))
        .isEqualTo("council-dev");
  }

  @Test
  void one_is_deleted_and_created_again_and_its_chain_goes_on() {
    Fleet.done(200, admin.delete("/councils/data"));
    Answer gone = owner.get("/councils/data");
    Fleet.done(201, admin.post("/councils", Map.of("role", "data", "num_agents", 1)));
    Fleet.done(
        201,
        admin.post(
            "/councils/data/agents",
            Map.of("agent_id", "agent-data-cool", "model", "other", "temperature", 0.1)));
    Fleet.done(200, admin.delete("/councils/data/agents/agent-data-001"));

    assertThat(gone.status()).isEqualTo(404);
    assertThat(Fleet.done(200, owner.get("/councils/data")).json().getJsonArray("agents"))
        .singleElement()
        .hasToString("{\"agent_id\":\"agent-data-cool\",\"model\":\"other\",\"temperature\":0.1}");
    assertThat(Fleet.done(200, owner.get("/audit/council/council-data")).items()).hasSize(5);
  }

  @Test
  void one_deliberates_by_what_is_wished_as_far_as_the_settings_allow() {
    String story = readyStory();
    String path = "/stories/" + story + "/plan-deliberation";

    Answer refused = owner.post(path, Map.of("mode", "jury"));
    JsonObject begun = Fleet.done(202, owner.post(path, SINGLE)).json();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("detail")).contains("mode", "jury", "council, vote, single or auto");
    assertThat(begun.getString("mode")).isEqualTo("single");
    assertThat(begun.getJsonArray("agents")).hasSize(1);
    assertThat(Fleet.done(200, owner.get("/stories/" + story + "/deliberations")).items())
        .extracting(one -> one.getString("deliberation_id"), one -> one.getString("mode"))
        .containsExactly(tuple(begun.getString("deliberation_id"), "single"));
    assertThat(Instant.parse(begun.getString("deadline")))
        .isBefore(Instant.parse(begun.getString("created_at")).plus(Duration.ofDays(1)));
    assertThat(begun.getJsonObject("constraints").getJsonArray("forbidden"))
        .hasToString("[\"eval(\"]");
    String shown = "/deliberations/" + begun.getString("deliberation_id");
    assertThat(owner.get(shown).json().getJsonObject("constraints"))
        .isEqualTo(begun.getJsonObject("constraints"));
  }

  private static String readyStory() {
    String story = fleet.story();
    Fleet.done(200, fleet.move(story, "PO_REVIEW"));
    Fleet.done(200, fleet.move(story, "READY_FOR_PLANNING"));
    return story;
  }

  @Test
  void who_owns_the_product_does_not_change_them() {
    Answer refused = owner.post("/councils", Map.of("role", "po"));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().getString("detail")).contains("devops or admin");
  }
}
