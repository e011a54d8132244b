package io.witan.executor;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.port.RunnerState;
import io.witan.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class LastLookTest {
  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final LastLook lastLook = new LastLook(clock);
  private int looks;

  private CompletionStage<RunnerState> look(CompletableFuture<RunnerState> answer) {
    return lastLook.or(
        () -> {
          looks++;
          return answer;
        });
  }

  private void after(Duration time) {
    clock.pass(time);
  }

  @Test
  void serves_for_some_seconds() {
    CompletableFuture<RunnerState> up =
        CompletableFuture.completedFuture(RunnerState.up("ray", "model-x"));
    look(up);
    after(Duration.ofSeconds(4));
    look(up);
    assertThat(looks).isOne();

    after(Duration.ofSeconds(2));
    look(up);

    assertThat(looks).isEqualTo(2);
  }

  @Test
  void is_waited_for_by_all_while_it_is_under_way() {
    CompletionStage<RunnerState> first = look(new CompletableFuture<>());
    after(Duration.ofMinutes(1));

    assertThat(look(new CompletableFuture<>())).isSameAs(first);
    assertThat(looks).isOne();
  }
}
