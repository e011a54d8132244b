package io.witan.cli.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.witan.cli.fake.FakeWitan.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What is behind {@link FakeWitan}: the routes, and who answers each of them. */
public final class FakeFleet {
  private static final List<String> NO_FIELDS =
      List.of("limit", "after", "archived", "sort", "total");

  private final FakeNodes nodes = new FakeNodes();
  private final FakeStories stories = new FakeStories(nodes);
  private final FakePlans plans = new FakePlans(nodes);
  private final FakeDeliberations deliberations = new FakeDeliberations(nodes, plans::propose);
  private final FakeWorkflows workflows = new FakeWorkflows(nodes, stories::follow);
  private final FakeAudit audit = new FakeAudit(nodes);
  private final List<ObjectNode> parked = new ArrayList<>();

  public void score(int points) {
    stories.score(points);
  }

  /** A council's word counts at the gate, and it will find so many points. */
  public void judgedByCouncil(int points) {
    stories.judgedByCouncil(points);
  }

  public void model(String name) {
    deliberations.model(name);
  }

  public void workText(String text) {
    deliberations.workText(text);
  }

  public void breakChains() {
    audit.breakChains();
  }

  public void failDeliberations(int next) {
    deliberations.fail(next);
  }

  boolean nextDeliberationFails() {
    return deliberations.nextFails();
  }

  public void park(String message, String reason) {
    parked.add(
        FakeNodes.node()
            .put("message_id", message)
            .put("kind", "Story")
            .put("sequence", 3)
            .put("payload_bytes", 2_000_000)
            .put("parked_at", nodes.now().toString())
            .put("reason", reason));
  }

  /** The next looks at a deliberation find nothing new. */
  public void staySilent(int looks) {
    deliberations.staySilent(looks, "");
  }

  /** The next looks at a deliberation find that its model cannot be reached. */
  public void waitForModel(int looks, String reason) {
    deliberations.staySilent(looks, reason);
  }

  /** A commit gets to the architect only after somebody has looked. */
  public void routeSlowly() {
    workflows.routeSlowly();
  }

  /** What is done to a task that somebody holds must carry the fencing token. */
  public void demandTokens() {
    workflows.demandTokens();
  }

  /** A task of a story of its own that waits for a developer. */
  public void withTask(String id) {
    withPlannedTask(id);
    workflows.startWorkflow(nodes.find(id), "witan");
  }

  /**
   * A deliberation about a task that has ended.
   *
   * @param winner puts more into the first place of its ranking
   * @return its id
   */
  public String withDeliberation(String task, Consumer<ObjectNode> winner) {
    ObjectNode deliberation = deliberations.deliberate("IMPLEMENT", "task", task, "paula");
    while (deliberation.path("status").asText().equals("RUNNING")) {
      deliberation = deliberations.advance(deliberation);
    }
    winner.accept((ObjectNode) deliberation.path("ranking").get(0));
    return deliberation.path("deliberation_id").asText();
  }

  /** A task of a story of its own that has not begun. */
  public void withPlannedTask(String id) {
    String story = nodes.next("s-");
    nodes.keep(
        FakeNodes.node().put("story_id", story).put("state", "DRAFT").put("_story", story),
        "story",
        story,
        "paula");
    plans.addTask(id, story, "Refuse expired cards", List.of(), "paula");
  }

  /** The reasons that transitions were made with. */
  public List<String> reasons() {
    return nodes.trail().stream()
        .map(entry -> entry.path("body").path("facts").path("reason").asText())
        .toList();
  }

  /** All things of a kind. */
  public List<ObjectNode> all(String kind) {
    return nodes.all(kind);
  }

  JsonNode about() {
    return FakeNodes.node()
        .put("name", "Witan")
        .put("version", "0.1.0")
        .put("runner", deliberations.runner())
        .put("model", deliberations.model());
  }

