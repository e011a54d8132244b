package io.witan.cli.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.witan.cli.fake.FakeWitan.Refused;
import java.util.List;
import java.util.OptionalInt;

/** Stories: their states, how ready they are, and that they follow their tasks. */
final class FakeStories {
  private static final List<String> STATES =
      List.of(
          "DRAFT",
          "PO_REVIEW",
          "READY_FOR_PLANNING",
          "PLANNED",
          "READY_FOR_EXECUTION",
          "IN_PROGRESS",
          "CODE_REVIEW",
          "TESTING",
          "READY_TO_REVIEW",
          "ACCEPTED",
          "DONE");

  private final FakeNodes nodes;
  private int score = 100;
  private OptionalInt councilScore = OptionalInt.empty();

  FakeStories(FakeNodes nodes) {
    this.nodes = nodes;
  }

  void score(int points) {
    score = points;
  }

  void judgedByCouncil(int points) {
    councilScore = OptionalInt.of(points);
  }

  ObjectNode createStory(JsonNode body, String user, String role) {
    FakeNodes.needs("po", role, user);
    nodes.find(body.path("epic_id").asText());
    ObjectNode story =
        FakeNodes.node()
            .put("story_id", nodes.next("s-"))
            .put("state", "DRAFT")
            .put("dor_score", score);
    body.properties().forEach(field -> story.set(field.getKey(), field.getValue()));
    story
        .put("created_by", user)
        .put("archived", false)
        .put("_story", story.get("story_id").asText());
    return nodes.keep(story, "story", story.get("story_id").asText(), user);
  }

  ObjectNode transition(ObjectNode story, JsonNode body, String user, String role, String ifMatch) {
    FakeNodes.needs("po", role, user);
    FakeNodes.onVersion(story, ifMatch, "the story has changed");
    String from = story.path("state").asText();
    String to = body.path("target_state").asText();
    if (STATES.indexOf(to) != STATES.indexOf(from) + 1) {
      throw new Refused(
          409, "ILLEGAL_TRANSITION", "story cannot go from %s to %s".formatted(from, to));
    }
    if (to.equals("PLANNED") && !story.hasNonNull("plan_id")) {
      throw new Refused(422, "GUARD_FAILED", "the story has no approved plan");
    }
    if (to.equals("PLANNED")
        && councilScore.orElse(score) < 80
        && !body.hasNonNull("override_reason")) {
      throw new Refused(422, "GUARD_FAILED", "the story is not ready");
    }
    move(story, to, user, body.path("override_reason").asText(null));
    return story;
  }

  private void move(ObjectNode story, String to, String user, String reason) {
    String from = story.path("state").asText();
    story.put("state", to);
    nodes.recorded(
        story,
        "story.transitioned",
        user,
        FakeNodes.node().put("from_state", from).put("to_state", to).put("reason", reason));
  }

  void follow(ObjectNode story) {
    List<String> states =
        nodes.all("workflow").stream()
            .filter(one -> one.path("story_id").equals(story.get("story_id")))
            .map(one -> one.path("state").asText())
            .filter(state -> !state.equals("cancelled"))
            .toList();
    if (states.isEmpty()) {
      story.put("state", "CARRY_OVER");
      return;
    }
    boolean allWait =
        states.stream().allMatch(state -> List.of("pending_po_approval", "done").contains(state));
    String target = allWait ? "READY_TO_REVIEW" : "IN_PROGRESS";
    while (STATES.indexOf(story.path("state").asText()) < STATES.indexOf(target)) {
      move(story, STATES.get(STATES.indexOf(story.path("state").asText()) + 1), "witan", null);
    }
  }

  ObjectNode readiness(String story) {
    ObjectNode readiness = FakeNodes.node().put("score", score).put("ready", score >= 80);
    ArrayNode criteria = readiness.putArray("criteria");
    criteria
        .addObject()
        .put("name", "CLEAR")
        .put("points", 20)
        .put("of", 20)
        .put("evidence", "the brief has 60 words")
        .put("reason", "30 words or more say enough to start from");
    if (score < 80) {
      criteria
          .addObject()
          .put("name", "ESTIMATE")
          .put("points", 0)
          .put("of", 20)
          .put("reason", "estimate: no size is named")
          .put("missing", "estimate: no size is named");
    }
    nodes.all("deliberation").stream()
        .filter(one -> one.path("purpose").asText().equals("READINESS"))
        .filter(one -> one.path("subject").path("id").asText().equals(story))
        .reduce((earlier, later) -> later)
        .ifPresent(asked -> readiness.set("judgement", judgement(asked)));
    readiness.set("gate", gate(readiness));
    return readiness;
  }

  private ObjectNode judgement(ObjectNode asked) {
    boolean ended = asked.path("status").asText().equals("COMPLETED");
    ObjectNode judgement =
        FakeNodes.node()
            .put("deliberation_id", asked.path("deliberation_id").asText())
            .put("status", ended ? "JUDGED" : "REQUESTED")
            .put("out_of_date", false)
            .put("what_to_do", "Wait");
    return ended ? judgement.put("score", councilScore.orElse(95)) : judgement;
  }

  private ObjectNode gate(ObjectNode readiness) {
    JsonNode judge = councilScore.isPresent() ? readiness.path("judgement") : readiness;
    ObjectNode gate = FakeNodes.node().put("judge", councilScore.isPresent() ? "council" : "rules");
    boolean open = judge.path("score").asInt(0) >= 80;
    gate.put("open", open);
    if (judge.has("score")) {
      gate.put("score", judge.path("score").asInt());
    }
    return open ? gate : gate.put("reason", "the council is not convinced");
  }
}
