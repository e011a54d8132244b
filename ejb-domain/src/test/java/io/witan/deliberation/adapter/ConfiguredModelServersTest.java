package io.witan.deliberation.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Endpoint;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.port.AgentAdmission;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredModelServersTest {
  private static final String SECOND = "http://gpu-2:8000/v1";

  private final AgentAdmission admission =
      manner ->
          manner.endpoint().filter(endpoint -> endpoint.value().equals(SECOND)).isPresent()
              ? Outcome.done(manner)
              : Refusal.invalid("endpoint", text(manner), "one of " + SECOND).asOutcome();
  private final ConfiguredModelServers servers =
      new ConfiguredModelServers("http://gpu-1:8000", admission);

  private static String text(Manner manner) {
    return manner.endpoint().map(Endpoint::value).orElse("");
  }

  private static String refused(Outcome<?> outcome) {
    return outcome.fold(done -> "done", Refusal::message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://gpu-1:8000",
        "http://gpu-1:8000/",
        " http://gpu-1:8000/v1",
        "http://gpu-1:8000/v1/"
      })
  void the_configured_server_is_where_the_runner_asks_anyway(String address) {
    assertThat(servers.at("vllm_url", address)).isEqualTo(Outcome.done(Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {SECOND, "http://gpu-2:8000", " http://gpu-2:8000/ ", SECOND + "/"})
  void another_that_is_allowed_is_the_endpoint_of_the_agents(String address) {
    assertThat(servers.at("vllm_url", address))
        .isEqualTo(Outcome.done(Optional.of(new Endpoint(SECOND))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://elsewhere:1", "http://gpu-1:8000.evil", "not an address", "ftp://x", ""})
  void any_other_is_refused_with_those_that_may_be_named(String address) {
    assertThat(refused(servers.at("vllm_url", address)))
        .startsWith("vllm_url is \"%s\"".formatted(address))
        .contains("http://gpu-1:8000, the configured server", "http://");
  }

  @Test
  void agents_from_outside_are_no_model_server() {
    assertThat(refused(servers.at("vllm_url", Endpoint.NATS)))
        .contains("vllm_url", "http://host")
        .doesNotContain("outside");
  }
}
