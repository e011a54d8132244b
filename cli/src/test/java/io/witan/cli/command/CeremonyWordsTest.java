package io.witan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.cli.Trial;
import io.witan.cli.Trial.Outcome;
import io.witan.cli.api.Json;
import io.witan.cli.fake.FakeWitan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words about ceremonies. */
class CeremonyWordsTest {
  private static final String ASKED =
      """
      {"story_id":"s-1","status":"PENDING","missing":["ARCHITECT","QA","DEVOPS"],
       "councils":[{"role":"ARCHITECT","deliberation_id":"D-1","status":"OPEN"},
                   {"role":"QA","deliberation_id":"D-2","status":"FAILED","failure":"no model"}],
       "feedback":[]}
      """;
  private static final String REVIEWED =
      """
      {"story_id":"s-1","status":"APPROVED","missing":["QA"],
       "councils":[{"role":"ARCHITECT","deliberation_id":"D-1","status":"ANSWERED"},
                   {"role":"QA","deliberation_id":"D-2","status":"FAILED","failure":"no model"}],
       "feedback":[{"role":"ARCHITECT","agent_id":"agent-architect-001","text":"Fine so far"}],
       "plan":{"title":"Plan for s-1","estimated_complexity":"HIGH","content_digest":"abc",
               "acceptance_criteria":["It works"],"dependencies":["The provider"],
               "task_decisions":[{"task_index":0,"task_description":"Build it","decided_by":"ARCHITECT"}]},
       "decision":{"decided_by":"paula","plan_id":"PL-1","po_notes":"Go","po_concerns":"Fast?",
                   "priority_adjustment":"HIGH","po_priority_reason":"A customer waits"}}
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

  private static String ceremony(String status, String review) {
    return """
        {"ceremony_id":"BRC-1","status":"%s","deliberations_submitted":2,"created_by":"paula",
         "created_at":"2026-03-02T08:00:00Z","version":3,"reviews":[%s]}
        """
        .formatted(status, review);
  }

  private void answers(String end, String body) {
    server.answerNext(end, 200, body);
  }

  private String done(String... words) {
    Outcome outcome = trial.call(words);
    assertThat(outcome.status()).as(outcome.err()).isZero();
    return outcome.out();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "show",
        "create",
        "add",
        "remove",
        "start",
        "approve",
        "reject",
        "complete",
        "cancel"
      })
  void everyWordHasHelpWithAnExampleOfItself(String word) {
    assertThat(done("ceremony", word, "--help"))
        .contains("Examples:", "./witan ceremony " + word, "--json");
  }

  @Test
  void theGroupSaysWhatMayFollowIt() {
    Outcome alone = trial.call("ceremony");

    assertThat(alone.status()).isEqualTo(2);
    assertThat(alone.err()).contains("Examples:", "ceremony: say list, show");
  }

  @Test
  void ceremoniesAreListedAsATableOrAsJson() {
    answers("/ceremonies", "{\"items\":[%s]}".formatted(ceremony("REVIEWING", ASKED)));
    assertThat(done("ceremony", "list", "--status", "REVIEWING", "--by", "paula"))
        .contains("CEREMONY", "BRC-1", "REVIEWING", "s-1");

    answers("/ceremonies", "{\"items\":[%s]}".formatted(ceremony("REVIEWING", ASKED)));
    assertThat(
            Json.parse(done("ceremony", "list", "--json"))
                .orElseThrow()
                .at("/items/0/ceremony_id")
                .asText())
        .isEqualTo("BRC-1");
  }

  @Test
  void aCeremonyIsShownWithWhoHasSpokenAndWhatFailed() {
    answers("/ceremonies/BRC-1", ceremony("IN_PROGRESS", ASKED));

    assertThat(done("ceremony", "show", "BRC-1"))
        .contains("IN_PROGRESS", "ARCHITECT", "thinks", "failed", "QA about s-1: no model");
  }

  @Test
  void aStoryIsShownWithFeedbackPlanAndDecision() {
    answers("/ceremonies/BRC-1", ceremony("REVIEWING", REVIEWED));

    assertThat(done("ceremony", "show", "BRC-1", "s-1"))
        .contains("ARCHITECT, by agent-architect-001", "Fine so far")
        .contains("Plan for s-1", "HIGH", "abc", "It works", "The provider", "Build it")
        .contains("PL-1", "Go", "Fast?", "A customer waits");
  }

  @Test
  void aStoryThatIsNotInItIsNamed() {
    answers("/ceremonies/BRC-1", ceremony("REVIEWING", REVIEWED));

    Outcome refused = trial.call("ceremony", "show", "BRC-1", "s-9");

    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("there is no story s-9 in ceremony BRC-1");
  }

  @Test
  void oneThatNobodyThinksAboutIsFollowedToItsEndAtOnce() {
    answers("/ceremonies/BRC-1", ceremony("REVIEWING", REVIEWED));

    Outcome shown = trial.call("ceremony", "show", "BRC-1", "--follow");

    assertThat(shown.status()).isZero();
    assertThat(shown.err())
        .contains("ceremony is REVIEWING")
        .contains("s-1: ARCHITECT has spoken, by agent-architect-001")
        .contains("s-1: the council of QA failed: no model");
    assertThat(shown.out()).contains("yes", "failed", "PL-1");
  }

  @Test
  void oneThatIsThoughtAboutForTooLongIsGivenUp() {
    for (int look = 0; look < 3; look++) {
      answers("/ceremonies/BRC-1", ceremony("IN_PROGRESS", ASKED));
    }

    Outcome given = trial.call("ceremony", "show", "BRC-1", "--follow", "--timeout", "0");

    assertThat(given.status()).isEqualTo(1);
    assertThat(given.err()).contains("waited 0 s for the councils of BRC-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create s-1|/ceremonies|BRC-1 is DRAFT, with 1 stories",
        "add BRC-1 s-1|/ceremonies/BRC-1/stories|BRC-1 is DRAFT, with 1 stories",
        "remove BRC-1 s-2|/ceremonies/BRC-1/stories/s-2|BRC-1 is DRAFT, with 1 stories",
        "start BRC-1|/ceremonies/BRC-1/start|BRC-1 is DRAFT, 2 councils were asked",
        "complete BRC-1|/ceremonies/BRC-1/completion|BRC-1 is DRAFT",
        "cancel BRC-1 --if-version 3|/ceremonies/BRC-1/cancellation|BRC-1 is DRAFT",
        "reject BRC-1 s-1 no|/ceremonies/BRC-1/stories/s-1/rejection|s-1 is rejected, BRC-1 is DRAFT",
        "approve BRC-1 s-1 --notes Go|/ceremonies/BRC-1/stories/s-1/approval|PL-1 of s-1 is approved, BRC-1 is DRAFT",
        "approve BRC-1 s-1 --notes Go --concerns no --priority LOW --why x --digest abc"
            + "|/ceremonies/BRC-1/stories/s-1/approval|PL-1 of s-1 is approved, BRC-1 is DRAFT"
      })
  void everyStepSaysWhatBecameOfIt(String words, String path, String said) {
    answers(path, ceremony("DRAFT", REVIEWED));

    assertThat(done(List.of(("ceremony " + words).split(" ", -1)).toArray(String[]::new)))
        .isEqualTo(said + "\n");
  }
}
