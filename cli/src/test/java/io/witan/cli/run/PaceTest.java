package io.witan.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.witan.cli.ExitCode;
import io.witan.cli.Stop;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Pace FAST =
      new Pace(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(5), Pace::sleep);

  @Test
  void looksUntilThereIsSomethingToSee() {
    Iterator<Optional<String>> looks =
        List.of(Optional.<String>empty(), Optional.<String>empty(), Optional.of("there"))
            .iterator();

    assertThat(FAST.within(Duration.ofMinutes(1)).await("it", looks::next)).isEqualTo("there");
    assertThat(looks.hasNext()).isFalse();
  }

  @Test
  void doesNotLookForever() {
    assertThatExceptionOfType(Stop.class)
        .isThrownBy(() -> FAST.await("the task to move", Optional::empty))
        .withMessage("waited 0 s for the task to move")
        .satisfies(stop -> assertThat(stop.hints()).anyMatch(hint -> hint.contains("status")));
  }

  @Test
  void stopsWhenItIsInterrupted() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(Stop.class)
        .isThrownBy(() -> FAST.await("it", Optional::empty))
        .satisfies(stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.INTERRUPTED));
    assertThat(Thread.interrupted()).isTrue();
  }
}
