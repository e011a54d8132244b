package io.witan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.witan.cli.Trial;
import io.witan.cli.Trial.Outcome;
import io.witan.cli.api.Json;
import io.witan.cli.fake.FakeWitan;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliberationStartTest {
  @TempDir Path folder;
  private FakeWitan server;
  private Trial trial;

  @BeforeEach
  void thereIsATask() {
    server = FakeWitan.start();
    server.admit("dora", "developer");
    trial = new Trial(folder, server).with("WITAN_TOKEN", "dora.0");
    server.fleet().withTask("T-1");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Outcome start(String... words) {
    return trial.call(
        Stream.concat(Stream.of("deliberation", "start"), Stream.of(words)).toArray(String[]::new));
  }

  private JsonNode started() {
    return server.fleet().all("deliberation").get(0);
  }

  @Nested
  class Without_wishes {

    @Test
    void isAsTheSettingsSayAndTellsHowToWatchIt() {
      Outcome outcome = start("--task", "T-1");

      assertThat(outcome.status()).as(outcome.err()).isZero();
      String id = started().path("deliberation_id").asText();
      assertThat(outcome.out()).contains(id, "about        task T-1", "mode         council");
      assertThat(outcome.err()).contains("./witan deliberation watch " + id);
      assertThat(server.writes()).containsExactly("/tasks/T-1/deliberation by dora");
      assertThat(started().has("constraints")).isFalse();
    }

    @Test
    void isAboutAStoryAsWell() {
      String story = server.fleet().all("story").get(0).path("story_id").asText();

      Outcome outcome = start("--story", story);

      assertThat(outcome.out()).contains("about        story " + story, "purpose      PLAN");
      assertThat(server.writes())
          .containsExactly("/stories/%s/plan-deliberation by dora".formatted(story));
    }

    @Test
    void isPassedOnAsJson() {
      JsonNode shown = Json.parse(start("--task", "T-1", "--json").out()).orElseThrow();

      assertThat(shown.path("deliberation_id")).isEqualTo(started().path("deliberation_id"));
    }
  }

  @Nested
  class With_wishes {

    @Test
    void sendsEachOfThem() {
      Outcome outcome =
          start(
              "--task=T-1",
              "--mode=vote",
              "--rounds=2",
              "--time-limit=10m",
              "--allow-path=src/pay/**",
              "--allow-path=docs/",
              "--need-test=PayTest",
              "--forbid=eval(",
              "--require=No new library, please");

      assertThat(outcome.status()).as(outcome.err()).isZero();
      assertThat(outcome.out())
          .contains("mode         vote", "rounds       2", "deadline     2026-01-01T00:10")
          .contains(
              """
              What proposals must keep to
              - files: src/pay/**
              - files: docs/
              - test: PayTest
              - not: eval(
              - No new library, please
              """);
      assertThat(started().path("constraints"))
          .isEqualTo(
              Json.parse(
                      """
                      {"allowed_paths": ["src/pay/**", "docs/"], "tests": ["PayTest"],
                       "forbidden": ["eval("], "requirements": ["No new library, please"]}
                      """)
                  .orElseThrow());
    }

    @Test
    void sendsNoKindOfConstraintThatNobodyWished() {
      start("--task", "T-1", "--forbid", "eval(");

      assertThat(started().path("constraints").fieldNames())
          .toIterable()
          .containsExactly("forbidden");
    }

    @ParameterizedTest
    @CsvSource({"90s, PT1M30S", "10M, PT10M", "2h, PT2H", "1d, PT24H", "PT1H30M, PT1H30M"})
    void readsLengthsOfTime(String text, String iso) {
      assertThat(new TimeLimit().convert(text)).hasToString(iso);
    }
  }

  @Nested
  class That_makes_no_sense {

    @ParameterizedTest
    @CsvSource({
      "mode, --mode",
      "rounds, --rounds",
      "time_limit, --time-limit",
      "allowed_paths, --allow-path",
      "tests, --need-test",
      "forbidden, --forbid",
      "requirements, --require"
    })
    void namesTheOptionAndWhatWouldBeRight(String field, String option) {
      server.answerNext(
          "/deliberation",
          400,
          """
          {"status": 400, "code": "INVALID_ARGUMENT", "detail": "no",
           "errors": [{"field": "%s", "value": "odd", "expected": "something else"}]}
          """
              .formatted(field));

      Outcome refused = start("--task", "T-1", "--mode", "odd");

      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.err())
          .isEqualTo("witan: %s is \"odd\": expected something else\n".formatted(option));
    }

    @Test
    void isATimeThatIsNone() {
      Outcome refused = start("--task", "T-1", "--time-limit", "soon");

      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.err()).contains("--time-limit", "\"soon\"", "90s, 10m, 2h or PT10M");
    }

    @Test
    void isNothingOrTwoThingsToThinkAbout() {
      for (Outcome refused :
          List.of(start("--mode", "vote"), start("--task", "T-1", "--story", "s-1"))) {
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("--task", "--story");
      }
      assertThat(server.writes()).isEmpty();
    }

    @Test
    void isATaskThatIsNotThere() {
      Outcome refused = start("--task", "T-9");

      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.err()).contains("T-9");
    }
  }
}
