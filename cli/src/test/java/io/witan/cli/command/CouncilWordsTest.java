package io.witan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.cli.Trial;
import io.witan.cli.Trial.Outcome;
import io.witan.cli.api.Json;
import io.witan.cli.fake.FakeWitan;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words about councils, and those that end and list deliberations. */
class CouncilWordsTest {
  private static final String COUNCIL =
      """
      {"council_id":"council-qa","role":"qa","version":4,
       "created_at":"2026-03-02T08:00:00Z","updated_at":"2026-03-02T09:00:00Z",
       "agents":[{"agent_id":"agent-qa-001","model":""},
                 {"agent_id":"agent-qa-strict","model":"Qwen/Qwen3-8B","temperature":0.1,
                  "endpoint":"http://gpu-2:8000/v1","prompt_profile":"strict"}]}
      """;
  private static final String DELIBERATIONS =
      """
      {"items":[{"deliberation_id":"D-1","subject":{"kind":"story","id":"s-1"},"purpose":"PLAN",
                 "mode":"vote","status":"COMPLETED","turns":8,"winner_agent_id":"agent-architect-002",
                 "created_at":"2026-03-02T08:00:00Z"}]}
      """;

  @TempDir Path folder;
  private FakeWitan server;
  private Trial trial;

  @BeforeEach
  void start() {
    server = FakeWitan.start();
    trial = new Trial(folder, server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String done(String words) {
    Outcome outcome = trial.call(words.split(" ", -1));
    assertThat(outcome.status()).as(outcome.err()).isZero();
    return outcome.out();
  }

  @Test
  void councilsAreListedWithTheModelsOfTheirAgents() {
    server.answerNext("/councils", 200, "{\"items\":[%s]}".formatted(COUNCIL));

    assertThat(done("council list"))
        .contains("COUNCIL", "council-qa", "2", "the usual, Qwen/Qwen3-8B");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "show qa|/councils/qa",
        "create qa --agents 2 --model m|/councils",
        "register qa agent-qa-strict --temperature 0.1 --endpoint http://gpu-2:8000/v1"
            + "|/councils/qa/agents",
        "register qa agent-qa-strict --model m --prompt-profile strict|/councils/qa/agents",
        "unregister qa agent-qa-003 --if-version 3|/councils/qa/agents/agent-qa-003"
      })
  void oneIsShownAsItIsThen(String words, String path) {
    server.answerNext(path, 200, COUNCIL);

    assertThat(done("council " + words))
        .contains("council-qa", "agent-qa-001", "the usual")
        .contains("agent-qa-strict", "Qwen/Qwen3-8B", "0.1", "http://gpu-2:8000/v1", "strict");
  }

  @Test
  void oneThatIsDeletedIsTold() {
    server.answerNext("/councils/qa", 200, COUNCIL);

    assertThat(done("council delete qa")).isEqualTo("council-qa is deleted, with 2 agents\n");
  }

  @Test
  void oneIsPassedOnAsJson() {
    server.answerNext("/councils/qa", 200, COUNCIL);

    assertThat(
            Json.parse(done("council show qa --json"))
                .orElseThrow()
                .at("/agents/1/temperature")
                .asDouble())
        .isEqualTo(0.1);
  }

  @Test
  void whatMakesNoSenseIsRefusedBeforeItIsSent() {
    Outcome refused = trial.call("council", "create", "qa", "--agents", "many");

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("--agents", "many");
  }

  @Test
  void deliberationsOfAStoryAreListed() {
    server.answerNext("/stories/s-1/deliberations", 200, DELIBERATIONS);

    assertThat(done("deliberation list s-1"))
        .contains("DELIBERATION", "D-1", "PLAN", "vote", "COMPLETED", "agent-architect-002");
  }

  @Test
  void oneThatIsCancelledIsTold() {
    server.answerNext("/deliberations/D-1/cancellation", 200, "{\"error\":\"cancelled by paula\"}");

    assertThat(done("deliberation cancel D-1")).isEqualTo("D-1: cancelled by paula\n");
  }
}
