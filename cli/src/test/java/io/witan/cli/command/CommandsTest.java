package io.witan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.cli.Trial;
import io.witan.cli.Trial.Outcome;
import io.witan.cli.api.Json;
import io.witan.cli.fake.FakeWitan;
import io.witan.cli.term.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
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

  private String done() {
    trial.file(
        "story.md",
        "# A title with \u001b[31mcolour\u001b[0m\n\nA brief.\n\n## Acceptance criteria\n- one\n- two\n");
    assertThat(trial.call("run", "story.md").status()).isZero();
    return server.fleet().all("story").get(0).path("story_id").asText();
  }

  @Nested
  class Audit {

    @Test
    void showsTheTrailAndTheVerdicts() {
      Outcome audit = trial.call("audit", done());

      assertThat(audit.status()).isZero();
      assertThat(audit.out())
          .contains(
              "ACTOR", "demo-architect", "story.transitioned", "workflow.CLAIM_TASK", "all hold");
    }

    @Test
    void verifiesOnly() {
      Outcome audit = trial.call("audit", done(), "--verify");

      assertThat(audit.out()).contains("holds").doesNotContain("story.transitioned");
    }

    @Test
    void endsWithOneWhenAChainIsBroken() {
      String story = done();
      server.fleet().breakChains();

      Outcome audit = trial.call("audit", story, "--verify");

      assertThat(audit.status()).isEqualTo(1);
      assertThat(audit.out())
          .contains("BROKEN at entry 1: the hash does not fit", "chains are broken");
    }

    @Test
    void checksEverythingThatWasSignedPageByPage() {
      Outcome audit = trial.call("audit", "--verify");

      assertThat(audit.status()).isZero();
      assertThat(audit.out())
          .contains("200 batches of signed heads, 1400 heads, 1800 entries of chains: all hold");
    }

    @Test
    void namesTheFirstSignedHeadThatDoesNotHold() {
      server.fleet().breakChains();

      Outcome audit = trial.call("audit", "--verify");

      assertThat(audit.status()).isEqualTo(1);
      assertThat(audit.out()).contains("BROKEN at batch 117, story s-1, entry 3: it is gone");
      assertThat(Json.parse(trial.call("audit", "--verify", "--json").out()).orElseThrow())
          .anySatisfy(field -> assertThat(field.path("batch").asLong()).isEqualTo(117));
    }

    @Test
    void verifiesTheWholeTrail() {
      Outcome verdict = trial.call("audit", "verify");

      assertThat(verdict.status()).as(verdict.err()).isZero();
      assertThat(verdict.out())
          .contains("200 batches of signed heads, 1400 heads, 45 chains, 1800 entries: all hold");
    }

    @Test
    void namesTheFirstBatchThatBreaksTheTrail() {
      server.fleet().breakChains();

      Outcome verdict = trial.call("audit", "verify");

      assertThat(verdict.status()).isEqualTo(1);
      assertThat(verdict.out()).contains("BROKEN at batch 117 of signed heads: it is missing");
    }

    @Test
    void verifiesOneChainAndNamesItsFirstBreak() {
      Outcome good = trial.call("audit", "verify", "story", "s-1");
      server.fleet().breakChains();
      Outcome bad = trial.call("audit", "verify", "story", "s-1");
      Outcome json = trial.call("audit", "verify", "story", "s-1", "--json");

      assertThat(good.out()).contains("1 chains, 7 entries: all hold");
      assertThat(bad.status()).isEqualTo(1);
      assertThat(bad.out())
          .contains("BROKEN at story s-1, entry 3: the aggregate's title is \"x\"");
      assertThat(json.status()).isEqualTo(1);
      assertThat(Json.parse(json.out()).orElseThrow().path("broken").path("sequence").asLong())
          .isEqualTo(3);
    }

    @Test
    void exportsToAFileOrToStandardOutput() throws IOException {
      Path file = trial.folder().resolve("audit.jsonl");

      Outcome printed = trial.call("audit", "export", "--kind", "story", "--since", "2026-03-01");
      Outcome written = trial.call("audit", "export", "--out", file.toString());

      assertThat(printed.status()).as(printed.err()).isZero();
      assertThat(printed.out()).contains("\"kind\":\"story\"");
      assertThat(written.out()).isEmpty();
      assertThat(Files.readString(file)).contains("\"kind\":\"any\"");
    }

    @Test
    void namesAFolderThatCannotTakeTheExport() {
      String file = trial.folder().resolve("none").resolve("audit.jsonl").toString();

      Outcome refused = trial.call("audit", "export", "--out", file);

      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.err()).contains("the export ended too early: " + file);
    }

    @Test
    void needsAStoryUnlessItChecksEverything() {
      Outcome audit = trial.call("audit");

      assertThat(audit.status()).isEqualTo(2);
      assertThat(audit.err()).contains("name a story");
    }

    @Test
    void isOneDocumentForPrograms() {
      Outcome audit = trial.call("audit", done(), "--json");

      assertThat(Json.parse(audit.out()).orElseThrow().path("entries").size()).isGreaterThan(10);
    }
  }

  @Nested
  class Stories {

    @Test
    void tellWhatHappenedInOrderOfTime() {
      String story = done();

      Outcome timeline = trial.call("story", "timeline", story);
      Outcome json = trial.call("story", "timeline", story, "--json");

      assertThat(timeline.status()).as(timeline.err()).isZero();
      assertThat(timeline.out()).contains("story.transitioned", "workflow.CLAIM_TASK");
      assertThat(Json.parse(json.out()).orElseThrow().size()).isGreaterThan(10);
    }

    @Test
    void areListed() {
      String story = done();

      assertThat(trial.call("story", "list").out()).contains("STORY", story, "DONE");
      assertThat(trial.call("story", "list", "--state", "draft").status()).isEqualTo(2);
      assertThat(trial.call("story", "list", "--state", "DRAFT").out()).doesNotContain(story);
      assertThat(
              Json.parse(trial.call("story", "list", "--json").out()).orElseThrow().path("items"))
          .hasSize(1);
    }

    @Test
    void areShownWithoutControlCharacters() {
      Outcome shown = trial.call("story", "show", done());

      assertThat(shown.out())
          .contains("A title with", "A brief.", "readiness 100 of 100", "TASK", "done")
          .doesNotContain("\u001b");
    }

    @Test
    void thatDoNotExistAreRefusedInOneSentenceWithWhatToDo() {
      done();

      Outcome shown = trial.call("story", "show", "s-none");

      assertThat(shown.status()).isEqualTo(1);
      assertThat(shown.err())
          .contains(
              "witan: there is no s-none (NOT_FOUND, HTTP 404)",
              "./witan story list",
              "trace 4bf92f3577b34da6");
    }

    @Test
    void areRefusedAsJsonForPrograms() {
      done();

      Outcome shown = trial.call("story", "show", "s-none", "--json");

      assertThat(Json.parse(shown.err()).orElseThrow().path("exit_status").asInt()).isEqualTo(1);
    }
  }

  @Nested
  class Identity {

    @Test
    void isTheAdministratorBeforeAnythingElse() {
      assertThat(trial.call("whoami").out()).isEqualTo("admin (admin)\n");
    }

    @Test
    void isTheProductOwnerOnceThereIsOne() {
      done();

      assertThat(trial.call("whoami").out()).isEqualTo("demo-po (po)\n");
      assertThat(trial.call("whoami", "--json").out()).contains("\"username\" : \"demo-po\"");
    }

    @Test
    void isWhoeverLoggedIn() {
      done();

      assertThat(trial.call("login", "demo-qa").out())
          .contains("logged in as demo-qa (qa) for 15 minutes");
      assertThat(trial.call("whoami").out()).isEqualTo("demo-qa (qa)\n");
    }

    @Test
    void mayComeWithAPasswordThatIsTyped() {
      trial.with("WITAN_HOME", "elsewhere");

      assertThat(
              trial
                  .typing(FakeWitan.ADMIN_PASSWORD + "\n", "login", "admin", "--password-stdin")
                  .status())
          .isZero();
      assertThat(trial.typing("wrong\n", "login", "ada").err()).contains("UNAUTHENTICATED");
      assertThat(trial.typing("", "login", "ada").status()).isEqualTo(2);
    }

    @Test
    void mayBeAToken() {
      done();
      String token = trial.call("token", "demo-dev").out().strip();

      assertThat(trial.with("WITAN_TOKEN", token).call("whoami").out()).contains("demo-dev");
    }

    @Test
    void isRefusedWithAWayOutWhenItsTokenHasExpired() {
      done();
      trial.call("login", "demo-qa");
      server.expireTokens();

      assertThat(trial.call("whoami").err()).contains("has expired", "./witan login USER");
    }
  }

  @Nested
  class Events {

    @Test
    void areFollowed() {
      Outcome events = trial.call("events", done(), "--count", "2");

      assertThat(events.out())
          .containsSubsequence(
              "from_state=DRAFT to_state=PO_REVIEW", "to_state=READY_FOR_PLANNING\n");
    }

    @Test
    void goOnAfterABreakWithoutARepetition() {
      Outcome events = trial.call("events", done(), "--count", "3", "--json");

      assertThat(events.out().lines())
          .extracting(line -> Json.parse(line).orElseThrow().path("id").asText())
          .containsExactly("s-1/2", "s-1/3", "s-1/4");
    }

    @Test
    void areOneDocumentALineForPrograms() {
      Outcome events = trial.call("events", done(), "--count", "3", "--json");

      assertThat(events.out().lines()).hasSize(3).allMatch(line -> Json.parse(line).isPresent());
    }
  }

  @Nested
  class EventsThatCannotBeSent {

    @Test
    void areListedWithTheReason() {
      assertThat(trial.call("parked").status()).isZero();
      server.fleet().park("s-1/3@planning.story.created", "maximum payload exceeded");

      assertThat(trial.call("parked").out())
          .contains("MESSAGE", "s-1/3@planning.story.created", "2000000", "maximum payload");
      assertThat(Json.parse(trial.call("parked", "--json").out()).orElseThrow().path("items"))
          .hasSize(1);
    }

    @Test
    void areSentAgainOneByOneOrAllAtOnce() {
      server.fleet().park("s-1/3@a", "no stream");
      server.fleet().park("s-1/4@a", "no stream");
      server.fleet().park("s-1/5@a", "no stream");

      assertThat(trial.call("parked", "--retry", "s-1/4@a").out())
          .isEqualTo("waits to be sent: s-1/4@a\n");
      assertThat(trial.call("parked").out()).contains("s-1/3@a", "s-1/5@a").doesNotContain("s-1/4");
      assertThat(trial.call("parked", "--retry-all", "--json").out())
          .contains("s-1/3@a", "s-1/5@a");
      assertThat(trial.call("parked").out()).doesNotContain("s-1/");
    }
  }

  @Nested
  class TheRunner {
    @Test
    void isShownWithTheClustersItHas() {
      trial.call("runner");

      String page = trial.call("runner").out();

      assertThat(page).startsWith("ray model-x: degraded\nb: no connection\n");
      assertThat(page)
          .containsPattern("a +yes +CLOSED +1.0 +1 of 2 +3 +4 of 64 +5 +6 +7 +8 +http://a");
      assertThat(page).containsPattern("b +no +OPEN +2.0 +http://b");
    }

    @Test
    void isTheSameForPrograms() {
      assertThat(Json.parse(trial.call("runner", "--json").out()).orElseThrow().path("clusters"))
          .hasSize(2);
    }
  }

  @Nested
  class AServerThatIsNotThere {

    @ParameterizedTest
    @ValueSource(strings = {"whoami", "token admin"})
    void endsWithThreeAndTheWayToStartIt(String words) {
      server.close();

      Outcome outcome = trial.call(words.split(" "));

      assertThat(outcome.status()).isEqualTo(3);
      assertThat(outcome.err()).contains("no Witan server at", "./witan up");
    }

    @Test
    void isAnAddressThatMakesSense() {
      assertThat(trial.with("WITAN_URL", "localhost:80").call("whoami").status()).isEqualTo(2);
      assertThat(trial.with("WITAN_URL", "http://a b").call("whoami").status()).isEqualTo(2);
    }
  }

  @Nested
  class Words {

    @Test
    void thatAreUnknownGetASuggestion() {
      Outcome outcome = trial.call("adit");

      assertThat(outcome.status()).isEqualTo(2);
      assertThat(outcome.err()).contains("witan audit");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "run",
          "audit",
          "audit verify",
          "audit export",
          "story timeline",
          "story list",
          "story show",
          "deliberation",
          "deliberation start",
          "deliberation watch",
          "deliberation list",
          "deliberation cancel",
          "council",
          "council list",
          "council show",
          "council create",
          "council delete",
          "council register",
          "council unregister",
          "events",
          "parked",
          "runner",
          "login",
          "whoami",
          "token"
        })
    void haveHelpWithExamples(String words) {
      Outcome outcome = trial.call((words + " --help").split(" "));

      assertThat(outcome.status()).isZero();
      assertThat(outcome.out()).contains("Examples:", "./witan " + words);
    }

    @Test
    void thatAreMissingGetTheHelp() {
      assertThat(trial.call().out()).contains("Exit status:", "no Witan server answers");
      assertThat(trial.call("story").status()).isEqualTo(2);
      assertThat(trial.call("--version").out()).startsWith("witan ");
      assertThat(trial.typing(Style.RICH, "", "help").status()).isZero();
    }
  }
}
