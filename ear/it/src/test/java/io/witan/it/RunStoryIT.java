package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.it.Rest.Answer;
import io.witan.it.WitanStack.Result;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The main job: a story goes from a file to done. One run serves most of the tests, so they have an
 * order.
 */
@ExtendWith(SharedStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunStoryIT {
  static final Path STORY = Path.of("src/test/resources/stories/strasse.md");
  private static final Pattern STORY_ID = Pattern.compile("s-[0-9a-f-]{36}");

  private static WitanStack stack;
  private static Result first;

  @BeforeAll
  static void runTheStory(WitanStack shared) {
    stack = shared;
    first = stack.witan("run", STORY.toString());
  }

  static String storyId(Result run) {
    Matcher id = STORY_ID.matcher(run.output());
    assertThat(id.find()).as(run.output()).isTrue();
    return id.group();
  }

  @Test
  @Order(1)
  void the_story_is_done() {
    assertThat(first.status()).as(first.output()).isZero();
    assertThat(first.output()).contains("DONE").containsIgnoringCase("rehearsal");
  }

  @Test
  @Order(1)
  void the_passwords_of_the_demo_users_are_for_their_owner_alone() throws IOException {
    try (Stream<Path> files = Files.walk(stack.home().resolve("data/cli"))) {
      assertThat(files.filter(file -> file.endsWith("demo-users.json")))
          .singleElement()
          .satisfies(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  @Order(2)
  void its_audit_trail_holds() {
    Result trail = stack.witan("audit", storyId(first));
    Result verdict = stack.witan("audit", storyId(first), "--verify");

    assertThat(trail.output()).contains("story.created", "plan.approved");
    assertThat(verdict.status()).as(verdict.output()).isZero();
    assertThat(verdict.output()).contains("all hold");
  }

  @Test
  @Order(2)
  void its_past_can_be_read() {
    Rest reader = stack.fleet().productOwner();
    Answer draft = reader.get("/audit/story/%s/history/1".formatted(storyId(first)));
    Answer never = reader.get("/audit/story/%s/history/999".formatted(storyId(first)));
    Answer page = reader.get("/stories/%s/timeline?limit=3".formatted(storyId(first)));
    Result timeline = stack.witan("story", "timeline", storyId(first));

    assertThat(draft.json().getJsonObject("properties").getString("state")).isEqualTo("DRAFT");
    assertThat(never.status()).isEqualTo(404);
    assertThat(page.json().getJsonArray("items")).hasSize(3);
    assertThat(page.json().getString("next")).contains("/");
    assertThat(timeline.output()).contains("story.created", "plan.approved");
  }

  @Test
  @Order(2)
  void its_tasks_have_an_order_and_a_critical_path() {
    Result graph = stack.witan("story", "dag", storyId(first));

    assertThat(graph.status()).as(graph.output()).isZero();
    assertThat(graph.output()).contains("WAITS FOR", "critical path", "ready: nothing");
  }

  @Test
  @Order(2)
  void it_is_listed_among_what_is_done() {
    Result list =
        stack.witan("story", "list", "--state", "DONE", "--sort=-updated_at", "--total", "--json");
    Result odd = stack.witan("story", "list", "--sort", "title");

    assertThat(list.status()).as(list.output()).isZero();
    assertThat(list.output()).contains(storyId(first), "\"total\" : ");
    assertThat(odd.status()).isEqualTo(2);
    assertThat(odd.output()).contains("--sort is \"title\": expected one of created_at");
  }

  @Test
  @Order(3)
  void its_chains_are_signed_and_exported() throws IOException {
    Rest reader = stack.fleet().productOwner();
    await().atMost(Duration.ofMinutes(2)).until(() -> isAllSigned(reader));

    Result verdict = stack.witan("audit", "--verify");
    assertThat(verdict.status()).as(verdict.output()).isZero();
    assertThat(verdict.output()).contains("batches of signed heads", "all hold");
    Result whole = stack.witan("audit", "verify");
    assertThat(whole.status()).as(whole.output()).isZero();
    assertThat(whole.output()).contains("batches of signed heads", " chains, ", "all hold");
    Result one = stack.witan("audit", "verify", "story", storyId(first));
    assertThat(one.status()).as(one.output()).isZero();
    assertThat(one.output()).contains("1 chains, ", "all hold");
    Answer lines = reader.get("/audit/heads?limit=500");
    assertThat(lines.header("Content-Type")).contains("application/jsonl");
    assertThat(Files.readString(stack.data().resolve("audit-heads.jsonl")))
        .startsWith(lines.body());
    // After the heads, so that all that they vouch for is in it.
    Path export = stack.home().resolve("audit.jsonl");
    Result exported = stack.witan("audit", "export", "--out", export.toString());
    assertThat(exported.status()).as(exported.output()).isZero();
    Path heads = Files.writeString(stack.home().resolve("heads.jsonl"), lines.body());
    assertThat(checkedOutside(export, heads)).contains("entries hold");
  }

  /** By the script that is shown for it, which knows nothing of Witan. */
  private static String checkedOutside(Path export, Path heads) throws IOException {
    Process script =
        new ProcessBuilder(
                "python3", "../../examples/verify-audit.py", export.toString(), heads.toString())
            .redirectErrorStream(true)
            .start();
    return new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static boolean isAllSigned(Rest reader) {
    String trail = "/stories/" + storyId(first) + "/audit/verification";
    return reader.get(trail).json().getJsonArray("chains").stream()
        .map(JsonValue::asJsonObject)
        .allMatch(chain -> chain.getInt("signed") == chain.getInt("entries"));
  }

  @Test
  @Order(4)
  void a_second_run_shows_the_first_result_and_writes_nothing() {
    Result before = stack.witan("audit", storyId(first), "--json");
    Result second = stack.witan("run", STORY.toString());
    Result after = stack.witan("audit", storyId(first), "--json");

    assertThat(second.status()).as(second.output()).isZero();
    assertThat(storyId(second)).isEqualTo(storyId(first));
    assertThat(after.output()).isEqualTo(before.output());
  }

  @Test
  @Order(5)
  void a_run_for_programs_writes_one_document() {
    Result answer = stack.answer("run", "--json", STORY.toString());

    JsonObject result = Json.createReader(new StringReader(answer.output())).readObject();
    assertThat(result.getJsonObject("story").getString("story_id")).isEqualTo(storyId(first));
    assertThat(answer.output()).startsWith("{").endsWith("}\n");
  }

  @Test
  @Order(6)
  void a_run_with_again_makes_a_new_story() {
    Result again = stack.witan("run", STORY.toString(), "--again");
    assertThat(again.status()).as(again.output()).isZero();
    assertThat(storyId(again)).isNotEqualTo(storyId(first));
  }
}
