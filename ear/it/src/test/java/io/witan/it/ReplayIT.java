package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.it.Rest.Answer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A deliberation is replayed without a model, and forked with another one. */
@ExtendWith(SharedStack.class)
class ReplayIT {
  private static Fleet fleet;
  private static Rest owner;
  private static String path;

  @BeforeAll
  static void oneHasEnded(WitanStack stack) {
    stack.up();
    fleet = stack.fleet();
    owner = fleet.productOwner();
    path = "/deliberations/" + fleet.deliberation();
    ended(path);
  }

  private static JsonObject ended(String deliberation) {
    return fleet
        .await(deliberation, answer -> answer.json().getString("status").equals("COMPLETED"))
        .json();
  }

  @Test
  void a_replay_is_the_same_byte_for_byte() {
    JsonObject replay = Fleet.done(200, owner.get(path + "/replay")).json();

    assertThat(replay.getBoolean("identical")).isTrue();
    assertThat(replay.getInt("turns")).isEqualTo(9);
    assertThat(replay.getString("replayed_digest"))
        .isEqualTo(replay.getString("recorded_digest"))
        .hasSize(64);
    assertThat(replay.getJsonArray("transcript")).hasSize(10);
    assertThat(replay.getJsonArray("differences")).isEmpty();
  }

  @Test
  void a_fork_takes_the_turns_of_the_other_model_anew_and_plans_nothing() {
    JsonObject before = Fleet.done(200, owner.get(path)).json();
    String story = before.getJsonObject("subject").getString("id");
    fleet.awaitOne("/stories/" + story + "/plans");
    int plans = Fleet.done(200, owner.get("/stories/" + story + "/plans")).items().size();
    String second = before.getJsonArray("agents").getJsonObject(1).getString("agent_id");

    JsonObject fork =
        Fleet.done(
                202,
                owner.post(
                    path + "/forks",
                    Map.of("swaps", List.of(Map.of("agent_id", second, "model", "other")))))
            .json();
    JsonObject ended = ended("/deliberations/" + fork.getString("deliberation_id"));

    assertThat(ended.getJsonObject("fork_of").getInt("from_turn")).isEqualTo(2);
    assertThat(ended.getJsonArray("agents").getJsonObject(1).getString("model")).isEqualTo("other");
    assertThat(ended.getJsonArray("ranking")).hasSize(3);
    assertThat(
            Fleet.done(
                    200,
                    owner.get("/deliberations/" + fork.getString("deliberation_id") + "/replay"))
                .json()
                .getBoolean("identical"))
        .isTrue();
    assertThat(Fleet.done(200, owner.get("/stories/" + story + "/plans")).items()).hasSize(plans);
  }

  @Test
  void a_swap_of_somebody_else_is_refused_by_name() {
    Answer refused =
        owner.post(
            path + "/forks",
            Map.of("swaps", List.of(Map.of("agent_id", "agent-9", "model", "other"))));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().getString("detail")).contains("swap", "agent-9", "001");
  }
}
