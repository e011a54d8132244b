package io.witan.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The REST API, one method per route that the command line uses, on behalf of one {@link Identity}.
 * Every write carries an idempotency key: a random one per call, or, for things that must exist
 * once, a key that the caller derives from what it creates.
 */
public final class WitanApi {
  private static final String ROOT = "/api/v1";
  private static final Duration LONG_CHECK = Duration.ofMinutes(5);
  private static final Duration WHOLE_TRAIL = Duration.ofHours(1);

  private final Transport transport;
  private final Identity identity;

  public WitanApi(Transport transport, Identity identity) {
    this.transport = transport;
    this.identity = identity;
  }

  /** The same server, as somebody else. */
  public WitanApi as(Identity other) {
    return new WitanApi(transport, other);
  }

  public Transport transport() {
    return transport;
  }

  public About about() {
    return get("/about", About.class);
  }

  /** The answer of any route, as it is. */
  public JsonNode raw(String path) {
    return transport.send(Call.get(ROOT + path), identity);
  }

  // Identity

  public Token login(String username, String password) {
    Map<String, String> body = Map.of("username", username, "password", password);
    Call call = Call.post(ROOT + "/tokens", body, UUID.randomUUID().toString());
    return Json.read(transport.send(call, Identity.NOBODY), Token.class);
  }

  public User me() {
    return get("/users/me", User.class);
  }

  public User createUser(String username, String password, String role) {
    return post(
        "/users",
        Map.of("username", username, "password", password, "roles", List.of(role)),
        random(),
        User.class);
  }

  // Planning

  public List<Project> projects() {
    return list("/projects", Project.class);
  }

  public Project createProject(String name, String description) {
    return post(
        "/projects", Map.of("name", name, "description", description), random(), Project.class);
  }

  public List<Epic> epics(String projectId) {
    return list("/epics?project_id=" + encode(projectId), Epic.class);
  }

  public Epic createEpic(String projectId, String title, String description) {
    Map<String, String> body =
        Map.of("project_id", projectId, "title", title, "description", description);
    return post("/epics", body, random(), Epic.class);
  }

  /** The story that was made from the text with this digest. */
  public Optional<Story> storyFrom(String sourceDigest) {
    return list("/stories?source_digest=" + encode(sourceDigest), Story.class).stream()
        .filter(story -> sourceDigest.equals(story.sourceDigest()))
        .findFirst();
  }

  public Story story(String storyId) {
    return get("/stories/" + encode(storyId), Story.class);
  }

  public Story createStory(Map<String, Object> body, String key) {
    return post("/stories", body, key, Story.class);
  }

  public Readiness readiness(String storyId) {
    return get("/stories/" + encode(storyId) + "/readiness", Readiness.class);
  }

  /** Has a council judge how ready a story is. */
  public Readiness judge(String storyId) {
    return post(
        "/stories/" + encode(storyId) + "/readiness/judgement",
        Map.of(),
        random(),
        Readiness.class);
  }

  /** Moves the story that the caller looked at, and no later version of it. */
  public Story transition(Story story, StoryState target, Optional<String> overrideReason) {
    Map<String, Object> body =
        overrideReason.isPresent()
            ? Map.of("target_state", target, "override_reason", overrideReason.get())
            : Map.of("target_state", target);
    Call call =
        Call.post(ROOT + "/stories/" + encode(story.storyId()) + "/transitions", body, random());
    return Json.read(transport.send(call.onVersion(story.version()), identity), Story.class);
  }

  public Deliberation deliberatePlan(String storyId) {
    return post(
        "/stories/" + encode(storyId) + "/plan-deliberation",
        Map.of(),
        random(),
        Deliberation.class);
  }

  public List<Plan> plans(String storyId) {
    return list("/stories/" + encode(storyId) + "/plans", Plan.class);
  }

  public Plan plan(String planId) {
    return get("/plans/" + encode(planId), Plan.class);
  }

  /** Approves exactly the content that the caller was shown. */
  public Plan approvePlan(Plan plan, String note) {
    Map<String, Object> body =
        plan.contentDigest() == null
            ? Map.of("note", note)
            : Map.of("note", note, "content_digest", plan.contentDigest());
    return post("/plans/" + encode(plan.planId()) + "/approval", body, random(), Plan.class);
  }

  public Plan rejectPlan(String planId, String reason) {
    return post(
        "/plans/" + encode(planId) + "/rejection", Map.of("reason", reason), random(), Plan.class);
  }

  public List<Task> tasks(String storyId) {
    return list("/tasks?story_id=" + encode(storyId), Task.class);
  }

  /** Has the tasks of an approved plan derived. */
  public Derivation derive(String planId) {
    return post("/plans/" + encode(planId) + "/derivation", Map.of(), random(), Derivation.class);
  }

  /** How a plan came to its tasks, or why it has none. */
  public Derivation derivation(String planId) {
    return get("/plans/" + encode(planId) + "/derivation", Derivation.class);
  }

