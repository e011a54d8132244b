package io.witan.it;

import static io.witan.it.Fleet.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.it.Rest.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists over REST: narrowed, ordered, counted, page by page. */
@ExtendWith(SharedStack.class)
class ListsIT {
  private static Fleet fleet;
  private static Rest owner;
  private static String epic;

  @BeforeAll
  static void three_stories_of_an_epic(WitanStack shared) {
    shared.up();
    fleet = shared.fleet();
    owner = fleet.productOwner();
    epic =
        done(201, owner.post("/epics", Map.of("project_id", fleet.project(), "title", "Lists")))
            .text("epic_id");
    List<String> stories =
        Stream.of("One", "Two", "Three")
            .map(title -> Map.of("epic_id", epic, "title", title, "brief", "It is listed."))
            .map(story -> done(201, owner.post("/stories", story)).text("story_id"))
            .toList();
    done(200, fleet.move(stories.get(1), "PO_REVIEW"));
  }

  private static Answer stories(String query) {
    return owner.get("/stories?epic_id=" + epic + query);
  }

  private static List<String> titles(Answer answer) {
    return done(200, answer).items().stream().map(story -> story.getString("title")).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "created_at, One, Two, Three",
    "-created_at, Three, Two, One",
    "updated_at, One, Three, Two",
    "-updated_at, Two, Three, One"
  })
  void have_the_order_that_is_asked_for(String sort, String first, String second, String third) {
    assertThat(titles(stories("&sort=" + sort))).containsExactly(first, second, third);
  }

  @Test
  void are_narrowed_by_everything_that_is_said() {
    String me = owner.get("/users/me").text("username");

    assertThat(titles(stories("&state=DRAFT"))).containsExactly("One", "Three");
    assertThat(titles(stories("&text=t"))).containsExactly("Two", "Three");
    assertThat(titles(stories("&text=t&state=DRAFT&created_by=" + me))).containsExactly("Three");
    assertThat(titles(stories("&created_by=nobody"))).isEmpty();
  }

  @Test
  void go_on_where_the_page_before_ended() {
    Answer first = stories("&limit=2&sort=-created_at&total=true");
    Answer second = stories("&limit=2&sort=-created_at&after=" + first.text("next"));

    assertThat(titles(first)).containsExactly("Three", "Two");
    assertThat(first.json().getInt("total")).isEqualTo(3);
    assertThat(titles(second)).containsExactly("One");
    assertThat(second.json()).doesNotContainKeys("next", "total");
  }

  @Test
  void refuse_a_page_of_another_list() {
    String next = stories("&limit=2").text("next");

    for (String other : List.of("&sort=-created_at", "&state=DRAFT", "&total=true&text=o")) {
      Answer refused = done(400, stories(other + "&after=" + next));
      assertThat(refused.text("detail")).contains("after is", "same filters and the same order");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/stories?stat=DRAFT, there is no query parameter stat",
    "/stories?stat=DRAFT, 'created_by, epic_id, limit, sort, source_digest, state, text'",
    "/stories?sort=title, 'one of created_at, -created_at, updated_at, -updated_at'",
    "/stories?state=FINISHED, PO_REVIEW",
    "/stories?total=maybe, true or false",
    "/stories?limit=501, 1 to 500",
    "/projects?status=asleep, on_hold",
    "/epics?status=asleep, in_progress",
    "/tasks?status=asleep, blocked",
    "/tasks?type=fun, bug_fix",
    "/users/me?sort=name, expected none"
  })
  void name_what_would_be_right(String path, String expected) {
    assertThat(done(400, owner.get(path)).text("detail")).contains(expected);
  }

  @Test
  void of_the_other_kinds_are_narrowed_and_counted_too() {
    String name = URLEncoder.encode("a shop", StandardCharsets.UTF_8);
    Answer projects = owner.get("/projects?status=active&text=" + name + "&limit=1&total=true");
    Answer epics = owner.get("/epics?status=active&text=LISTS&sort=-updated_at&total=true");
    Answer tasks = owner.get("/tasks?story_id=s-none&status=todo&type=testing&total=true");
    Answer users = fleet.admin().get("/users?limit=1&total=true");

    assertThat(done(200, projects).json().getInt("total")).isPositive();
    assertThat(done(200, epics).items()).isNotEmpty();
    assertThat(done(200, tasks).json().getInt("total")).isZero();
    assertThat(done(200, users).json().getInt("total")).isGreaterThan(1);
    done(400, fleet.admin().get("/users?after=" + stories("&limit=2").text("next")));
  }
}
