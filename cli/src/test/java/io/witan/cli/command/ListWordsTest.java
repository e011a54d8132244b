package io.witan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.witan.cli.Trial;
import io.witan.cli.Trial.Outcome;
import io.witan.cli.api.Json;
import io.witan.cli.fake.FakeWitan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the words that list have in common. */
class ListWordsTest {
  @TempDir Path folder;
  private FakeWitan server;
  private Trial trial;

  @BeforeEach
  void start() {
    server = FakeWitan.start();
    server.admit("anna", "po");
    trial = new Trial(folder, server).with("WITAN_TOKEN", "anna.0");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String done(String... words) {
    Outcome outcome = trial.call(words);
    assertThat(outcome.status()).as(outcome.err()).isZero();
    return outcome.out();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "project list --status active --owner anna --text shop --archived"
            + "|/projects?text=shop&archived=true&status=active&owner=anna&limit=500",
        "epic list --project PROJ-1 --status active --text pay"
            + "|/epics?text=pay&project_id=PROJ-1&status=active&limit=500",
        "story list --state DRAFT --epic E-1 --by anna --source ab12 --text pay"
            + "|/stories?text=pay&state=DRAFT&epic_id=E-1&created_by=anna&source_digest=ab12&limit=500",
        "task list s-1 --plan PL-1 --status todo --type testing --text pay"
            + "|/tasks?text=pay&story_id=s-1&plan_id=PL-1&status=todo&type=testing&limit=500",
        "task list|/tasks?limit=500",
        "ceremony list --status DRAFT --by anna|/ceremonies?status=DRAFT&created_by=anna&limit=500",
        "story list --sort=-updated_at --limit 7 --after 0 --total"
            + "|/stories?sort=-updated_at&limit=7&after=0&total=true",
        "story list --sort -updated_at|/stories?sort=-updated_at&limit=500"
      })
  void ask_for_what_they_were_told(String words, String asked) {
    server.answerNext(asked.replaceAll("\\?.*", ""), 200, "{\"items\": []}");

    done(List.of(words.split(" ", -1)).toArray(String[]::new));

    assertThat(server.lists()).containsExactly(asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"project", "epic", "story", "task", "ceremony"})
  void say_in_their_help_how_they_are_ordered_and_cut(String group) {
    assertThat(done(group, "list", "--help"))
        .contains("--sort", "--limit", "--after", "--total", "created_at or updated_at");
  }

  @Nested
  class Of_many_things {
    @BeforeEach
    void five_projects_are_there() {
      for (int number = 1; number <= 5; number++) {
        done("project", "create", "Shop " + number);
      }
    }

    @Test
    void show_all_of_them() {
      server.pageBy(2);

      assertThat(done("project", "list", "--total"))
          .contains("Shop 1", "Shop 3", "Shop 5", "5 in all");
      assertThat(server.lists())
          .as("counted once")
          .hasSize(3)
          .filteredOn(asked -> asked.contains("total"))
          .hasSize(1);
    }

    @Test
    void show_a_page_and_where_it_goes_on() {
      Outcome page = trial.call("project", "list", "--limit", "2");
      Outcome next = trial.call("project", "list", "--limit", "2", "--after", "2");

      assertThat(page.out()).contains("Shop 1", "Shop 2").doesNotContain("Shop 3", "in all");
      assertThat(page.err()).isEqualTo("there are more: --after 2\n");
      assertThat(next.out()).contains("Shop 3", "Shop 4").doesNotContain("Shop 2", "Shop 5");
      assertThat(trial.call("project", "list", "--limit", "2", "--after", "4").err()).isEmpty();
    }

    @Test
    void show_the_newest_first() {
      assertThat(done("project", "list", "--sort=-created_at", "--limit", "1")).contains("Shop 5");
    }

    @Test
    void show_documents_with_what_is_next_and_how_many_there_are() {
      JsonNode page =
          Json.parse(done("project", "list", "--limit", "2", "--total", "--json")).orElseThrow();
      JsonNode all = Json.parse(done("project", "list", "--json")).orElseThrow();

      assertThat(page.path("items")).hasSize(2);
      assertThat(page.path("next").asText()).isEqualTo("2");
      assertThat(page.path("total").asInt()).isEqualTo(5);
      assertThat(all.path("items")).hasSize(5);
      assertThat(all.has("next")).isFalse();
      assertThat(all.has("total")).isFalse();
    }
  }

  @Nested
  class Told_something_odd {
    private void refuses(String path, String field, String expected) {
      server.answerNext(
          path,
          400,
          """
          {"status": 400, "code": "INVALID_ARGUMENT", "detail": "%1$s is odd",
           "errors": [{"field": "%1$s", "value": "odd", "expected": "%2$s"}]}
          """
              .formatted(field, expected));
    }

    @ParameterizedTest
    @CsvSource({
      "project list --status odd, /projects, status, --status",
      "story list --by odd, /stories, created_by, --by",
      "story list --sort odd, /stories, sort, --sort",
      "epic list --limit odd, /epics, limit, --limit",
      "ceremony list --after odd, /ceremonies, after, --after",
      "task list odd, /tasks, story_id, STORY"
    })
    void name_the_option_and_what_would_be_right(
        String words, String path, String field, String option) {
      refuses(path, field, "one of a, b");

      Outcome refused = trial.call(words.split(" ", -1));

      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.err())
          .isEqualTo("witan: %s is \"odd\": expected one of a, b\n".formatted(option));
    }

    @Test
    void pass_on_what_has_nothing_to_do_with_an_option() {
      refuses("/projects", "tea", "milk");

      Outcome refused = trial.call("project", "list", "--status", "odd");

      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.err()).contains("tea is odd", "INVALID_ARGUMENT");
    }

    @Test
    void name_the_states_there_are() {
      Outcome refused = trial.call("story", "list", "--state", "draft");

      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.err()).contains("--state", "draft", "DRAFT", "READY_FOR_PLANNING");
    }
  }
}
