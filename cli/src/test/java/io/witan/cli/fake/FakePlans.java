package io.witan.cli.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.witan.cli.fake.FakeWitan.Refused;
import java.util.List;

/** Plans and the tasks that come out of them. */
final class FakePlans {
  private final FakeNodes nodes;

  FakePlans(FakeNodes nodes) {
    this.nodes = nodes;
  }

  void propose(ObjectNode deliberation) {
    String story = deliberation.path("subject").path("id").asText();
    ObjectNode plan = FakeNodes.node().put("plan_id", nodes.next("PL-")).put("story_id", story);
    plan.put("deliberation_id", deliberation.path("deliberation_id").asText())
        .put("title", "The plan");
    plan.put("status", "PROPOSED")
        .put("content_digest", "cd")
        .put("created_at", nodes.tick())
        .put("_story", story);
    ArrayNode tasks = plan.putArray("tasks");
    ObjectNode second =
        tasks
            .addObject()
            .put("title", "Second")
            .put("type", "testing")
            .put("estimated_hours", 1.5)
            .put("priority", 2);
    second.putArray("depends_on").add(1);
    tasks
        .addObject()
        .put("title", "First")
        .put("type", "development")
        .put("estimated_hours", 2)
        .put("priority", 1)
        .putArray("depends_on");
    nodes.keep(plan, "plan", plan.get("plan_id").asText(), "witan");
  }

  ObjectNode approve(ObjectNode plan, JsonNode body, String user) {
    if (!body.path("content_digest").asText().equals("cd")) {
      throw new Refused(412, "STALE_VERSION", "this is not the plan that was shown");
    }
    plan.put("status", "APPROVED");
    String story = plan.path("story_id").asText();
    nodes.find(story).put("plan_id", plan.path("plan_id").asText());
    String first = nodes.next("T-");
    String second = nodes.next("T-");
    addTask(second, story, "Second", List.of(first), user);
    addTask(first, story, "First", List.of(), user);
    return nodes.recorded(plan, "plan.approved", user, FakeNodes.node());
  }

  void addTask(String id, String story, String title, List<String> after, String user) {
    ObjectNode task =
        FakeNodes.node().put("task_id", id).put("story_id", story).put("title", title);
    task.put("status", "todo").put("priority", 1).put("_story", story);
    ArrayNode dependsOn = task.putArray("depends_on");
    after.forEach(dependsOn::add);
    nodes.keep(task, "task", id, user);
  }
}
