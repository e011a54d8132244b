package io.witan.deliberation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.domain.Endpoint;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.port.IdleRunner;
import io.witan.deliberation.port.PromptBook;
import io.witan.deliberation.port.TurnFacts;
import io.witan.deliberation.port.TurnRunner;
import io.witan.shared.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredAdmissionTest {
  private static final TurnRunner CALLER = new IdleRunner("caller", true);
  private static final TurnRunner REHEARSAL = new IdleRunner("rehearsal", false);
  private static final List<String> ALLOWED =
      List.of("http://gpu-1.example:8000", "https://models.example/v1/");

  private static final class Profiles implements PromptBook {
    @Override
    public Written write(TurnFacts facts, long seed) {
      throw new AssertionError("nobody is asked here");
    }

    @Override
    public Set<String> profiles() {
      return Set.of("terse", "careful");
    }
  }

  private static String answer(TurnRunner runner, Manner manner) {
    Outcome<Manner> outcome =
        new ConfiguredAdmission(Optional.of(String.join(",", ALLOWED)), runner, new Profiles())
            .admit(manner);
    return outcome.fold(same -> "admitted", refusal -> refusal.message());
  }

  private static Manner at(String endpoint) {
    return new Manner(Optional.empty(), Optional.of(new Endpoint(endpoint)), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://gpu-1.example:8000",
        "http://gpu-1.example:8000/v1",
        "https://models.example/v1",
        "https://models.example/v1/team",
        "nats:"
      })
  void addresses_that_are_allowed_are(String endpoint) {
    assertThat(answer(CALLER, at(endpoint))).isEqualTo("admitted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://gpu-1.example:80001",
        "http://gpu-1.example.evil.example:8000",
        "https://gpu-1.example:8000",
        "https://models.example/v2",
        "https://models.example/v1/../v2",
        "https://models.example/v1/%2E%2e/v2",
        "https://models.example/v1/./x",
        "http://169.254.169.254/latest"
      })
  void others_are_refused_with_what_is_allowed(String endpoint) {
    assertThat(answer(CALLER, at(endpoint)))
        .contains("endpoint", endpoint, "https://models.example/v1/");
  }

  @Test
  void a_runner_that_calls_no_addresses_takes_none() {
    assertThat(answer(REHEARSAL, at("http://gpu-1.example:8000"))).contains("rehearsal");
    assertThat(answer(REHEARSAL, at("nats:"))).isEqualTo("admitted");
  }

  @Test
  void prompts_must_be_there() {
    assertThat(answer(CALLER, new Manner(Optional.empty(), Optional.empty(), Optional.of("terse"))))
        .isEqualTo("admitted");
    assertThat(answer(CALLER, new Manner(Optional.empty(), Optional.empty(), Optional.of("loud"))))
        .contains("prompt_profile", "loud", "careful, terse");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://gpu-1",
        "gpu-1:8000",
        "http://user:secret@gpu-1",
        "http://gpu-1/?key=1",
        "http://gpu-1/#x",
        "http://",
        "http://a b",
        "nats://host",
        ""
      })
  void an_endpoint_is_an_address_without_secrets(String value) {
    assertThatThrownBy(() -> new Endpoint(value)).hasMessageContaining("endpoint");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Terse", "../terse", "a/b"})
  void a_profile_is_a_plain_name(String profile) {
    assertThatThrownBy(() -> new Manner(Optional.empty(), Optional.empty(), Optional.of(profile)))
        .hasMessageContaining("prompt_profile");
  }

  @ParameterizedTest
  @CsvSource({
    "model-a, 1000, 10, 2600",
    "model-b, 3, 1, 7",
    "model-c, 1000000, 0, 100000",
    "model-c, 7, 7, 0"
  })
  void prices_are_for_a_million_tokens(String model, int question, int answer, long micros) {
    ConfiguredPrices prices =
        new ConfiguredPrices(Optional.of("model-a=2.5/10, model-b=2/1.5,*=0.1/0"));

    assertThat(prices.micros(model, question, answer)).isEqualTo(micros);
  }

  @Test
  void models_without_a_price_cost_nothing() {
    assertThat(new ConfiguredPrices(Optional.empty()).micros("m", 1000, 1000)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt", "gpt=1", "gpt=1/x", "=1/1", "gpt=-1/1", "gpt=1/2/3"})
  void a_price_that_is_none_is_named(String entry) {
    assertThatThrownBy(() -> new ConfiguredPrices(Optional.of(entry)))
        .hasMessageContaining("witan.deliberation.prices")
        .hasMessageContaining(entry);
  }
}
