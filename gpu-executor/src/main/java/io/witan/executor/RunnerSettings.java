package io.witan.executor;

import io.witan.deliberation.port.TurnRunner;
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
  private final Clock clock;

  @Inject
  public RunnerSettings(
      @ConfigProperty(name = "witan.runner") RunnerKind kind,
      @ConfigProperty(name = "witan.rehearsal.pace") Duration pace,
      OpenAiSettings openAi,
      Clock clock) {
    this.kind = kind;
    this.pace = pace;
    this.openAi = openAi;
    this.clock = clock;
  }

  TurnRunner runner() {
    return switch (kind) {
      case REHEARSAL -> new RehearsalTurnRunner(pace);
      case OPENAI -> new OpenAiTurnRunner(openAi, clock);
    };
  }
}
