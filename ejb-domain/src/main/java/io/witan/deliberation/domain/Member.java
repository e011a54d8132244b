package io.witan.deliberation.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.Text;
import java.util.Objects;
import java.util.Optional;

/**
 * An agent of a council, as it waits for deliberations: which model it will speak with.
 *
 * @param model the name under which the runner knows the model; empty means the runner's own
 * @param temperature of the sampling, 0 to 2; absent means what each turn asks for
 */
public record Member(AgentId id, String model, Optional<Double> temperature) {
  private static final double HOTTEST = 2;

  public Member {
    Objects.requireNonNull(id, "id");
    model = Text.optional("model", model, 200);
    temperature.ifPresent(Member::mustBeTemperature);
  }

  private static void mustBeTemperature(double value) {
    if (!(value >= 0 && value <= HOTTEST)) {
      throw new InvalidValue("temperature", String.valueOf(value), "0 to 2");
    }
  }
}
