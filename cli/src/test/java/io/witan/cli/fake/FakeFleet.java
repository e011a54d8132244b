package io.witan.cli.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.witan.cli.fake.FakeWitan.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The state behind {@link FakeWitan}: stories, plans, tasks, workflows, deliberations and their
 * audit entries.
 */
public final class FakeFleet {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
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
  private static final Map<String, List<String>> GATES = gates();

  private final Map<String, ObjectNode> nodes = new LinkedHashMap<>();
  private final List<ObjectNode> trail = new ArrayList<>();
  private final List<ObjectNode> parked = new ArrayList<>();
  private Instant clock = Instant.parse("2026-01-01T00:00:00Z");
  private int ids;
  private int score = 100;
  private OptionalInt councilScore = OptionalInt.empty();
  private String runner = "rehearsal";
  private String model = "";
  private String workText =
      "{\"title\":\"Do it\",\"summary\":\"Change the thing\",\"work_note\":\"Mind the edge\"}";
  private boolean brokenChain;
  private int failingDeliberations;
  private int silentLooks;
  private String waitReason = "";
  private boolean slowRouting;

  public void score(int points) {
    score = points;
  }

  /** A council's word counts at the gate, and it will find so many points. */
  public void judgedByCouncil(int points) {
    councilScore = OptionalInt.of(points);
  }

  public void model(String name) {
    runner = "openai";
    model = name;
  }

  public void workText(String text) {
    workText = text;
  }

  public void breakChains() {
    brokenChain = true;
  }

  public void failDeliberations(int next) {
    failingDeliberations = next;
  }

  public void park(String message, String reason) {
    parked.add(
        JSON.objectNode()
            .put("message_id", message)
            .put("kind", "Story")
            .put("sequence", 3)
            .put("payload_bytes", 2_000_000)
            .put("parked_at", clock.toString())
            .put("reason", reason));
  }

  /** The next looks at a deliberation find nothing new. */
  public void staySilent(int looks) {
    silentLooks = looks;
  }

  /** The next looks at a deliberation find that its model cannot be reached. */
  public void waitForModel(int looks, String reason) {
    silentLooks = looks;
    waitReason = reason;
  }

  /** A commit gets to the architect only after somebody has looked. */
  public void routeSlowly() {
    slowRouting = true;
  }

  /** The reasons that transitions were made with. */
  public List<String> reasons() {
    return trail.stream()
        .map(entry -> entry.path("body").path("facts").path("reason").asText())
        .toList();
  }

  /** All things of a kind. */
  public List<ObjectNode> all(String kind) {
    return nodes.values().stream()
        .filter(node -> node.path("_kind").asText().equals(kind))
        .toList();
  }

  JsonNode about() {
    return JSON.objectNode()
        .put("name", "Witan")
        .put("version", "0.1.0")
        .put("runner", runner)
        .put("model", model);
  }

  JsonNode get(String path, Map<String, String> query, String user, String role) {
    String[] part = path.substring(1).split("/", -1);
    return switch (part[0]) {
      case "users" -> {
        ObjectNode me = JSON.objectNode().put("username", user);
        me.putArray("roles").add(role);
        yield me;
      }
      case "audit" ->
          switch (part[1]) {
            case "heads" -> headsVerification(query.getOrDefault("after", "0"));
            case "verify" -> trailVerification(query);
            case "export" -> JSON.objectNode().put("kind", query.getOrDefault("kind", "any"));
            default ->
                FakeWitan.items(
                    trail.stream()
                        .filter(entry -> entry.path("id").asText().equals(part[2]))
                        .toList());
          };
      case "stories" ->
          switch (part.length) {
            case 4 -> verification(part[1]);
            case 3 -> ofStory(part[1], part[2]);
            default -> plain("story", part, query);
          };
      case "projects" -> plain("project", part, query);
      case "epics" -> plain("epic", part, query);
      case "plans" -> plain("plan", part, query);
      case "decisions" -> plain("decision", part, query);
      case "tasks" -> plain("task", part, query);
      case "workflows" ->
          part.length == 2 && part[1].equals("queue")
              ? queue(query.get("role"))
              : plain("workflow", part, query);
      case "deliberations" -> advance(find(part[1]));
      case "parked-events" -> {
        needs("admin", role, user);
        yield FakeWitan.items(parked);
      }
      default -> throw new Refused(404, "NOT_FOUND", "no route " + path);
    };
  }

