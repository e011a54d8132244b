package io.witan.cli.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Councils that take a look or two to come to an end. */
final class FakeDeliberations {
  private final FakeNodes nodes;
  private final Consumer<ObjectNode> onPlan;
  private String runner = "rehearsal";
  private String model = "";
  private String workText =
      "{\"title\":\"Do it\",\"summary\":\"Change the thing\",\"work_note\":\"Mind the edge\"}";
  private int failing;
  private int silentLooks;
  private String waitReason = "";

  FakeDeliberations(FakeNodes nodes, Consumer<ObjectNode> onPlan) {
    this.nodes = nodes;
    this.onPlan = onPlan;
  }

  void model(String name) {
    runner = "openai";
    model = name;
  }

  void workText(String text) {
    workText = text;
  }

  void fail(int next) {
    failing = next;
  }

  boolean nextFails() {
    return failing > 0;
  }

  void staySilent(int looks, String reason) {
    silentLooks = looks;
    waitReason = reason;
  }

  String runner() {
    return runner;
  }

  String model() {
    return model;
  }

  ObjectNode deliberate(String purpose, String kind, String id, String user) {
    return deliberate(purpose, kind, id, user, FakeNodes.node());
  }

  /** One that shows what was wished. */
  ObjectNode deliberate(String purpose, String kind, String id, String user, JsonNode wish) {
    ObjectNode subject = nodes.find(id);
    for (ObjectNode open : nodes.all("deliberation")) {
      boolean same = open.path("subject").path("id").asText().equals(id);
      if (same && open.path("status").asText().equals("RUNNING")) {
        return open;
      }
    }
    ObjectNode deliberation =
        FakeNodes.node().put("deliberation_id", nodes.next("d-")).put("purpose", purpose);
    deliberation.putObject("subject").put("kind", kind).put("id", id);
    deliberation.put("runner", runner).put("model", model).put("status", "RUNNING");
    deliberation.put("mode", wish.path("mode").asText("council"));
    deliberation.put("rounds", wish.path("rounds").asInt(1));
    if (wish.has("time_limit")) {
      Duration limit = Duration.parse(wish.path("time_limit").asText());
      deliberation.put("deadline", nodes.now().plus(limit).toString());
    }
    if (wish.has("constraints")) {
      deliberation.set("constraints", wish.path("constraints"));
    }
    ArrayNode agents = deliberation.putArray("agents");
    List.of("agent-1", "agent-2")
        .forEach(agent -> agents.addObject().put("agent_id", agent).put("role", "developer"));
    deliberation.putArray("turns");
    deliberation.putArray("ranking");
    deliberation.put("created_at", nodes.tick()).put("_story", subject.path("_story").asText());
    return nodes.keep(
        deliberation, "deliberation", deliberation.get("deliberation_id").asText(), user);
  }

  /** Each look finds one turn more; the fourth finds it ended. */
  ObjectNode advance(ObjectNode deliberation) {
    if (!deliberation.path("status").asText().equals("RUNNING")) {
      return deliberation;
    }
    if (silentLooks > 0) {
      silentLooks--;
      if (!waitReason.isEmpty()) {
        deliberation
            .putObject("waiting")
            .put("reason", waitReason)
            .put("since", nodes.now().toString());
      }
      return deliberation;
    }
    deliberation.remove("waiting");
    ArrayNode turns = (ArrayNode) deliberation.get("turns");
    if (turns.size() < 3) {
      String kind = List.of("PROPOSE", "CRITIQUE", "REVISE").get(turns.size());
      ObjectNode turn =
          turns
              .addObject()
              .put("sequence", turns.size())
              .put("kind", kind)
              .put("agent_id", "agent-1");
      turn.put("status", "DONE").put("text", "...").put("duration_ms", 12);
      if (kind.equals("CRITIQUE")) {
        turn.put("agent_id", "agent-2").put("about_agent_id", "agent-1").put("score", 0.75);
      }
      return deliberation;
    }
    if (failing > 0) {
      failing--;
      return deliberation.put("status", "FAILED").put("error", "every agent failed");
    }
    boolean plan = deliberation.path("purpose").asText().equals("PLAN");
    String text = plan ? "{\"title\":\"The plan\",\"description\":\"Two tasks\"}" : workText;
    ArrayNode ranking = (ArrayNode) deliberation.get("ranking");
    ranking
        .addObject()
        .put("rank", 1)
        .put("agent_id", "agent-1")
        .put("score", 0.75)
        .put("text", text);
    ranking
        .addObject()
        .put("rank", 2)
        .put("agent_id", "agent-2")
        .put("score", 0.5)
        .put("text", "second");
    deliberation.put("status", "COMPLETED").put("winner_agent_id", "agent-1");
    nodes.recorded(deliberation, "deliberation.completed", "witan", FakeNodes.node());
    if (plan) {
      onPlan.accept(deliberation);
    }
    return deliberation;
  }
}
