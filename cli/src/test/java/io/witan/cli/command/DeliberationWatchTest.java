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

class DeliberationWatchTest {
  private static final String[] ALL = {
    "  0%  generating  the agents begin to write",
    " 16%  generating  agent-1 wrote a proposal",
    "100%  complete    the proposal of agent-1 wins"
  };

  @TempDir Path folder;
  private FakeWitan server;
  private Trial trial;

  @BeforeEach
  void start() {
    server = FakeWitan.start();
    server.admit("paula", "po");
    trial = new Trial(folder, server).with("WITAN_TOKEN", "paula.0");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Outcome watch(String... options) {
    String[] words = new String[3 + options.length];
    System.arraycopy(new String[] {"deliberation", "watch", "D-1"}, 0, words, 0, 3);
    System.arraycopy(options, 0, words, 3, options.length);
    return trial.call(words);
  }

  @Test
  void showsALineForEachStepAndEndsWithIt() {
    Outcome watched = watch();

    assertThat(watched.status()).as(watched.err()).isZero();
    assertThat(watched.out().lines()).containsExactly(ALL);
  }

  @Test
  void goesOnAfterABreakWithoutARepetition() {
    server.breakNextStream();

    Outcome watched = watch();

    assertThat(watched.status()).isZero();
    assertThat(watched.out().lines()).containsExactly(ALL);
    assertThat(watched.err()).contains("connecting again");
  }

  @Test
  void endsWithOneWhenThereIsNoWinner() {
    server.fleet().failDeliberations(1);

    Outcome watched = watch();

    assertThat(watched.status()).isOne();
    assertThat(watched.out()).contains(" 16%  failed      there is no winner");
    assertThat(watched.err()).contains("no winner: the model is away");
  }

  @Test
  void isOneDocumentALineForPrograms() {
    assertThat(watch("--json").out().lines())
        .hasSize(3)
        .allMatch(line -> Json.parse(line).orElseThrow().has("progress_percent"));
  }

  @Test
  void refusesOneThatIsNotThere() {
    Outcome refused = trial.call("deliberation", "watch", "D-9");

    assertThat(refused.status()).isOne();
    assertThat(refused.err()).contains("D-9");
  }

  @Test
  void aloneSaysWhatItCanDo() {
    Outcome alone = trial.call("deliberation");

    assertThat(alone.status()).isEqualTo(2);
    assertThat(alone.err()).contains("deliberation: say start, list, show, watch or cancel");
  }
}