  JsonNode post(String path, JsonNode body, String user, String role, String ifMatch) {
    String[] part = path.substring(1).split("/", -1);
    String last = part[part.length - 1];
    return switch (last) {
      case "projects" -> create("project", "project_id", "PROJ-", body, user, role);
      case "epics" -> create("epic", "epic_id", "E-", body, user, role);
      case "decisions" ->
          create("decision", "decision_id", "DEC-", body, user, role).put("status", "PROPOSED");
      case "stories" -> createStory(body, user, role);
      case "transitions" -> transition(find(part[1]), body, user, role, ifMatch);
      case "plan-deliberation" -> deliberate("PLAN", "story", part[1], user);
      case "deliberation" -> deliberate("IMPLEMENT", "task", part[1], user);
      case "approval" ->
          part[0].equals("plans")
              ? approve(find(part[1]), body, user)
              : recorded(
                  find(part[1]).put("status", "APPROVED"),
                  "decision.approved",
                  user,
                  JSON.objectNode());
      case "rejection" -> {
        ObjectNode thing = find(part[1]).put("status", "REJECTED");
        thing.set("decision_note", body.path("reason"));
        ObjectNode said = recorded(thing, "plan.rejected", user, JSON.objectNode()).deepCopy();
        yield said.put("next_deliberation_id", "D-again");
      }
      case "judgement" -> {
        ObjectNode unused = deliberate("READINESS", "story", part[1], user);
        yield readiness(part[1]);
      }
      case "retry" -> {
        needs("admin", role, user);
        parked.removeIf(event -> event.path("message_id").equals(body.path("message_id")));
        yield body;
      }
      case "actions" -> act(find("w-" + part[1]), body, user, role);
      case "heartbeat" -> heartbeat(find("w-" + part[1]), body);
      default -> throw new Refused(404, "NOT_FOUND", "no route " + path);
    };
  }

  /** Archives a thing, as a deletion does. */
  JsonNode delete(String path, String user, String role, String ifMatch) {
    needs("po", role, user);
    ObjectNode thing = find(path.substring(path.lastIndexOf('/') + 1));
    if (ifMatch != null && !ifMatch.equals("\"" + thing.path("version").asLong() + "\"")) {
      throw new Refused(412, "STALE_VERSION", "it has changed");
    }
    if (thing.path("archived").asBoolean()) {
      throw new Refused(422, "GUARD_FAILED", "it is archived: it takes no change");
    }
    thing.put("archived", true);
    return recorded(thing, thing.path("_kind").asText() + ".archived", user, JSON.objectNode());
  }

  private ObjectNode plain(String kind, String[] part, Map<String, String> query) {
    if (part.length == 2) {
      return kind.equals("workflow") ? look(find("w-" + part[1])) : find(part[1]);
    }
    Predicate<ObjectNode> asked =
        node ->
            query.entrySet().stream()
                .filter(
                    entry ->
                        !List.of("limit", "after", "archived", "sort", "total")
                            .contains(entry.getKey()))
                .allMatch(entry -> node.path(entry.getKey()).asText().equals(entry.getValue()));
    boolean shown = query.getOrDefault("archived", "false").equals("true");
    return FakeWitan.items(
        all(kind).stream()
            .filter(asked)
            .filter(node -> shown || !node.path("archived").asBoolean())
            .toList());
  }

  private ObjectNode queue(String role) {
    List<String> states =
        role.equals("developer") ? List.of("todo", "arch_rejected", "qa_failed") : List.of();
    return FakeWitan.items(
        all("workflow").stream()
            .filter(one -> states.contains(one.path("state").asText()))
            .map(one -> one.put("rank", -1).put("priority", 2).put("waiting_since", "2026-03-01"))
            .toList());
  }

  private ObjectNode look(ObjectNode workflow) {
    ObjectNode seen = workflow.deepCopy();
    if (workflow.path("state").asText().equals("dev_completed")) {
      workflow.put("state", "pending_arch_review");
    }
    return seen;
  }

  private JsonNode ofStory(String story, String what) {
    return switch (what) {
      case "readiness" -> readiness(story);
      case "plans" ->
          FakeWitan.items(
              all("plan").stream()
                  .filter(plan -> plan.path("story_id").asText().equals(story))
                  .toList());
      case "decisions" ->
          FakeWitan.items(
              all("decision").stream()
                  .filter(one -> one.path("story_id").asText().equals(story))
                  .toList());
      case "audit", "timeline" ->
          FakeWitan.items(
              trail.stream().filter(entry -> entry.path("_story").asText().equals(story)).toList());
      default -> throw new Refused(404, "NOT_FOUND", "no route " + what);
    };
  }

