package io.witan.grpc.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceCriteriaTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Acceptance criteria",
        "Acceptance Criteria:",
        "**Acceptance criteria**",
        "**Acceptance criteria:**",
        "# ACCEPTANCE CRITERIA #"
      })
  void areTheItemsUnderTheirHeading(String heading) {
    assertThat(AcceptanceCriteria.in("text\n" + heading + "\n\n- one\n* two\n3. three\n"))
        .containsExactly("one", "two", "three");
  }

  @Test
  void endWithTheNextHeading() {
    assertThat(AcceptanceCriteria.in("Acceptance criteria\n- one\n## Notes\n- no criterion"))
        .containsExactly("one");
  }

  @Test
  void mayRunOverSeveralLines() {
    assertThat(AcceptanceCriteria.in("Acceptance criteria\n- one\n  and a half\n- two"))
        .containsExactly("one and a half", "two");
  }

  @Test
  void areNoneWithoutAHeading() {
    assertThat(AcceptanceCriteria.in("- one\n- two")).isEmpty();
  }
}
