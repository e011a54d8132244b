package io.witan.shared;

import static io.witan.testing.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final Refusal NO = Refusal.of(Refusal.Code.GUARD_FAILED, "no");

  @Nested
  class When_done {
    private final Outcome<Integer> two = Outcome.done(2);

    @Test
    void folds_to_the_first() {
      assertThat(two.<String>fold(done -> "done " + done, refusal -> "no")).isEqualTo("done 2");
      assertThat(two.isDone()).isTrue();
    }

    @Test
    void goes_on() {
      assertThat(two.map(done -> done + 1)).isEqualTo(Outcome.done(3));
      assertThat(two.then(done -> Outcome.done(done * 2))).isEqualTo(Outcome.done(4));
      assertThat(refusal(two.then(done -> NO.asOutcome()))).isEqualTo(NO);
    }

    @Test
    void has_its_effect_and_stays_the_same() {
      List<Integer> seen = new ArrayList<>();

      assertThat(two.onDone(seen::add)).isEqualTo(two);
      assertThat(seen).containsExactly(2);
    }
  }

  @Nested
  class When_refused {
    private final Outcome<Integer> none = Outcome.refused(NO);

    @Test
    void folds_to_the_second() {
      assertThat(none.<String>fold(done -> "done", Refusal::message)).isEqualTo("no");
      assertThat(none.isDone()).isFalse();
    }

    @Test
    void goes_no_further() {
      List<Integer> seen = new ArrayList<>();

      assertThat(refusal(none.map(done -> done + 1))).isEqualTo(NO);
      assertThat(refusal(none.then(done -> Outcome.done("x")))).isEqualTo(NO);
      assertThat(refusal(none.onDone(seen::add))).isEqualTo(NO);
      assertThat(seen).isEmpty();
    }
  }
}
