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
import io.witan.workflow.domain.Authors;
import io.witan.workflow.domain.Claim;
import io.witan.workflow.domain.Sla;
import io.witan.workflow.domain.TaskState;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.domain.WorkflowEvent;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
    node.put("authors_json", CanonicalJson.of(named(workflow.authors())));
    workflow
        .claim()
        .ifPresent(
            claim -> {
              node.put("claimed_by", claim.by().value());
              node.put("claim_token", claim.token());
            });
    node.put("gate_since", Times.text(workflow.gateSince()));
    node.put("breached", workflow.breached().stream().map(Sla::wire).sorted().toList());
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
        state(node),
        node.text("feedback"),
        texts(node.text("artifacts_json")),
        node.optionalText("authors_json").map(TaskWorkflowNodes::authors).orElse(Authors.none()),
        claim(node),
        (int) node.number("rejections"),
        (int) node.number("retries"),
        node.optionalText("gate_since").map(Instant::parse).orElse(node.time("updated_at")),
        node.texts("breached").stream().map(TaskWorkflowNodes::sla).collect(Collectors.toSet()),
        node.time("created_at"),
        node.time("updated_at"),
        node.number("version"));
  }

  static TaskState state(Row node) {
    return TaskState.valueOf(node.text("state").toUpperCase(Locale.ROOT));
  }

  /** Before tokens were kept, a held task still had the version that its claim gave it. */
  private static Optional<Claim> claim(Row node) {
    return node.optionalText("claimed_by")
        .map(
            by ->
                new Claim(
                    new ActorId(by),
                    node.optionalNumber("claim_token").orElse(node.number("version"))));
  }

  private static Sla sla(String wire) {
    return Sla.valueOf(wire.toUpperCase(Locale.ROOT));
  }

  private static Map<String, String> named(Authors authors) {
    return authors.models().entrySet().stream()
        .collect(Collectors.toMap(author -> author.getKey().value(), Map.Entry::getValue));
  }

  private static Authors authors(String json) {
    return new Authors(
        texts(json).entrySet().stream()
            .collect(
                Collectors.toMap(author -> new ActorId(author.getKey()), Map.Entry::getValue)));
  }

  private static Map<String, String> texts(String json) {
    Map<String, String> texts = new LinkedHashMap<>();
    JsonObject object = JsonText.object(json);
    object.keySet().forEach(name -> texts.put(name, object.getString(name)));
    return texts;
  }

  @Override
  public Telling tell(TaskWorkflow after, WorkflowEvent event) {
    return WorkflowWire.tell(after, event);
  }
}
