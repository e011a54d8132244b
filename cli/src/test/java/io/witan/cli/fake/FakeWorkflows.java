package io.witan.cli.fake;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.witan.cli.fake.FakeWitan.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The way of tasks through their gates, with claims and fencing tokens. */
final class FakeWorkflows {
  private static final List<String> HELD = List.of("implementing", "arch_reviewing", "qa_testing");
  private static final Map<String, List<String>> GATES = gates();

  private final FakeNodes nodes;
  private final Consumer<ObjectNode> onMove;
  private boolean slowRouting;
  private boolean demandsTokens;

  FakeWorkflows(FakeNodes nodes, Consumer<ObjectNode> onMove) {
    this.nodes = nodes;
    this.onMove = onMove;
  }

  void routeSlowly() {
    slowRouting = true;
  }

  /** What is done to a task that somebody holds must carry the fencing token. */
  void demandTokens() {
    demandsTokens = true;
  }

  /** Who asks, in which role, and which version they looked at, if it matters. */
  record Caller(String user, String role, String ifMatch) {}

  void startWorkflow(ObjectNode task, String user) {
    String id = task.path("task_id").asText();
    if (nodes.has("w-" + id)) {
      return;
    }
    ObjectNode workflow =
        FakeNodes.node()
            .put("task_id", id)
            .put("story_id", task.path("story_id").asText())
            .put("rejections", 0)
            .put("retry_count", 0)
            .put("_story", task.path("story_id").asText());
    workflow.putObject("artifacts");
    workflow.putArray("history");
    stand(workflow, "todo");
    nodes.keep(workflow, "workflow", "w-" + id, user);
  }

  JsonNode get(String what, Map<String, String> query) {
    return switch (what) {
      case "queue" -> queue(query.get("role"));
      case "statistics" -> statistics(query.get("story_id"));
      default -> look(nodes.find("w-" + what));
    };
  }

  private ObjectNode look(ObjectNode workflow) {
    ObjectNode seen = workflow.deepCopy();
    if (workflow.path("state").asText().equals("dev_completed")) {
      stand(workflow, "pending_arch_review");
    }
    return seen;
  }

  private ObjectNode queue(String role) {
    List<String> states =
        role.equals("developer") ? List.of("todo", "arch_rejected", "qa_failed") : List.of();
    return FakeWitan.items(
        nodes.all("workflow").stream()
            .filter(one -> states.contains(one.path("state").asText()))
            .map(one -> one.put("rank", -1).put("priority", 2).put("waiting_since", "2026-03-01"))
            .toList());
  }

  private ObjectNode statistics(String story) {
    Map<String, Long> states =
        nodes.all("workflow").stream()
            .filter(one -> story == null || one.path("story_id").asText().equals(story))
            .collect(groupingBy(one -> one.path("state").asText(), TreeMap::new, counting()));
    ObjectNode counted =
        FakeNodes.node()
            .put("total_tasks", states.values().stream().mapToLong(Long::longValue).sum())
            .put("avg_time_in_arch_review_seconds", 90)
            .put("avg_time_in_qa_seconds", 0.5)
            .put("approval_rate", 75);
    ObjectNode byState = counted.putObject("tasks_by_state");
    states.forEach(byState::put);
    return counted;
  }

  ObjectNode act(String task, JsonNode body, Caller caller) {
    ObjectNode workflow = nodes.find("w-" + task);
    FakeNodes.onVersion(workflow, caller.ifMatch(), "the task has changed");
    String from = workflow.path("state").asText();
    String action = body.path("action").asText();
    List<String> gate = GATES.get(from + " " + action);
    if (gate == null) {
      throw new Refused(
          409, "ILLEGAL_TRANSITION", "task cannot %s while %s".formatted(action, from));
    }
    FakeNodes.needs(gate.get(0), body.path("role").asText(caller.role()), caller.user());
    FakeNodes.needs(gate.get(0), caller.role(), caller.user());
    fence(workflow, body);
    check(action, body);
    body.path("artifacts")
        .properties()
        .forEach(one -> ((ObjectNode) workflow.get("artifacts")).set(one.getKey(), one.getValue()));
    if (action.startsWith("REJECT")) {
      workflow.set("feedback", body.get("feedback"));
      workflow.put("rejections", workflow.path("rejections").asInt() + 1);
    }
    boolean waits = slowRouting && action.equals("COMMIT_CODE");
    move(workflow, action, waits ? "dev_completed" : gate.get(1), caller.user());
    onMove.accept(nodes.find(workflow.path("story_id").asText()));
    return workflow;
  }

