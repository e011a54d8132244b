package io.witan.deliberation.adapter.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.domain.Finding;
import io.witan.deliberation.domain.Severity;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimedParserTest {
  private static final Duration SOON = Duration.ofMillis(50);

  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger begun = new AtomicInteger();

  /** Comes to no end over some texts, and does not heed interrupts. */
  private final TimedParser parser = new TimedParser(this::parse, SOON, 2);

  private List<Finding> parse(String file, String text) {
    if (text.equals("deep")) {
      throw new StackOverflowError();
    }
    if (text.equals("odd")) {
      throw new IllegalStateException("a fault of the parser");
    }
    if (text.equals("endless")) {
      begun.incrementAndGet();
      spin();
    }
    return List.of(Finding.error(file, 3, "read: " + text));
  }

  private void spin() {
    while (end.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void let_it_end() {
    end.countDown();
  }

  private static String line(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.get(0).text();
  }

  @Test
  void answers_what_is_found() {
    TimedParser patient = new TimedParser(this::parse, Duration.ofMinutes(1), 1);

    assertThat(patient.parse("A.java", "x")).containsExactly(Finding.error("A.java", 3, "read: x"));
  }

  @Test
  void gives_up_a_text_that_takes_too_long() {
    List<Finding> findings = parser.parse("A.java", "endless");

    assertThat(line(findings)).isEqualTo("not parsed within 50 ms");
    assertThat(findings.get(0).isError()).isTrue();
  }

  @Test
  void blames_nobody_while_others_hold_it_up_and_goes_on_when_they_have_ended() {
    // One that no thread had begun in time is given up, and holds up nobody.
    Awaitility.await()
        .until(
            () -> {
              parser.parse("A.java", "endless");
              return begun.get() == 2;
            });

    List<Finding> held = parser.parse("C.java", "x");
    end.countDown();

    assertThat(held.get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(line(held)).contains("held up by other texts");
    Awaitility.await().until(() -> line(parser.parse("C.java", "x")).equals("read: x"));
  }

  @Test
  void tells_what_is_nested_too_deep_and_throws_what_is_broken() {
    TimedParser patient = new TimedParser(this::parse, Duration.ofMinutes(1), 1);

    assertThat(line(patient.parse("A.java", "deep"))).contains("nested too deep");
    assertThatThrownBy(() -> patient.parse("A.java", "odd"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("A.java");
  }
}
