package io.witan.deliberation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.shared.InvalidValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliberationSettingsTest {
  private static TermsPolicy of(String mode) {
    return of(mode, Optional.empty(), Optional.empty());
  }

  private static TermsPolicy of(
      String mode, Optional<String> allowedPaths, Optional<String> forbidden) {
    return new DeliberationSettings()
        .rules(
            mode,
            1,
            false,
            0,
            Duration.ZERO,
            0,
            0,
            BigDecimal.ZERO,
            0,
            BigDecimal.ZERO,
            allowedPaths,
            forbidden);
  }

  @ParameterizedTest
  @CsvSource({"council, COUNCIL", "Vote, VOTE", "single, SINGLE", "auto,"})
  void a_mode_is_one_of_three_or_found_out(String name, Mode mode) {
    assertThat(of(name).mode()).isEqualTo(Optional.ofNullable(mode));
  }

  @Test
  void another_mode_is_refused_with_those_that_there_are() {
    assertThatThrownBy(() -> of("jury"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("witan.deliberation.mode")
        .hasMessageContaining("council, vote, single or auto");
  }

  @Test
  void what_is_0_is_without_a_limit() {
    TermsPolicy policy = of("council");

    assertThat(policy).isEqualTo(TermsPolicy.unlimited());
  }

  @Test
  void constraints_are_lists() {
    TermsPolicy policy = of("council", Optional.of("src/**, docs/"), Optional.of("eval"));

    assertThat(policy.constraints().allows("src/a.py")).isTrue();
    assertThat(policy.constraints().allows("etc/a.py")).isFalse();
    assertThat(policy.constraints().forbidden()).containsExactly("eval");
  }

  @Test
  void a_list_is_text_with_commas_between() {
    assertThat(ListSetting.of(Optional.of(" a, b,,c "))).isEqualTo(List.of("a", "b", "c"));
    assertThat(ListSetting.of(Optional.empty())).isEmpty();
  }
}
