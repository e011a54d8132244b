package io.witan.context.port;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.witan.shared.InvalidValue;
import io.witan.shared.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextQueryTest {

  @ParameterizedTest
  @CsvSource({"no id, 100, story_id", "s-1, 0, token_budget", "s-1, -1, token_budget"})
  void refusesWhatMakesNoSense(String id, int budget, String field) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(
            () ->
                new ContextQuery(
                    ContextQuery.Kind.STORY,
                    id,
                    Role.DEVELOPER,
                    budget,
                    ContextQuery.Scope.EVERYTHING))
        .withMessageContaining(field);
  }
}
