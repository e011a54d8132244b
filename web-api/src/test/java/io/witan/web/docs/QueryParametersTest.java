package io.witan.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParametersTest {
  @ParameterizedTest
  @CsvSource({
    "projects, on_hold",
    "epics, in_progress",
    "tasks, in_review",
    "ceremonies, REVIEWING",
    "derivations, FAILED"
  })
  void the_same_name_means_something_else_in_each_list(String list, String value) {
    assertThat(QueryParameters.of("/api/v1/" + list, "status").orElseThrow().values())
        .contains(value);
  }

  @Test
  void orders_are_named_with_the_one_that_is_meant_when_none_is() {
    QueryParameters.Meaning sort = QueryParameters.of("/api/v1/stories", "sort").orElseThrow();

    assertThat(sort.values())
        .containsExactly("created_at", "-created_at", "updated_at", "-updated_at");
    assertThat(sort.usual()).contains("created_at");
  }

  @Test
  void nothing_is_said_of_what_is_not_known() {
    assertThat(QueryParameters.of("/api/v1/stories", "tea")).isEmpty();
  }
}
