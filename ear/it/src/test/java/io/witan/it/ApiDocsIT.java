package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The description of the REST API, as it is served. */
@ExtendWith(SharedStack.class)
class ApiDocsIT {
  private static Rest nobody;
  private static JsonObject description;

  @BeforeAll
  static void read(WitanStack stack) {
    stack.up();
    nobody = stack.nobody();
    description = nobody.page("/openapi?format=JSON").json();
  }

  private static Map<String, JsonObject> operations(String method) {
    JsonObject paths = description.getJsonObject("paths");
    return paths.keySet().stream()
        .filter(path -> paths.getJsonObject(path).containsKey(method))
        .collect(
            Collectors.toMap(
                path -> path, path -> paths.getJsonObject(path).getJsonObject(method)));
  }

  @Test
  void has_every_path_of_the_main_job() {
    assertThat(operations("post").keySet())
        .contains(
            "/api/v1/tokens",
            "/api/v1/projects",
            "/api/v1/epics",
            "/api/v1/stories",
            "/api/v1/stories/{story_id}/transitions",
            "/api/v1/stories/{story_id}/plan-deliberation",
            "/api/v1/plans/{plan_id}/approval",
            "/api/v1/tasks/{task_id}/deliberation",
            "/api/v1/workflows/{task_id}/actions");
    assertThat(operations("get").keySet())
        .contains("/api/v1/stories/{story_id}", "/api/v1/audit/{kind}/{id}/verification");
  }

  @Test
  void wants_a_body_where_something_is_written_and_nowhere_else() {
    assertThat(operations("get").values())
        .isNotEmpty()
        .allSatisfy(operation -> assertThat(operation).doesNotContainKey("requestBody"));
    assertThat(operations("post").values())
        .isNotEmpty()
        .allSatisfy(operation -> assertThat(operation).containsKey("requestBody"));
  }

  @Test
  void says_what_is_answered_to_the_wrong_role() {
    List<JsonObject> closed =
        operations("get").values().stream()
            .filter(operation -> operation.getString("description").startsWith("Role: "))
            .toList();

    assertThat(closed)
        .isNotEmpty()
        .allSatisfy(
            operation -> assertThat(operation.getJsonObject("responses")).containsKey("403"));
  }

  @Test
  void is_shown_on_a_page_that_loads_nothing_from_elsewhere() {
    Rest.Answer page = nobody.page("/api/docs");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("swagger-ui").doesNotContain("https://", "http://");
    assertThat(page.header("Content-Security-Policy")).get().asString().contains("'self'");
  }

  @Test
  void has_one_of_the_events_beside_it() {
    JsonObject events = nobody.page("/asyncapi").json();

    assertThat(events.getString("asyncapi")).isEqualTo("3.0.0");
    assertThat(events.getJsonObject("channels"))
        .containsKeys("planning.story.transitioned", "workflow.state.changed");
    assertThat(events.getJsonObject("operations"))
        .containsKey("receive.workflow-story-transitioned.planning.story.transitioned");
    assertThat(nobody.page("/asyncapi?format=yaml").body()).startsWith("\"asyncapi\": \"3.0.0\"");
    assertThat(nobody.page("/asyncapi/schemas/planning.plan.approved.json").json())
        .containsKey("properties");
  }

  @Test
  void is_the_only_one(WitanStack stack) {
    Rest admin = stack.fleet().admin();

    assertThat(admin.get("/application.wadl").status()).isEqualTo(404);
    assertThat(admin.options("/stories").header("Allow")).get().asString().contains("GET", "POST");
    assertThat(admin.options("/stories").body()).doesNotContain("wadl");
  }
}