  JsonNode get(String path, Map<String, String> query, String user, String role) {
    String[] part = path.substring(1).split("/", -1);
    return switch (part[0]) {
      case "users" -> {
        ObjectNode me = FakeNodes.node().put("username", user);
        me.putArray("roles").add(role);
        yield me;
      }
      case "audit" -> audit.get(part, query);
      case "stories" ->
          switch (part.length) {
            case 4 -> audit.verification(part[1]);
            case 3 -> ofStory(part[1], part[2]);
            default -> plain("story", part, query);
          };
      case "projects" -> plain("project", part, query);
      case "epics" -> plain("epic", part, query);
      case "plans" -> plain("plan", part, query);
      case "decisions" -> plain("decision", part, query);
      case "tasks" -> plain("task", part, query);
      case "workflows" ->
          part.length == 1 ? plain("workflow", part, query) : workflows.get(part[1], query);
      case "deliberations" -> deliberations.advance(nodes.find(part[1]));
      case "calibration" -> FakeCalibration.get(part, query);
      case "runner" -> {
        FakeNodes.needs("admin", role, user);
        yield FakeRunner.state();
      }
      case "parked-events" -> {
        FakeNodes.needs("admin", role, user);
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
      case "stories" -> stories.createStory(body, user, role);
      case "transitions" -> transition(nodes.find(part[1]), body, user, role, ifMatch);
      case "plan-deliberation" -> deliberations.deliberate("PLAN", "story", part[1], user, body);
      case "deliberation" -> deliberations.deliberate("IMPLEMENT", "task", part[1], user, body);
      case "approval" ->
          part[0].equals("plans")
              ? plans.approve(nodes.find(part[1]), body, user)
              : nodes.recorded(
                  nodes.find(part[1]).put("status", "APPROVED"),
                  "decision.approved",
                  user,
                  FakeNodes.node());
      case "rejection" -> {
        ObjectNode thing = nodes.find(part[1]).put("status", "REJECTED");
        thing.set("decision_note", body.path("reason"));
        ObjectNode said = nodes.recorded(thing, "plan.rejected", user, FakeNodes.node()).deepCopy();
        yield said.put("next_deliberation_id", "D-again");
      }
      case "judgement" -> {
        ObjectNode unused = deliberations.deliberate("READINESS", "story", part[1], user);
        yield stories.readiness(part[1]);
      }
      case "retry" -> {
        if (part[0].equals("workflows")) {
          yield workflows.retry(part[1], body, user, role);
        }
        FakeNodes.needs("admin", role, user);
        parked.removeIf(event -> event.path("message_id").equals(body.path("message_id")));
        yield body;
      }
      case "actions" -> workflows.act(part[1], body, new FakeWorkflows.Caller(user, role, ifMatch));
      case "heartbeat" -> workflows.heartbeat(nodes.find("w-" + part[1]), body);
      default -> throw new Refused(404, "NOT_FOUND", "no route " + path);
    };
  }

  /** Archives a thing, as a deletion does. */
  JsonNode delete(String path, String user, String role, String ifMatch) {
    FakeNodes.needs("po", role, user);
    ObjectNode thing = nodes.find(path.substring(path.lastIndexOf('/') + 1));
    FakeNodes.onVersion(thing, ifMatch, "it has changed");
    if (thing.path("archived").asBoolean()) {
      throw new Refused(422, "GUARD_FAILED", "it is archived: it takes no change");
    }
    thing.put("archived", true);
    return nodes.recorded(
        thing, thing.path("_kind").asText() + ".archived", user, FakeNodes.node());
  }

  private ObjectNode transition(
      ObjectNode story, JsonNode body, String user, String role, String ifMatch) {
    ObjectNode moved = stories.transition(story, body, user, role, ifMatch);
    if (moved.path("state").asText().equals("READY_FOR_EXECUTION")) {
      nodes.all("task").forEach(task -> workflows.startWorkflow(task, user));
    }
    return moved;
  }

  private ObjectNode plain(String kind, String[] part, Map<String, String> query) {
    if (part.length == 2) {
      return nodes.find(part[1]);
    }
    Predicate<ObjectNode> asked =
        node ->
            query.entrySet().stream()
                .filter(entry -> !NO_FIELDS.contains(entry.getKey()))
                .allMatch(entry -> node.path(entry.getKey()).asText().equals(entry.getValue()));
    boolean shown = query.getOrDefault("archived", "false").equals("true");
    return FakeWitan.items(
        nodes.all(kind).stream()
            .filter(asked)
            .filter(node -> shown || !node.path("archived").asBoolean())
            .toList());
  }

  private JsonNode ofStory(String story, String what) {
    return switch (what) {
      case "readiness" -> stories.readiness(story);
      case "plans" -> belonging("plan", story);
      case "decisions" -> belonging("decision", story);
      case "audit", "timeline" -> audit.ofStory(story);
      default -> throw new Refused(404, "NOT_FOUND", "no route " + what);
    };
  }

  private ObjectNode belonging(String kind, String story) {
    return FakeWitan.items(
        nodes.all(kind).stream()
            .filter(one -> one.path("story_id").asText().equals(story))
            .toList());
  }

  private ObjectNode create(
      String kind, String idName, String prefix, JsonNode body, String user, String role) {
    FakeNodes.needs("po", role, user);
    ObjectNode node = FakeNodes.node();
    node.put(idName, nodes.next(prefix));
    body.properties().forEach(field -> node.set(field.getKey(), field.getValue()));
    return nodes.keep(node, kind, node.get(idName).asText(), user);
  }
}
