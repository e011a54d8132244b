package io.witan.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.witan.cli.Stop;
import io.witan.cli.run.Gatekeeper.Approve;
import io.witan.cli.run.Gatekeeper.Decision;
import io.witan.cli.run.Gatekeeper.Gate;
import io.witan.cli.run.Gatekeeper.Reject;
import io.witan.cli.term.Style;
import io.witan.cli.term.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AskingGatekeeperTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private AskingGatekeeper typing(String input) {
    return new AskingGatekeeper(
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new ByteArrayOutputStream(),
            err,
            Style.PLAIN));
  }

  private static Gate gate(boolean rejectable) {
    return new Gate("Is it right?", "demo-po", rejectable);
  }

  private String asked() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void asksAgainUntilTheAnswerIsOneOfTheWays() {
    Decision decision = typing("maybe\n\nYES\n").decide(gate(true));

    assertThat(decision).isInstanceOf(Approve.class);
    assertThat(asked()).containsSubsequence("please answer with one of: ", "please answer");
  }

  @Test
  void takesARejectionOnlyWhereThereIsOne() {
    assertThat(typing("r\nit is not tested\n").decide(gate(true)))
        .isEqualTo(new Reject("it is not tested"));

    assertThat(typing("r\na\n").decide(gate(false))).isInstanceOf(Approve.class);
    assertThat(asked()).contains("please answer with one of: [a]pprove, [q]uit");
  }

  @Test
  void takesYesOrNoForAnAnswer() {
    typing("perhaps\ny\n").confirm("Go on?");

    assertThat(asked()).contains("Go on?", "please answer with y or q");
  }

  @Test
  void stopsWhenThePersonHasHadEnough() {
    assertThatExceptionOfType(Stop.class).isThrownBy(() -> typing("n\n").confirm("Go on?"));
    assertThatExceptionOfType(Stop.class).isThrownBy(() -> typing("q\n").decide(gate(true)));
    assertThatExceptionOfType(Stop.class)
        .isThrownBy(() -> typing("").decide(gate(true)))
        .withMessageContaining("stopped by you");
  }
}