  /** The tasks of a story as a graph. */
  public TaskGraph graphOfStory(String storyId) {
    return get("/stories/" + encode(storyId) + "/dag", TaskGraph.class);
  }

  /** The tasks that came out of a plan as a graph. */
  public TaskGraph graphOfPlan(String planId) {
    return get("/plans/" + encode(planId) + "/dag", TaskGraph.class);
  }

  // Whatever it is: what is listed, shown, created, deleted and decided on alike

  /** Everything in a list, from its path with the query. */
  public List<Thing> things(String path) {
    return list(path, JsonNode.class).stream().map(Thing::new).toList();
  }

  /** What belongs to a story: {@code plans}, {@code decisions}. */
  public List<Thing> ofStory(String storyId, String what) {
    return things("/stories/" + encode(storyId) + "/" + what);
  }

  /** One thing, by the list that it is in and its id. */
  public Thing thing(String list, String id) {
    return new Thing(raw("/" + list + "/" + encode(id)));
  }

  /** Adds a thing to a list. */
  public Thing create(String list, Map<String, Object> body) {
    return new Thing(post("/" + list, body, random(), JsonNode.class));
  }

  /**
   * Has something done to a thing: {@code approval}, {@code rejection}, {@code transitions}.
   *
   * @param version the one that the caller looked at, if it matters
   */
  public Thing act(
      String list, String id, String deed, Map<String, Object> body, Optional<Long> version) {
    Call call = Call.post(ROOT + "/" + list + "/" + encode(id) + "/" + deed, body, random());
    return new Thing(transport.send(version.map(call::onVersion).orElse(call), identity));
  }

  /** Deletes a thing, whichever version of it is there or that one only. */
  public Thing delete(String list, String id, Optional<Long> version) {
    Call call = Call.delete(ROOT + "/" + list + "/" + encode(id), random());
    return new Thing(transport.send(version.map(call::onVersion).orElse(call), identity));
  }

  /** The list of what lies below a thing, for example the stories of a ceremony. */
  public static String below(String list, String id, String what) {
    return list + "/" + encode(id) + "/" + what;
  }

  /** A value as part of a query. */
  public static String inQuery(String name, String value) {
    return name + "=" + encode(value);
  }

  // Workflow

  /** The workflows of a story that exist already. */
  public List<Workflow> workflows(String storyId) {
    return list("/workflows?story_id=" + encode(storyId), Workflow.class);
  }

  public Workflow workflow(String taskId) {
    return get("/workflows/" + encode(taskId), Workflow.class);
  }

  public Workflow act(String taskId, Map<String, Object> action) {
    return post("/workflows/" + encode(taskId) + "/actions", action, random(), Workflow.class);
  }

  /** What waits for a role, the next one first. */
  public List<Thing> queue(String role) {
    return things("/workflows/queue?role=" + encode(role));
  }

  /** How many tasks stand where: of a story or all, of those a role is in charge of or all. */
  public Thing statistics(Optional<String> story, Optional<String> role) {
    String query =
        Stream.concat(
                story.map(id -> inQuery("story_id", id)).stream(),
                role.map(name -> inQuery("role", name)).stream())
            .collect(Collectors.joining("&"));
    return new Thing(raw("/workflows/statistics" + (query.isEmpty() ? "" : "?" + query)));
  }

  /** A sign of life: the claim of that token holds for one more lease. */
  public Workflow heartbeat(String taskId, long fencingToken) {
    return post(
        "/workflows/" + encode(taskId) + "/heartbeat",
        Map.of("fencing_token", fencingToken),
        random(),
        Workflow.class);
  }

  // Calibration

  /** How good each judge is: for a purpose or all, of a kind or all. */
  public List<Thing> calibration(Optional<String> purpose, Optional<String> kind) {
    String query =
        Stream.concat(
                purpose.map(name -> inQuery("purpose", name)).stream(),
                kind.map(name -> inQuery("kind", name)).stream())
            .collect(Collectors.joining("&"));
    return new Thing(raw("/calibration" + (query.isEmpty() ? "" : "?" + query))).things("items");
  }

  /** Where councils are worth their tokens. */
  public List<Thing> dominance() {
    return new Thing(raw("/calibration/dominance")).things("items");
  }

  // Deliberation

  public Deliberation deliberateTask(String taskId) {
    return post(
        "/tasks/" + encode(taskId) + "/deliberation", Map.of(), random(), Deliberation.class);
  }

  /** The deliberation, at the latest after the wait, at once when it has ended. */
  public Deliberation deliberation(String deliberationId, Duration wait) {
    String path =
        ROOT + "/deliberations/" + encode(deliberationId) + "?wait_seconds=" + wait.toSeconds();
    Call call = Call.get(path).within(wait.plusSeconds(30));
    return Json.read(transport.send(call, identity), Deliberation.class);
  }

  /** The deliberation gone through once more, without a model. */
  public Replay replay(String deliberationId) {
    return get("/deliberations/" + encode(deliberationId) + "/replay", Replay.class);
  }

