package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Endpoint;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.port.AgentAdmission;
import io.witan.deliberation.port.PromptBook;
import io.witan.deliberation.port.TurnRunner;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets agents be asked at the addresses that the configuration allows, with the prompts that are
 * there. An address that somebody made up could otherwise make the server call any host that it can
 * reach.
 */
@ApplicationScoped
public class ConfiguredAdmission implements AgentAdmission {
  private static final Pattern DOT = Pattern.compile("%2e", Pattern.CASE_INSENSITIVE);
  private static final Set<String> UP = Set.of(".", "..");

  private final List<String> allowed;
  private final TurnRunner runner;
  private final PromptBook prompts;

  protected ConfiguredAdmission() {
    this(Optional.empty(), null, null);
  }

  /**
   * Admission by the configuration.
   *
   * @param endpoints the addresses that agents may be asked at, or what these begin with
   */
  @Inject
  public ConfiguredAdmission(
      @ConfigProperty(name = "witan.deliberation.endpoints") Optional<String> endpoints,
      TurnRunner runner,
      PromptBook prompts) {
    this.allowed = ListSetting.of(endpoints);
    this.runner = runner;
    this.prompts = prompts;
  }

  @Override
  public Outcome<Manner> admit(Manner manner) {
    return objection(manner)
        .<Outcome<Manner>>map(Outcome::refused)
        .orElseGet(() -> Outcome.done(manner));
  }

  private Optional<Refusal> objection(Manner manner) {
    return manner
        .endpoint()
        .filter(endpoint -> !endpoint.isOutside())
        .flatMap(this::objection)
        .or(() -> manner.profile().flatMap(this::objection));
  }

  private Optional<Refusal> objection(Endpoint endpoint) {
    if (!runner.callsAddresses()) {
      return Optional.of(
          Refusal.invalid(
              "endpoint",
              endpoint.value(),
              "none: the configured runner is %s, which calls no addresses"
                  .formatted(runner.name())));
    }
    return allowed.stream().anyMatch(start -> isBelow(endpoint.value(), start))
        ? Optional.empty()
        : Optional.of(
            Refusal.invalid(
                "endpoint",
                endpoint.value(),
                allowed.isEmpty()
                    ? "none, as witan.deliberation.endpoints allows no address"
                    : "one that witan.deliberation.endpoints allows: "
                        + String.join(", ", allowed)));
  }

  /**
   * The host must be the same to its end: http://a.b does not allow http://a.b.c; and no way leads
   * up again.
   */
  private static boolean isBelow(String address, String start) {
    String folder = start.endsWith("/") ? start : start + "/";
    return (address.equals(start) || (address + "/").startsWith(folder))
        && Stream.of(DOT.matcher(address).replaceAll(".").split("/", -1)).noneMatch(UP::contains);
  }

  private Optional<Refusal> objection(String profile) {
    return prompts.profiles().contains(profile)
        ? Optional.empty()
        : Optional.of(
            Refusal.invalid(
                "prompt_profile",
                profile,
                prompts.profiles().isEmpty()
                    ? "none, as witan.deliberation.prompts holds no profile"
                    : "one of " + String.join(", ", new TreeSet<>(prompts.profiles()))));
  }
}