  private ObjectNode readiness(String story) {
    ObjectNode readiness = JSON.objectNode().put("score", score).put("ready", score >= 80);
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
    all("deliberation").stream()
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
        JSON.objectNode()
            .put("deliberation_id", asked.path("deliberation_id").asText())
            .put("status", ended ? "JUDGED" : "REQUESTED")
            .put("out_of_date", false)
            .put("what_to_do", "Wait");
    return ended ? judgement.put("score", councilScore.orElse(95)) : judgement;
  }

  private ObjectNode gate(ObjectNode readiness) {
    JsonNode judge = councilScore.isPresent() ? readiness.path("judgement") : readiness;
    ObjectNode gate =
        JSON.objectNode().put("judge", councilScore.isPresent() ? "council" : "rules");
    boolean open = judge.path("score").asInt(0) >= 80;
    gate.put("open", open);
    if (judge.has("score")) {
      gate.put("score", judge.path("score").asInt());
    }
    return open ? gate : gate.put("reason", "the council is not convinced");
  }

  private ObjectNode create(
      String kind, String idName, String prefix, JsonNode body, String user, String role) {
    needs("po", role, user);
    ObjectNode node = JSON.objectNode();
    node.put(idName, prefix + ++ids);
    body.properties().forEach(field -> node.set(field.getKey(), field.getValue()));
    return keep(node, kind, node.get(idName).asText(), user);
  }

  private ObjectNode createStory(JsonNode body, String user, String role) {
    needs("po", role, user);
    find(body.path("epic_id").asText());
    ObjectNode story =
        JSON.objectNode()
            .put("story_id", "s-" + ++ids)
            .put("state", "DRAFT")
            .put("dor_score", score);
    body.properties().forEach(field -> story.set(field.getKey(), field.getValue()));
    story
        .put("created_by", user)
        .put("archived", false)
        .put("_story", story.get("story_id").asText());
    return keep(story, "story", story.get("story_id").asText(), user);
  }

  private ObjectNode transition(
      ObjectNode story, JsonNode body, String user, String role, String ifMatch) {
    needs("po", role, user);
    if (ifMatch != null && !ifMatch.equals("\"" + story.path("version").asLong() + "\"")) {
      throw new Refused(412, "STALE_VERSION", "the story has changed");
    }
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
    if (to.equals("READY_FOR_EXECUTION")) {
      all("task").forEach(task -> startWorkflow(task, user));
    }
    return story;
  }

  private void move(ObjectNode story, String to, String user, String reason) {
    String from = story.path("state").asText();
    story.put("state", to);
    recorded(
        story,
        "story.transitioned",
        user,
        JSON.objectNode().put("from_state", from).put("to_state", to).put("reason", reason));
  }

  private ObjectNode deliberate(String purpose, String kind, String id, String user) {
    ObjectNode subject = find(id);
    for (ObjectNode open : all("deliberation")) {
      boolean same = open.path("subject").path("id").asText().equals(id);
      if (same && open.path("status").asText().equals("RUNNING")) {
        return open;
      }
    }
    ObjectNode deliberation =
        JSON.objectNode().put("deliberation_id", "d-" + ++ids).put("purpose", purpose);
    deliberation.putObject("subject").put("kind", kind).put("id", id);
    deliberation.put("runner", runner).put("model", model).put("status", "RUNNING");
    ArrayNode agents = deliberation.putArray("agents");
    List.of("agent-1", "agent-2")
        .forEach(agent -> agents.addObject().put("agent_id", agent).put("role", "developer"));
    deliberation.putArray("turns");
    deliberation.putArray("ranking");
    deliberation.put("created_at", tick()).put("_story", subject.path("_story").asText());
    return keep(deliberation, "deliberation", deliberation.get("deliberation_id").asText(), user);
  }

