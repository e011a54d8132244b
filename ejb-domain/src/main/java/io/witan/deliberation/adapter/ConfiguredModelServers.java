package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Endpoint;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.port.AgentAdmission;
import io.witan.deliberation.port.ModelServers;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The configured server, and those at which agents are admitted. An address is the same with and
 * without {@code /v1} at its end.
 */
@Dependent
public class ConfiguredModelServers implements ModelServers {
  private static final String PATH = "/v1";

  private final String configured;
  private final AgentAdmission admission;

  @Inject
  public ConfiguredModelServers(
      @ConfigProperty(name = "witan.openai.url") String configured, AgentAdmission admission) {
    this.configured = configured;
    this.admission = admission;
  }

  @Override
  public Outcome<Optional<Endpoint>> at(String field, String address) {
    return base(address).equals(base(configured))
        ? Outcome.done(Optional.empty())
        : admitted(address)
            .fold(
                endpoint -> Outcome.done(Optional.of(endpoint)),
                refusal -> Outcome.refused(inWordsOf(field, address, refusal)));
  }

  private static String base(String address) {
    return address.strip().replaceFirst("/+$", "").replaceFirst(PATH + "$", "");
  }

  private Outcome<Endpoint> admitted(String address) {
    try {
      Endpoint endpoint = new Endpoint(base(address) + PATH);
      return admission
          .admit(new Manner(Optional.empty(), Optional.of(endpoint), Optional.empty()))
          .map(manner -> endpoint);
    } catch (InvalidValue malformed) {
      return Refusal.invalid("endpoint", address, "http://host[:port][/path] or https://…")
          .asOutcome();
    }
  }

  private Refusal inWordsOf(String field, String address, Refusal refusal) {
    String others =
        refusal.details().stream()
            .findFirst()
            .map(Refusal.Detail::expected)
            .orElse(refusal.message());
    return Refusal.invalid(
        field, address, "%s, the configured server; beside it %s".formatted(configured, others));
  }
}
