package io.witan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.cli.Trial;
import io.witan.cli.Trial.Outcome;
import io.witan.cli.api.Json;
import io.witan.cli.fake.FakeWitan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What commands take from variables, options and files, and what they say when it makes no sense.
 */
class SettingsTest {
  @TempDir Path folder;
  private FakeWitan server;
  private Trial trial;

  @BeforeEach
  void start() {
    server = FakeWitan.start();
    trial = new Trial(folder, server);
    trial.file("story.md", "# A title\n\nA brief.\n\n## Acceptance criteria\n- one\n- two\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void patienceIsANumberOfSeconds() {
    Outcome run = trial.with("WITAN_PATIENCE", "a while").call("run", "story.md");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("WITAN_PATIENCE is \"a while\"", "number of seconds");
  }

  @Test
  void aSuffixOfUsersIsShortAndPlain() {
    Outcome run = trial.call("run", "story.md", "--user-suffix", "my own");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--user-suffix is \"my own\"", "a-z, 0-9 and -");
    assertThat(server.writes()).isEmpty();
  }

  @Test
  void aVariableThatIsBlankIsNotSet() {
    assertThat(trial.with("WITAN_TOKEN", " ").call("whoami").out()).isEqualTo("admin (admin)\n");
  }

  @Test
  void anAddressMayEndWithASlash() {
    assertThat(trial.with("WITAN_URL", server.url() + "/").call("whoami").status()).isZero();
  }

  @Test
  void anAddressOfAnotherKindIsNone() {
    assertThat(trial.with("WITAN_URL", "ftp://127.0.0.1").call("whoami").err())
        .contains("WITAN_URL is \"ftp://127.0.0.1\"");
  }

  @Nested
  class ATokenToHandOn {

    @Test
    void isOfThePasswordThatIsTyped() {
      Outcome token =
          trial.typing(FakeWitan.ADMIN_PASSWORD + "\n", "token", "admin", "--password-stdin");

      assertThat(token.out()).isEqualTo("admin.0\n");
    }

    @Test
    void isOneDocumentForPrograms() {
      Outcome token = trial.call("token", "admin", "--json");

      assertThat(Json.parse(token.out()).orElseThrow().path("access_token").asText())
          .isEqualTo("admin.0");
    }

    @Test
    void isNotGivenWithoutThePassword() {
      assertThat(trial.typing("guess\n", "token", "ada").err()).contains("UNAUTHENTICATED");
    }
  }

  @Nested
  class AFileOfItsOwn {

    @Test
    void thatCannotBeReadIsNamed() throws IOException {
      Files.createDirectories(folder.resolve(".witan/data/cli/session.json"));

      Outcome whoami = trial.call("whoami");

      assertThat(whoami.status()).isEqualTo(1);
      assertThat(whoami.err()).contains("session.json cannot be read", "WITAN_HOME");
    }

    @Test
    void thatCannotBeWrittenIsNamed() {
      trial.file(".witan/data/cli", "in the way");

      assertThat(trial.call("login", "admin").err())
          .contains("session.json cannot be written", "check WITAN_HOME");
    }

    @Test
    void thatSomebodyDamagedIsNamedWithTheWayOut() {
      trial.file(".witan/data/cli/demo-users.json", "{half");

      assertThat(trial.call("run", "story.md").err())
          .contains("demo-users.json is damaged", "--user-suffix 2");
    }

    @Test
    void thatCannotBeLockedIsNamed() {
      trial.file(".witan/data/cli/runs", "in the way");

      Outcome run = trial.call("run", "story.md");

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains(".lock cannot be locked", "check WITAN_HOME");
    }
  }

  @Test
  void aStoryIsOneDocumentForPrograms() {
    assertThat(trial.call("run", "story.md").status()).isZero();
    String story = server.fleet().all("story").get(0).path("story_id").asText();

    Outcome shown = trial.call("story", "show", story, "--json");

    assertThat(Json.parse(shown.out()).orElseThrow().path("story").path("story_id").asText())
        .isEqualTo(story);
  }

  @Test
  void verdictsAreOneDocumentForPrograms() {
    assertThat(trial.call("run", "story.md").status()).isZero();
    String story = server.fleet().all("story").get(0).path("story_id").asText();

    Outcome verdicts = trial.call("audit", story, "--verify", "--json");

    assertThat(Json.parse(verdicts.out()).orElseThrow().path("chains"))
        .isNotEmpty()
        .allMatch(chain -> chain.path("holds").asBoolean());
  }
}