  /** Each look finds one turn more; the fourth finds it ended. */
  private ObjectNode advance(ObjectNode deliberation) {
    if (!deliberation.path("status").asText().equals("RUNNING")) {
      return deliberation;
    }
    if (silentLooks > 0) {
      silentLooks--;
      if (!waitReason.isEmpty()) {
        deliberation.putObject("waiting").put("reason", waitReason).put("since", clock.toString());
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
    if (failingDeliberations > 0) {
      failingDeliberations--;
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
    recorded(deliberation, "deliberation.completed", "witan", JSON.objectNode());
    if (plan) {
      propose(deliberation);
    }
    return deliberation;
  }

  private void propose(ObjectNode deliberation) {
    String story = deliberation.path("subject").path("id").asText();
    ObjectNode plan = JSON.objectNode().put("plan_id", "PL-" + ++ids).put("story_id", story);
    plan.put("deliberation_id", deliberation.path("deliberation_id").asText())
        .put("title", "The plan");
    plan.put("status", "PROPOSED")
        .put("content_digest", "cd")
        .put("created_at", tick())
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
    keep(plan, "plan", plan.get("plan_id").asText(), "witan");
  }

  private ObjectNode approve(ObjectNode plan, JsonNode body, String user) {
    if (!body.path("content_digest").asText().equals("cd")) {
      throw new Refused(412, "STALE_VERSION", "this is not the plan that was shown");
    }
    plan.put("status", "APPROVED");
    String story = plan.path("story_id").asText();
    find(story).put("plan_id", plan.path("plan_id").asText());
    String first = "T-" + ++ids;
    String second = "T-" + ++ids;
    addTask(second, story, "Second", List.of(first), user);
    addTask(first, story, "First", List.of(), user);
    return recorded(plan, "plan.approved", user, JSON.objectNode());
  }

  private void addTask(String id, String story, String title, List<String> after, String user) {
    ObjectNode task =
        JSON.objectNode().put("task_id", id).put("story_id", story).put("title", title);
    task.put("status", "todo").put("priority", 1).put("_story", story);
    ArrayNode dependsOn = task.putArray("depends_on");
    after.forEach(dependsOn::add);
    keep(task, "task", id, user);
  }

  private void startWorkflow(ObjectNode task, String user) {
    String id = task.path("task_id").asText();
    if (nodes.containsKey("w-" + id)) {
      return;
    }
    ObjectNode workflow =
        JSON.objectNode().put("task_id", id).put("story_id", task.path("story_id").asText());
    workflow.put("state", "todo").put("_story", task.path("story_id").asText());
    workflow.putObject("artifacts");
    workflow.putArray("history");
    keep(workflow, "workflow", "w-" + id, user);
  }

  private ObjectNode act(ObjectNode workflow, JsonNode body, String user, String role) {
    String from = workflow.path("state").asText();
    String action = body.path("action").asText();
    List<String> gate = GATES.get(from + " " + action);
    if (gate == null) {
      throw new Refused(
          409, "ILLEGAL_TRANSITION", "task cannot %s while %s".formatted(action, from));
    }
    needs(gate.get(0), role, user);
    fence(workflow, body);
    if (action.equals("COMMIT_CODE")
        && !body.path("artifacts").path("commit_sha").asText().matches("[0-9a-f]{7,64}")) {
      throw new Refused(400, "INVALID_ARGUMENT", "artifacts.commit_sha is missing");
    }
    if (action.startsWith("REJECT") && body.path("feedback").asText().length() < 10) {
      throw new Refused(400, "INVALID_ARGUMENT", "feedback is too short");
    }
    body.path("artifacts")
        .properties()
        .forEach(one -> ((ObjectNode) workflow.get("artifacts")).set(one.getKey(), one.getValue()));
    workflow.put("state", gate.get(1));
    if (slowRouting && action.equals("COMMIT_CODE")) {
      workflow.put("state", "dev_completed");
    }
    ObjectNode passage = ((ArrayNode) workflow.get("history")).addObject();
    passage
        .put("from_state", from)
        .put("to_state", gate.get(1))
        .put("action", action)
        .put("actor", user)
        .put("at", tick());
    recorded(workflow, "workflow." + action, user, JSON.objectNode());
    claim(workflow, user);
    follow(find(workflow.path("story_id").asText()));
    return workflow;
  }

  private static void claim(ObjectNode workflow, String user) {
    workflow.remove(List.of("claimed_by", "fencing_token", "claim_until"));
    if (List.of("implementing", "arch_reviewing", "qa_testing")
        .contains(workflow.path("state").asText())) {
      workflow.put("claimed_by", user).put("claim_until", "2026-03-01T10:15:00Z");
      workflow.set("fencing_token", workflow.get("version"));
    }
  }

  private static void fence(ObjectNode workflow, JsonNode body) {
    if (body.has("fencing_token")
        && body.path("fencing_token").asLong() != workflow.path("fencing_token").asLong(-1)) {
      throw new Refused(412, "STALE_VERSION", "that claim is not the current one");
    }
  }

  private static ObjectNode heartbeat(ObjectNode workflow, JsonNode body) {
    fence(workflow, body);
    return workflow.put("claim_until", "2026-03-01T10:30:00Z");
  }

  private void follow(ObjectNode story) {
    List<String> states =
        all("workflow").stream()
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

  private JsonNode verification(String story) {
    Map<String, ObjectNode> chains = new LinkedHashMap<>();
    trail.stream()
        .filter(entry -> entry.path("_story").asText().equals(story))
        .forEach(
            entry ->
                chains.put(
                    entry.path("kind").asText() + entry.path("id").asText(), verdict(entry)));
    ObjectNode verdict = JSON.objectNode().put("holds", !brokenChain);
    verdict.putArray("chains").addAll(chains.values());
    return verdict;
  }

  private ObjectNode verdict(JsonNode last) {
    ObjectNode verdict =
        JSON.objectNode()
            .put("kind", last.path("kind").asText())
            .put("id", last.path("id").asText())
            .put("entries", last.path("sequence").asLong())
            .put("signed", 1)
            .put("holds", !brokenChain);
    if (brokenChain) {
      verdict.putObject("broken").put("sequence", 1).put("reason", "the hash does not fit");
    }
    return verdict;
  }

  /** Two pages of signed heads; a broken chain is found on the second. */
  private JsonNode headsVerification(String after) {
    ObjectNode verdict =
        JSON.objectNode().put("batches", 100).put("heads", 700).put("entries", 900);
    if (after.equals("0")) {
      return verdict.put("holds", true).put("next", "100");
    }
    if (brokenChain) {
      verdict
          .putObject("broken")
          .put("batch", 117)
          .put("kind", "story")
          .put("id", "s-1")
          .put("sequence", 3)
          .put("reason", "it is gone");
    }
    return verdict.put("holds", !brokenChain);
  }

  /** Of one chain, if one is named; else the batches before it, too. */
  private JsonNode trailVerification(Map<String, String> query) {
    boolean isOne = query.containsKey("id");
    ObjectNode verdict =
        JSON.objectNode()
            .put("batches", isOne ? 0 : 200)
            .put("heads", isOne ? 0 : 1400)
            .put("chains", isOne ? 1 : 45)
            .put("entries", isOne ? 7 : 1800)
            .put("holds", !brokenChain);
    if (brokenChain && isOne) {
      verdict
          .putObject("broken")
          .put("kind", query.get("kind"))
          .put("id", query.get("id"))
          .put("sequence", 3)
          .put("reason", "the aggregate's title is \"x\", but entry 3 says \"y\"");
    } else if (brokenChain) {
      verdict.putObject("broken").put("batch", 117).put("reason", "it is missing");
    }
    return verdict;
  }

  private ObjectNode keep(ObjectNode node, String kind, String id, String user) {
    node.put("_kind", kind).put("_key", id);
    nodes.put(id, node);
    return recorded(node, kind + ".created", user, JSON.objectNode());
  }

  private ObjectNode recorded(ObjectNode node, String action, String user, ObjectNode facts) {
    long version = node.path("version").asLong() + 1;
    node.put("version", version);
    String kind = node.path("_kind").asText();
    String id = node.path("_key").asText();
    ObjectNode entry =
        JSON.objectNode()
            .put("kind", kind)
            .put("id", id.replaceFirst("^w-", ""))
            .put("sequence", version);
    entry
        .put("at", tick())
        .put("actor", user)
        .put("action", action)
        .put("hash", "abcdef0123456789")
        .put("summary", action);
    entry.put("_story", node.path("_story").asText()).putObject("body").set("facts", facts);
    trail.add(entry);
    return node;
  }

  private ObjectNode find(String id) {
    ObjectNode node = nodes.get(id);
    if (node == null) {
      throw new Refused(404, "NOT_FOUND", "there is no " + id);
    }
    return node;
  }

  private static void needs(String needed, String role, String user) {
    if (!needed.equals(role)) {
      throw new Refused(403, "FORBIDDEN", "%s may not: needs the role %s".formatted(user, needed));
    }
  }

  private String tick() {
    clock = clock.plusMillis(10);
    return clock.toString();
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
    return gates;
  }
}
