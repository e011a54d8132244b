package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.proto.orchestrator.v1.DeliberateResponse;
import io.witan.proto.orchestrator.v1.DeliberationResult;
import io.witan.testkit.OutsideAgent;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agent that is no part of Witan takes its turns in a council by messages. */
@ExtendWith(SharedStack.class)
class AgentsFromOutsideIT {
  private static WitanStack stack;
  private static Fleet fleet;
  private static Grpc grpc;
  private static OutsideCouncil council;

  @BeforeAll
  static void a_council_with_one(WitanStack shared) {
    stack = shared;
    stack.up();
    fleet = stack.fleet();
    grpc = Grpc.at(stack.grpcPort());
    council = new OutsideCouncil(fleet);
  }

  @AfterAll
  static void end() {
    council.close();
    grpc.close();
  }

  private static DeliberateResponse deliberate() {
    return grpc.orchestrator(fleet.user("developer").token()).deliberate(council.request());
  }

  private static JsonObject read(DeliberateResponse response) {
    String id = response.getMetadata().getExecutionId();
    return Fleet.done(200, fleet.productOwner().get("/deliberations/" + id)).json();
  }

  private static List<JsonObject> turnsOfOutsider(JsonObject deliberation) {
    return deliberation.getJsonArray("turns").getValuesAs(JsonObject.class).stream()
        .filter(turn -> turn.getString("agent_id").equals(council.outsider()))
        .toList();
  }

  @Test
  void one_that_answers_takes_part_in_each_phase() throws Exception {
    try (OutsideAgent agent =
        OutsideAgent.at(stack.natsUrl(), council.outsider(), OutsideAgent::answer)) {
      DeliberateResponse done = deliberate();

      assertThat(done.getResultsList())
          .extracting(result -> result.getProposal().getAuthorId())
          .contains(council.outsider())
          .hasSize(2);
      assertThat(agent.asked())
          .extracting(request -> request.getString("kind"))
          .containsSubsequence("PROPOSE", "CRITIQUE", "REVISE");
      assertThat(turnsOfOutsider(read(done)))
          .hasSize(3)
          .allMatch(turn -> turn.getString("status").equals("DONE"));
    }
  }

  @Test
  void one_that_never_answers_loses_its_turn_and_the_council_ends_without_it() {
    DeliberateResponse done = deliberate();

    assertThat(done.getResultsList()).extracting(DeliberationResult::getRank).containsExactly(1);
    assertThat(done.getWinnerId()).isEqualTo("agent-po-001");
    JsonObject lost = turnsOfOutsider(read(done)).get(0);
    assertThat(lost.getString("status")).isEqualTo("FAILED");
    assertThat(lost.getString("error")).contains("no answer came");
  }
}