  /**
   * The same deliberation with other models.
   *
   * @param models the model of each agent that gets another one
   * @param fromTurn the first turn to take anew; absent means the first of a swapped agent
   */
  public Deliberation fork(
      String deliberationId, Map<String, String> models, Optional<Integer> fromTurn) {
    Map<String, Object> body = new HashMap<>();
    body.put(
        "swaps",
        models.entrySet().stream()
            .map(swap -> Map.of("agent_id", swap.getKey(), "model", swap.getValue()))
            .toList());
    fromTurn.ifPresent(turn -> body.put("from_turn", turn));
    return post(
        "/deliberations/" + encode(deliberationId) + "/forks", body, random(), Deliberation.class);
  }

  // Audit and events

  public List<TrailEntry> trail(String storyId) {
    return list("/stories/" + encode(storyId) + "/audit", TrailEntry.class);
  }

  /** The same as the trail, read page by page. */
  public List<TrailEntry> timeline(String storyId) {
    return list("/stories/" + encode(storyId) + "/timeline", TrailEntry.class);
  }

  /** The changes of one thing, with all that the chain holds of them. */
  public List<Thing> changes(String kind, String id) {
    return things("/audit/" + encode(kind) + "/" + encode(id));
  }

  /** What a thing was after its change of that number. */
  public Thing past(String kind, String id, long number) {
    return new Thing(raw("/audit/" + encode(kind) + "/" + encode(id) + "/history/" + number));
  }

  public List<AuditEntry> audit(String kind, String id) {
    return list("/audit/" + encode(kind) + "/" + encode(id), AuditEntry.class);
  }

  /** The verdicts on the chains of a story and of all that came from it. */
  public StoryVerdict verification(String storyId) {
    return get("/stories/" + encode(storyId) + "/audit/verification", StoryVerdict.class);
  }

  /** The verdict on signed heads, and on all chains that they vouch for, from a batch on. */
  public HeadsVerdict headsVerification(String after) {
    String path = ROOT + "/audit/heads/verification?after=" + encode(after);
    return Json.read(
        transport.send(Call.get(path).within(LONG_CHECK), identity), HeadsVerdict.class);
  }

  /**
   * The verdict on the audit trail, up to the first thing that does not hold.
   *
   * @param kind of one thing, with its id; both empty for everything
   */
  public TrailVerdict trailVerification(Optional<String> kind, Optional<String> id) {
    String query =
        kind.map(one -> "?" + inQuery("kind", one)).orElse("")
            + id.map(one -> "&" + inQuery("id", one)).orElse("");
    Call call = Call.get(ROOT + "/audit/verify" + query).within(WHOLE_TRAIL);
    return Json.read(transport.send(call, identity), TrailVerdict.class);
  }

  /**
   * The entries of audit chains as JSON lines, while they are read.
   *
   * @param filter by {@code kind}, {@code id}, {@code since}
   */
  public InputStream auditExport(Map<String, String> filter) {
    String query =
        filter.entrySet().stream()
            .map(one -> inQuery(one.getKey(), one.getValue()))
            .collect(Collectors.joining("&", "?", ""));
    return transport.stream(ROOT + "/audit/export" + query, "application/x-ndjson", identity);
  }

  /** The events of a story as they are committed, from the one after the last seen. */
  public InputStream events(String storyId, Optional<String> lastEventId) {
    return transport.stream(ROOT + "/events?story_id=" + encode(storyId), identity, lastEventId);
  }

  /** How a deliberation goes on, from its beginning or the event that was seen last to its end. */
  public InputStream progress(String deliberationId, Optional<String> lastEventId) {
    return transport.stream(
        ROOT + "/deliberations/" + encode(deliberationId) + "/events", identity, lastEventId);
  }

  /** How the runner of turns is, with its clusters; for those who run the server. */
  public Thing runner() {
    return new Thing(raw("/runner"));
  }

  /** The events that cannot be sent; for administrators. */
  public List<ParkedEvent> parkedEvents() {
    return list("/parked-events", ParkedEvent.class);
  }

  /** Has one of them sent again. */
  public void retryParkedEvent(String messageId) {
    JsonNode unused =
        transport.send(
            Call.post(ROOT + "/parked-events/retry", Map.of("message_id", messageId), random()),
            identity);
  }

  private <T> T get(String path, Class<T> type) {
    return Json.read(raw(path), type);
  }

  private <T> T post(String path, Object body, String key, Class<T> type) {
    return Json.read(transport.send(Call.post(ROOT + path, body, key), identity), type);
  }

  private <T> List<T> list(String path, Class<T> type) {
    List<T> all = new ArrayList<>();
    String more = path + (path.contains("?") ? "&" : "?") + "limit=500";
    Items<T> page = Json.readItems(raw(more), type);
    all.addAll(page.items());
    while (page.next() != null && !page.next().isBlank()) {
      page = Json.readItems(raw(more + "&after=" + encode(page.next())), type);
      all.addAll(page.items());
    }
    return List.copyOf(all);
  }

  private static String random() {
    return UUID.randomUUID().toString();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
