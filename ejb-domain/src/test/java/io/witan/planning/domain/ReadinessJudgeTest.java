package io.witan.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.shared.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadinessJudgeTest {
  @ParameterizedTest
  @EnumSource(ReadinessJudge.class)
  void is_named_in_lower_case_in_the_settings(ReadinessJudge judge) {
    assertThat(ReadinessJudge.of(judge.wire())).isEqualTo(judge);
    assertThat(judge.wire()).isLowerCase();
  }

  @Test
  void of_another_name_is_refused_with_the_setting_and_the_names() {
    assertThatThrownBy(() -> ReadinessJudge.of("oracle"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("witan.planning.readiness.judge")
        .hasMessageContaining("oracle")
        .hasMessageContaining("rules, council, lower");
  }
}
