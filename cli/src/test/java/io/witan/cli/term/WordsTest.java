package io.witan.cli.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void takesOutWhatCouldRewriteTheScreen() {
    assertThat(Words.safe("a\u001b[2J\u0007b\u202ec\r\n\td")).isEqualTo("a[2Jbc\n\td");
  }

  @Test
  void shortensByCharactersAndNotInTheMiddleOfOne() {
    assertThat(Words.line("one \n two", 20)).isEqualTo("one two");
    assertThat(Words.line("\ud83d\ude80".repeat(10), 5)).isEqualTo("\ud83d\ude80\ud83d\ude80...");
  }

  @Test
  void countsTheLinesThatItLeavesOut() {
    assertThat(Words.excerpt("a\n\nb\nc\nd", 2, 10)).containsExactly("a", "b", "(2 more lines)");
  }

  @Test
  void spellsLengthsOfTime() {
    assertThat(Durations.spell(Duration.ofMillis(12))).isEqualTo("12 ms");
    assertThat(Durations.spell(Duration.ofMillis(3_440))).isEqualTo("3.4 s");
    assertThat(Durations.spell(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
  }

  @Test
  void alignsTables() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      new Table("A", "B").row("long", null).row("x", "y\nz").print(out, Style.PLAIN);
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("A     B\nlong\nx     y z\n");
  }
}
