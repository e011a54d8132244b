package io.witan.deliberation.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.domain.Wording;
import io.witan.neo4j.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TermsNodesTest {
  private static Map<String, Object> node(Terms terms) {
    return new LinkedHashMap<>(TermsNodes.properties(terms));
  }

  @ParameterizedTest
  @EnumSource
  void keep_the_wording(Wording wording) {
    Terms terms = Terms.usual().in(wording);

    assertThat(TermsNodes.from(new Row(node(terms)))).isEqualTo(terms);
  }

  @Test
  void that_were_kept_when_there_was_one_wording_are_of_that() {
    Map<String, Object> node = node(Terms.usual());
    node.remove("prompts");

    assertThat(TermsNodes.from(new Row(node)).wording()).isEqualTo(Wording.V1);
    assertThat(TermsNodes.from(new Row(Map.of()))).isEqualTo(Terms.usual().in(Wording.V1));
  }

  @Test
  void of_a_wording_that_is_not_there_are_not_read_as_another() {
    Map<String, Object> node = node(Terms.usual());
    node.put("prompts", "v9");

    assertThatThrownBy(() -> TermsNodes.from(new Row(node))).hasMessageContaining("prompts v9");
  }
}
