package io.witan.workflow.adapter;

import io.witan.json.JsonText;
import io.witan.ledger.adapter.AggregateStore.Mapping;
import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.ledger.adapter.CanonicalJson;
import io.witan.neo4j.Row;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.ActorId;
import io.witan.shared.Role;
import io.witan.shared.Times;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkflowEvent;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Task workflows as nodes; artifacts are kept as JSON text. */
final class TaskWorkflowNodes implements Mapping<TaskWorkflow, WorkflowEvent> {

  @Override
  public String kind() {
    return "TaskWorkflow";
  }

  @Override
  public String id(TaskWorkflow workflow) {
    return workflow.task().value();
  }

  @Override
  public long version(TaskWorkflow workflow) {
    return workflow.version();
  }

  @Override
  public Map<String, Object> properties(TaskWorkflow workflow) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("story_id", workflow.story().value());
    node.put("state", workflow.state().wire());
    node.put("role_in_charge", workflow.state().roleInCharge().map(Role::wire).orElse(""));
    node.put("feedback", workflow.feedback());
    node.put("artifacts_json", CanonicalJson.of(workflow.artifacts()));
    workflow.claimedBy().ifPresent(actor -> node.put("claimed_by", actor.value()));
    node.put("rejections", (long) workflow.rejections());
    node.put("retries", (long) workflow.retries());
    node.put("created_at", Times.text(workflow.createdAt()));
    node.put("updated_at", Times.text(workflow.updatedAt()));
    return node;
  }

  @Override
  public TaskWorkflow from(Row node) {
    return new TaskWorkflow(
        new TaskId(node.text("id")),
        new StoryId(node.text("story_id")),
        TaskState.valueOf(node.text("state").toUpperCase(Locale.ROOT)),
        node.text("feedback"),
        artifacts(node.text("artifacts_json")),
        node.optionalText("claimed_by").map(ActorId::new),
        (int) node.number("rejections"),
        (int) node.number("retries"),
        node.time("created_at"),
        node.time("updated_at"),
        node.number("version"));
  }

  private static Map<String, String> artifacts(String json) {
    Map<String, String> artifacts = new LinkedHashMap<>();
    JsonObject object = JsonText.object(json);
    object.keySet().forEach(name -> artifacts.put(name, object.getString(name)));
    return artifacts;
  }

  @Override
  public Telling tell(TaskWorkflow after, WorkflowEvent event) {
    return WorkflowWire.tell(after, event);
  }
}
