package io.witan.executor;

import io.witan.deliberation.port.TurnRunner;
import io.witan.executor.ray.RaySettings;
import io.witan.executor.ray.RayTurnRunner;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the runner that the configuration names. */
@Dependent
public class RunnerSettings {
  private final RunnerKind kind;
  private final Duration pace;
  private final OpenAiSettings openAi;
  private final RaySettings ray;
  private final Clock clock;

  @Inject
  public RunnerSettings(
      @ConfigProperty(name = "witan.runner") RunnerKind kind,
      @ConfigProperty(name = "witan.rehearsal.pace") Duration pace,
      OpenAiSettings openAi,
      RaySettings ray,
      Clock clock) {
    this.kind = kind;
    this.pace = pace;
    this.openAi = openAi;
    this.ray = ray;
    this.clock = clock;
  }

  TurnRunner runner() {
    return switch (kind) {
      case REHEARSAL -> new RehearsalTurnRunner(pace);
      case OPENAI -> new OpenAiTurnRunner(openAi, clock);
      case RAY -> new RayTurnRunner(ray, clock);
    };
  }
}
