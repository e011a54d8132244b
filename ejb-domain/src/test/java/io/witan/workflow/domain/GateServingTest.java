package io.witan.workflow.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.shared.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateServingTest {
  @ParameterizedTest
  @CsvSource({"PEOPLE, people", "OUTSIDE, outside", "AGENTS, agents"})
  void has_a_name_on_the_wire_that_is_read_in_any_case(GateServing serving, String name) {
    assertThat(serving.wire()).isEqualTo(name);
    assertThat(GateServing.parse("gate", name)).isEqualTo(serving);
    assertThat(GateServing.parse("gate", serving.name())).isEqualTo(serving);
  }

  @Test
  void is_nothing_else() {
    assertThatThrownBy(() -> GateServing.parse("gate", "robots"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("gate")
        .hasMessageContaining("people");
  }
}
