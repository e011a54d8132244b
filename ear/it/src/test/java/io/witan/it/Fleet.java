package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.it.Rest.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** People on one server, and the first steps of a story, taken by REST alone. */
final class Fleet {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PASSWORD = "long-enough-" + UUID.randomUUID();

  private final Rest admin;
  private final Rest productOwner;

  private Fleet(Rest admin) {
    this.admin = admin;
    this.productOwner = user("po");
  }

  /**
   * Signs in the administrator and creates a product owner.
   *
   * @param data the server's data folder, which holds the administrator's first password
   */
  static Fleet at(String server, Path data) {
    return new Fleet(Rest.nobody(server).as("admin", firstPassword(data)));
  }

  Rest admin() {
    return admin;
  }

  Rest productOwner() {
    return productOwner;
  }

  /** Somebody who can log in, and a client that has. */
  record Person(String name, String password, Rest client) {}

  /** A new user with one role. */
  Rest user(String role) {
    return person(role).client();
  }

  /** A new user, and the password. */
  Person person(String... roles) {
    String name = roles[0] + "-" + UUID.randomUUID();
    done(
        201,
        admin.post(
            "/users", Map.of("username", name, "password", PASSWORD, "roles", List.of(roles))));
    return new Person(name, PASSWORD, admin.as(name, PASSWORD));
  }

  String project() {
    return created("/projects", Map.of("name", "A shop"), "project_id");
  }

  /** A draft in a project and an epic of its own; its id. */
  String story() {
    String epic =
        created("/epics", Map.of("project_id", project(), "title", "Checkout"), "epic_id");
    return created(
        "/stories",
        Map.of(
            "epic_id",
            epic,
            "title",
            "Pay by card",
            "brief",
            "As a buyer I want to pay by card, so that I need no cash.",
            "acceptance_criteria",
            List.of("Given a card, when I pay, then I get a receipt")),
        "story_id");
  }

  Answer move(String story, String target) {
    return productOwner.post(
        "/stories/" + story + "/transitions",
        Map.of("target_state", target, "override_reason", "it is clear enough to begin"));
  }

  /** A deliberation about the plan of a new story; its id. */
  String deliberation() {
    return deliberationAbout(readyStory());
  }

  String readyStory() {
    String story = story();
    done(200, move(story, "PO_REVIEW"));
    done(200, move(story, "READY_FOR_PLANNING"));
    return story;
  }

  private String deliberationAbout(String story) {
    return done(202, productOwner.post("/stories/" + story + "/plan-deliberation", Map.of()))
        .text("deliberation_id");
  }

  /** A story with an approved plan; its id. */
  String plannedStory() {
    String story = readyStory();
    deliberationAbout(story);
    JsonObject plan = awaitOne("/stories/" + story + "/plans");
    done(
        200,
        productOwner.post(
            "/plans/" + plan.getString("plan_id") + "/approval", Map.of("note", "good")));
    done(200, move(story, "PLANNED"));
    return story;
  }

  String stateOf(String story) {
    return productOwner.get("/stories/" + story).text("state");
  }

  /** The audit chain of an aggregate, oldest entry first. */
  List<JsonObject> audit(String kind, String id) {
    return done(200, productOwner.get("/audit/" + kind + "/" + id)).items();
  }

  /** The first item of a list, once it has one. */
  JsonObject awaitOne(String path) {
    return await(path, answer -> !answer.items().isEmpty()).items().get(0);
  }

  /** What is at a path once it is as it should be; who does not answer is asked again. */
  Answer await(String path, Predicate<Answer> wanted) {
    return Awaitility.await(path)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(() -> productOwner.get(path), wanted);
  }

  private String created(String path, Map<String, ?> body, String id) {
    return done(201, productOwner.post(path, body)).text(id);
  }

  static Answer done(int status, Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    return answer;
  }

  private static String firstPassword(Path data) {
    try {
      return Files.readString(data.resolve("admin.password")).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