  ObjectNode retry(String task, JsonNode body, String user, String role) {
    ObjectNode workflow = nodes.find("w-" + task);
    FakeNodes.needs("po", role, user);
    fence(workflow, body);
    workflow.put("retry_count", workflow.path("retry_count").asInt() + 1);
    move(workflow, "RETRY", "todo", user);
    return workflow;
  }

  ObjectNode heartbeat(ObjectNode workflow, JsonNode body) {
    fence(workflow, body);
    return workflow.put("claim_until", "2026-03-01T10:30:00Z");
  }

  private static void check(String action, JsonNode body) {
    if (action.equals("COMMIT_CODE")
        && !body.path("artifacts").path("commit_sha").asText().matches("[0-9a-f]{7,64}")) {
      throw new Refused(400, "INVALID_ARGUMENT", "artifacts.commit_sha is missing");
    }
    if (action.startsWith("REJECT") && body.path("feedback").asText().length() < 10) {
      throw new Refused(400, "INVALID_ARGUMENT", "feedback is too short");
    }
  }

  private void move(ObjectNode workflow, String action, String to, String user) {
    ((ArrayNode) workflow.get("history"))
        .addObject()
        .put("from_state", workflow.path("state").asText())
        .put("to_state", to)
        .put("action", action)
        .put("actor", user)
        .put("at", nodes.tick())
        .set("feedback", workflow.get("feedback"));
    stand(workflow, to);
    if (HELD.contains(to)) {
      workflow
          .put("claimed_by", user)
          .put("claim_until", "2026-03-01T10:15:00Z")
          .put("fencing_token", workflow.path("version").asLong() + 1);
    }
    nodes.recorded(workflow, "workflow." + action, user, FakeNodes.node());
  }

  /** Nobody holds it there yet; the server says who is waited for and what can be done. */
  private static void stand(ObjectNode workflow, String state) {
    workflow.remove(List.of("claimed_by", "fencing_token", "claim_until", "role_in_charge"));
    workflow.put("state", state);
    ArrayNode legal = workflow.putArray("legal_actions");
    GATES.forEach(
        (from, way) -> {
          if (from.startsWith(state + " ")) {
            legal
                .addObject()
                .put("action", from.substring(state.length() + 1))
                .put("role", way.get(0));
            workflow.put("role_in_charge", workflow.path("role_in_charge").asText(way.get(0)));
          }
        });
  }

  private void fence(ObjectNode workflow, JsonNode body) {
    long current = workflow.path("fencing_token").asLong(-1);
    if (body.has("fencing_token") && body.path("fencing_token").asLong() != current) {
      throw new Refused(412, "STALE_VERSION", "that claim is not the current one");
    }
    if (demandsTokens && current >= 0 && !body.has("fencing_token")) {
      throw new Refused(412, "STALE_VERSION", "which claim is this?");
    }
  }

  private static Map<String, List<String>> gates() {
    Map<String, List<String>> gates = new LinkedHashMap<>();
    gates.put("todo CLAIM_TASK", List.of("developer", "implementing"));
    gates.put("implementing COMMIT_CODE", List.of("developer", "pending_arch_review"));
    gates.put("pending_arch_review CLAIM_REVIEW", List.of("architect", "arch_reviewing"));
    gates.put("arch_reviewing APPROVE_DESIGN", List.of("architect", "pending_qa"));
    gates.put("arch_reviewing REJECT_DESIGN", List.of("architect", "arch_rejected"));
    gates.put("arch_rejected REVISE_CODE", List.of("developer", "implementing"));
    gates.put("pending_qa CLAIM_TESTING", List.of("qa", "qa_testing"));
    gates.put("qa_testing APPROVE_TESTS", List.of("qa", "pending_po_approval"));
    gates.put("qa_testing REJECT_TESTS", List.of("qa", "qa_failed"));
    gates.put("qa_failed REVISE_CODE", List.of("developer", "implementing"));
    gates.put("pending_po_approval APPROVE_STORY", List.of("po", "done"));
    gates.put("pending_po_approval REJECT_STORY", List.of("po", "cancelled"));
    for (String open : List.copyOf(gates.keySet())) {
      String state = open.substring(0, open.indexOf(' '));
      gates.put(state + " DISCARD_TASK", List.of("po", "cancelled"));
    }
    return gates;
  }
}
