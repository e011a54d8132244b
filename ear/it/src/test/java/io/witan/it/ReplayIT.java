package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.it.Rest.Answer;
import io.witan.it.WitanStack.Result;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A deliberation is replayed without a model, and forked with another one. */
@ExtendWith(SharedStack.class)
class ReplayIT {
  private static WitanStack stack;
  private static Fleet fleet;
  private static Rest owner;
  private static String id;
  private static String path;

  @BeforeAll
  static void oneHasEnded(WitanStack shared) {
    stack = shared;
    stack.up();
    fleet = stack.fleet();
    owner = fleet.productOwner();
    id = fleet.deliberation();
    path = "/deliberations/" + id;
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

  @Test
  void on_the_command_line_it_is_a_line_for_each_turn_and_the_verdict() {
    Result replay = stack.witan("replay", id);

    assertThat(replay.status()).as(replay.output()).isZero();
    assertThat(replay.output().lines().filter(line -> line.startsWith("{"))).hasSize(10);
    assertThat(replay.output()).contains("9 turns, byte for byte as recorded");
  }

  @Test
  void on_the_command_line_a_swap_shows_each_place_beside_the_one_before() {
    String second =
        Fleet.done(200, owner.get(path))
            .json()
            .getJsonArray("agents")
            .getJsonObject(1)
            .getString("agent_id");

    Result swap = stack.witanAs(owner, "replay", id, "--swap", "agent-2=other");

    assertThat(swap.status()).as(swap.output()).isZero();
    assertThat(swap.output()).containsPattern("fork D-\\S+ of " + id);
    assertThat(swap.output().lines().filter(line -> line.matches("\\d .*rank \\d, .*")))
        .hasSize(3)
        .filteredOn(line -> line.strip().endsWith("other"))
        .singleElement()
        .asString()
        .contains(second);
  }

  @Test
  void on_the_command_line_a_swap_is_for_who_may_have_one_deliberated() {
    Result refused = stack.witanAs(fleet.user("qa"), "replay", id, "--swap", "agent-2=other");

    assertThat(refused.status()).as(refused.output()).isEqualTo(1);
    assertThat(refused.output()).contains("may not fork a deliberation: needs the role po");
  }

  @Test
  void on_the_command_line_what_makes_no_sense_is_refused() {
    Result nobody = stack.witan("replay", id, "--swap", "agent-9=other");
    assertThat(nobody.status()).as(nobody.output()).isEqualTo(2);
    assertThat(nobody.output()).contains("--swap agent-9: there are 3 seats");

    Result nothing = stack.witan("replay", id, "--from", "4");
    assertThat(nothing.status()).as(nothing.output()).isEqualTo(2);
    assertThat(nothing.output()).contains("--from needs --swap");

    Result unknown = stack.witan("replay", "D-none");
    assertThat(unknown.status()).as(unknown.output()).isEqualTo(1);
    assertThat(unknown.output()).contains("D-none");
  }
}
