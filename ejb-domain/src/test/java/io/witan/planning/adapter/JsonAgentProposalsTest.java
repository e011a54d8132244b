package io.witan.planning.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.planning.domain.Advice;
import io.witan.planning.domain.Complexity;
import io.witan.planning.domain.ReviewTask;
import io.witan.shared.InvalidValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAgentProposalsTest {
  private final JsonAgentProposals proposals = new JsonAgentProposals();

  @Test
  void a_proposal_in_the_agreed_form_is_read_as_a_whole() {
    assertThat(
            proposals.read(
                """
                {"tasks": ["Test it", {"description": "Run it", "reason": "It must run"}],
                 "acceptance_criteria": ["It runs"], "recommendations": ["Ask", 7],
                 "dependencies": [], "complexity": "low", "more": true}
                """))
        .contains(
            new Advice(
                List.of(new ReviewTask("Test it", ""), new ReviewTask("Run it", "It must run")),
                List.of("It runs"),
                List.of("Ask", "7"),
                List.of(),
                Optional.of(Complexity.LOW)));
  }

  @Test
  void tasks_alone_are_enough_and_the_eleventh_is_left_out() {
    assertThat(
            proposals.read(
                "{\"tasks\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\"]}"))
        .hasValueSatisfying(advice -> assertThat(advice.tasks()).hasSize(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Do it", "{broken", "{\"tasks\": \"none\"}", "[\"a list\"]", "{}"})
  void everything_else_is_free_text(String proposal) {
    assertThat(proposals.read(proposal)).isEmpty();
  }

  @Test
  void what_is_wrong_in_it_is_named() {
    assertThatThrownBy(() -> proposals.read("{\"tasks\": [], \"complexity\": \"HUGE\"}"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("proposal.complexity");
    assertThatThrownBy(() -> proposals.read("{\"tasks\": [{\"reason\": \"why\"}]}"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("tasks.description");
  }
}
