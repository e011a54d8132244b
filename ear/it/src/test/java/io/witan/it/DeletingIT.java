package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.it.Rest.Answer;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is deleted is archived: hidden and closed, still to be read, with all that lies below it.
 */
@ExtendWith(SharedStack.class)
class DeletingIT {
  private static Fleet fleet;
  private static Rest owner;

  @BeforeAll
  static void start(WitanStack stack) {
    stack.up();
    fleet = stack.fleet();
    owner = fleet.productOwner();
  }

  private static JsonObject read(String path) {
    return Fleet.done(200, owner.get(path)).json();
  }

  private static List<String> ids(String path, String field) {
    return Fleet.done(200, owner.get(path)).items().stream()
        .map(item -> item.getString(field))
        .toList();
  }

  @Test
  void a_project_takes_its_epics_stories_tasks_and_their_work_along() {
    String story = fleet.plannedStory();
    Fleet.done(200, fleet.move(story, "READY_FOR_EXECUTION"));
    fleet.awaitOne("/workflows?story_id=" + story);
    String epic = read("/stories/" + story).getString("epic_id");
    String project = read("/epics/" + epic).getString("project_id");
    String task = ids("/tasks?story_id=" + story, "task_id").get(0);

    Answer deleted = Fleet.done(200, owner.delete("/projects/" + project));

    assertThat(deleted.json().getBoolean("archived")).isTrue();
    assertThat(deleted.header("ETag")).contains("\"2\"");
    assertThat(read("/epics/" + epic).getBoolean("archived")).isTrue();
    assertThat(read("/stories/" + story).getBoolean("archived")).isTrue();
    assertThat(read("/stories/" + story).getString("state")).isEqualTo("READY_FOR_EXECUTION");
    assertThat(read("/tasks/" + task).getBoolean("archived")).isTrue();
    assertThat(read("/workflows/" + task).getString("state")).isEqualTo("cancelled");
    assertThat(ids("/epics?project_id=" + project, "epic_id")).isEmpty();
    assertThat(ids("/epics?archived=true&project_id=" + project, "epic_id")).containsExactly(epic);
    assertThat(ids("/tasks?story_id=" + story, "task_id")).isEmpty();
    assertThat(fleet.audit("story", story))
        .last()
        .satisfies(entry -> assertThat(entry.getString("action")).isEqualTo("story.archived"));
  }

  @Test
  void what_is_archived_takes_no_change_and_says_so() {
    String story = fleet.story();
    Fleet.done(200, owner.delete("/stories/" + story, "If-Match", "\"1\""));

    Answer moved = fleet.move(story, "PO_REVIEW");

    assertThat(moved.status()).isEqualTo(422);
    assertThat(moved.text("detail"))
        .isEqualTo("story %s is archived: it takes no change".formatted(story));
    assertThat(owner.delete("/stories/" + story).status()).isEqualTo(422);
  }

  @Test
  void who_saw_another_version_or_owns_nothing_deletes_nothing() {
    String story = fleet.story();

    assertThat(owner.delete("/stories/" + story, "If-Match", "\"7\"").status()).isEqualTo(412);
    assertThat(fleet.user("developer").delete("/stories/" + story).status()).isEqualTo(403);
    assertThat(owner.delete("/tasks/T-none").status()).isEqualTo(404);
    assertThat(owner.get("/stories?archived=maybe").text("detail"))
        .isEqualTo("archived is \"maybe\": expected true or false");
    assertThat(read("/stories/" + story).getBoolean("archived")).isFalse();
  }

  @Test
  void the_same_key_deletes_once_and_answers_the_same() {
    String project = fleet.project();
    String key = "delete-" + project;

    Answer first = owner.delete("/projects/" + project, "Idempotency-Key", key);
    Answer again = owner.delete("/projects/" + project, "Idempotency-Key", key);

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
  }
}
