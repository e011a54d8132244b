package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.witan.it.WitanStack.Result;
import io.witan.testkit.PatientNats;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Gates that are given to agents: some from outside, the others Witan's own councils. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AgentsAtGatesIT {
  private static final String GATE = "WITAN_WORKFLOW_GATE_";
  private static final String AGENT = "\"agent_id\":\"agent-dev-7\"";
  private static final String COMMIT = "\"commit_sha\":\"4f2a9c1\"";

  private static final WitanStack STACK =
      new WitanStack("gates")
          .with(GATE + "DEVELOPER", "outside")
          .with(GATE + "ARCHITECT", "agents")
          .with(GATE + "QA", "agents");

  private static Fleet fleet;
  private static String story;

  @BeforeAll
  static void start() {
    STACK.up();
    fleet = STACK.fleet();
    story = readyStory();
  }

  @AfterAll
  static void end() {
    STACK.close();
  }

  private static String readyStory() {
    String planned = fleet.plannedStory();
    Fleet.done(200, fleet.move(planned, "READY_FOR_EXECUTION"));
    fleet.awaitOne("/workflows?story_id=" + planned);
    return planned;
  }

  private static String task(int place) {
    return fleet
        .productOwner()
        .get("/workflows?story_id=" + story)
        .items()
        .get(place)
        .getString("task_id");
  }

  private static void says(String id, String task, String action, String role, String... more)
      throws Exception {
    String base =
        "\"task_id\":\"%s\",\"action\":\"%s\",\"actor_role\":\"%s\",\"timestamp\":\"2026-03-02T12:00:00Z\""
            .formatted(task, action, role);
    String rest = more.length == 0 ? "" : "," + String.join(",", more);
    publish(id, "{" + base + rest + "}");
  }

  private static void publish(String id, String payload) throws Exception {
    Connection connection = PatientNats.connect(STACK.natsUrl());
    try {
      connection
          .jetStream()
          .publish(
              NatsMessage.builder()
                  .subject("agent.work.completed")
                  .headers(new Headers().add("ce-id", id))
                  .data(payload.getBytes(StandardCharsets.UTF_8))
                  .build());
    } finally {
      connection.close();
    }
  }

  private static JsonObject awaitState(String task, String state) {
    return fleet.await("/workflows/" + task, answer -> answer.text("state").equals(state)).json();
  }

  private static List<String> deeds(String task) {
    return fleet.audit("workflow", task).stream()
        .filter(entry -> entry.getString("action").equals("workflow.state_changed"))
        .map(AgentsAtGatesIT::deed)
        .toList();
  }

  private static String deed(JsonObject entry) {
    JsonObject facts = entry.getJsonObject("body").getJsonObject("facts");
    return entry.getString("actor") + " " + facts.getString("action");
  }

  @Test
  @Order(1)
  void work_from_outside_is_judged_by_councils_turned_down_once_and_done_again() throws Exception {
    String task = task(0);
    says("w-1", task, "commit_code", "developer", AGENT, "\"artifacts\":{" + COMMIT + "}");

    JsonObject back = awaitState(task, "qa_failed");
    says(
        "w-2",
        task,
        "commit_code",
        "developer",
        AGENT,
        "\"artifacts\":{" + COMMIT + ",\"tests\":\"CardTest\"}");

    assertThat(back.getString("feedback")).contains("Say which tests prove it");
    JsonObject passed = awaitState(task, "pending_po_approval");
    assertThat(passed.getInt("rejections")).isEqualTo(1);
  }

  @Test
  @Order(2)
  void the_same_word_acts_once_and_what_is_forbidden_or_malformed_does_nothing() throws Exception {
    String task = task(1);
    says("w-3", task, "claim_task", "developer", AGENT);
    awaitState(task, "implementing");
    says("w-4", task, "approve_tests", "qa");
    says("w-5", task, "discard_task", "po");
    says(
        "w-6",
        task,
        "commit_code",
        "developer",
        AGENT,
        "\"fencing_token\":1,\"artifacts\":{" + COMMIT + "}");
    publish("w-7", "{\"task_id\":\"" + task + "\"}");
    says("w-3", task, "claim_task", "developer", AGENT);

    says(
        "w-8",
        task,
        "commit_code",
        "developer",
        AGENT,
        "\"artifacts\":{" + COMMIT + ",\"tests\":\"T\"}");
    awaitState(task, "pending_po_approval");

    assertThat(deeds(task))
        .containsExactly(
            "agent-dev-7 claim_task",
            "agent-dev-7 commit_code",
            "system auto_route_to_architect",
            "agent-architect-council claim_review",
            "agent-architect-council approve_design",
            "system auto_route_to_qa",
            "agent-qa-council claim_testing",
            "agent-qa-council approve_tests",
            "system auto_route_to_po");
    assertThat(fleet.audit("actor", "agent-po")).isNotEmpty();
    assertThat(fleet.audit("actor", "agent-dev-7").toString()).contains("STALE_VERSION");
  }

  @Test
  @Order(3)
  void where_councils_have_every_gate_all_tasks_come_to_the_product_owner_by_themselves() {
    STACK.close();
    STACK.with(GATE + "DEVELOPER", "agents").up();
    fleet = STACK.fleet();
    story = readyStory();

    fleet.await(
        "/workflows?story_id=" + story,
        answer ->
            answer.items().stream()
                .allMatch(one -> one.getString("state").equals("pending_po_approval")));

    assertThat(deeds(task(0)))
        .startsWith("agent-developer-council claim_task", "agent-developer-council commit_code");
    Result verdict = STACK.witan("audit", "--verify");
    assertThat(verdict.status()).as(verdict.output()).isZero();
  }

  @Test
  @Order(4)
  void what_became_of_their_words_says_how_good_the_councils_are() {
    List<JsonObject> judges =
        fleet
            .await(
                "/calibration?kind=council",
                answer ->
                    purposes(answer.items()).containsAll(List.of("IMPLEMENT", "JUDGE_DESIGN")))
            .items();

    assertThat(judges)
        .filteredOn(judge -> judge.getString("purpose").equals("IMPLEMENT"))
        .singleElement()
        .satisfies(
            judge -> {
              assertThat(judge.getString("name")).isEqualTo("developer");
              assertThat(judge.getJsonObject("acceptance").getJsonNumber("value").doubleValue())
                  .isEqualTo(1);
            });
    assertThat(purposes(fleet.productOwner().get("/calibration/dominance").items()))
        .contains("IMPLEMENT", "JUDGE_DESIGN");
    assertThat(fleet.productOwner().get("/calibration/chart.svg").toString())
        .contains("</svg>", "IMPLEMENT");
    Result table = STACK.witan("calibration", "dominance");
    assertThat(table.output()).contains("IMPLEMENT", "not enough known");
  }

  private static List<String> purposes(List<JsonObject> items) {
    return items.stream().map(one -> one.getString("purpose")).toList();
  }
}
