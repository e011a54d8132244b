package io.witan.web.health;

import io.witan.deliberation.port.RunnerState;
import io.witan.deliberation.port.RunnerState.Reach;
import io.witan.deliberation.port.TurnRunner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whether the configured runner can take turns. Ready also without it, as everything else
 * goes on and deliberations wait for their model; not ready only where it is said to be required.
 */
@Readiness
@ApplicationScoped
public class RunnerCheck implements HealthCheck {
  private static final long PATIENCE_SECONDS = 6;

  private final TurnRunner runner;
  private final boolean required;

  protected RunnerCheck() {
    this(null, false);
  }

  @Inject
  public RunnerCheck(
      TurnRunner runner, @ConfigProperty(name = "witan.runner.required") boolean required) {
    this.runner = runner;
    this.required = required;
  }

  @Override
  public HealthCheckResponse call() {
    RunnerState state = state();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("runner", state.runner());
    data.put("state", state.reach().name().toLowerCase(Locale.ROOT));
    if (!state.detail().isEmpty()) {
      data.put("reason", state.detail());
    }
    boolean isReady = !required || state.reach() != Reach.AWAY;
    return new HealthCheckResponse("runner", isReady ? Status.UP : Status.DOWN, Optional.of(data));
  }

  private RunnerState state() {
    try {
      return runner.look().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return away("the look was interrupted");
    } catch (TimeoutException late) {
      return away("no answer within %d s".formatted(PATIENCE_SECONDS));
    } catch (ExecutionException broken) {
      return away(String.valueOf(broken.getCause()));
    }
  }

  private RunnerState away(String detail) {
    return RunnerState.away(runner.name(), runner.model(), detail);
  }
}
