package io.witan.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.port.IdleRunner;
import io.witan.deliberation.port.RunnerState;
import io.witan.deliberation.port.RunnerState.Reach;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunnerCheckTest {

  /** A runner that is as it is told to be. */
  private static final class Stood extends IdleRunner {
    private final CompletionStage<RunnerState> look;

    private Stood(CompletionStage<RunnerState> look) {
      super("ray");
      this.look = look;
    }

    @Override
    public CompletionStage<RunnerState> look() {
      return look;
    }
  }

  private static HealthCheckResponse check(CompletionStage<RunnerState> look, boolean required) {
    return new RunnerCheck(new Stood(look), required).call();
  }

  private static RunnerState state(Reach reach) {
    return new RunnerState("ray", "model-x", reach, "b: no connection", List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "UP, false, UP", "DEGRADED, false, UP", "AWAY, false, UP",
    "UP, true, UP", "DEGRADED, true, UP", "AWAY, true, DOWN"
  })
  void is_down_only_when_a_required_runner_is_away(Reach reach, boolean required, Status status) {
    HealthCheckResponse answer = check(CompletableFuture.completedFuture(state(reach)), required);

    assertThat(answer.getStatus()).isEqualTo(status);
  }

  @Test
  void tells_the_state_and_the_reason() {
    assertThat(check(CompletableFuture.completedFuture(state(Reach.DEGRADED)), false).getData())
        .contains(Map.of("runner", "ray", "state", "degraded", "reason", "b: no connection"));
    assertThat(check(CompletableFuture.completedFuture(RunnerState.up("ray", "x")), true).getData())
        .contains(Map.of("runner", "ray", "state", "up"));
  }

  @Test
  void a_look_that_breaks_is_a_runner_that_is_away() {
    CompletableFuture<RunnerState> broken =
        CompletableFuture.failedFuture(new IllegalStateException("out of order"));

    assertThat(check(broken, true).getStatus()).isEqualTo(Status.DOWN);
    assertThat(check(broken, false).getData().orElseThrow().get("reason").toString())
        .contains("out of order");
  }
}
