package io.witan.workflow.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.shared.InvalidValue;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkDoneTest {
  private static WorkDone commit(String sha) {
    return new WorkDone("", Map.of("commit_sha", sha));
  }

  @Nested
  class A_commit {
    @ParameterizedTest
    @ValueSource(ints = {7, 40, 64})
    void is_7_to_64_hex_digits(int digits) {
      assertThat(commit("aB".repeat(32).substring(0, digits)).missingFor(TaskAction.COMMIT_CODE))
          .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc123", "xyz1234", "abc 1234", "HEAD"})
    void is_nothing_else(String sha) {
      assertThat(commit(sha).missingFor(TaskAction.COMMIT_CODE)).isPresent();
    }

    @Test
    void is_not_longer_than_64() {
      assertThat(commit("a".repeat(65)).missingFor(TaskAction.COMMIT_CODE)).isPresent();
    }
  }

  @Nested
  class Feedback {
    @ParameterizedTest
    @EnumSource(
        value = TaskAction.class,
        names = {"REJECT_DESIGN", "REJECT_TESTS", "REJECT_STORY"})
    void is_needed_by_every_rejection(TaskAction rejection) {
      assertThat(new WorkDone("123456789", Map.of()).missingFor(rejection)).isPresent();
      assertThat(new WorkDone("1234567890", Map.of()).missingFor(rejection)).isEmpty();
      assertThat(rejection.isRejection()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
        value = TaskAction.class,
        mode = EnumSource.Mode.EXCLUDE,
        names = {"REJECT_DESIGN", "REJECT_TESTS", "REJECT_STORY", "COMMIT_CODE"})
    void is_not_needed_by_anything_else(TaskAction action) {
      assertThat(WorkDone.nothing().missingFor(action)).isEmpty();
    }

    @Test
    void is_bounded() {
      assertThatThrownBy(() -> new WorkDone("x".repeat(20_001), Map.of()))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("at most 20000 characters");
    }
  }

  @Nested
  class Artifacts {
    @Test
    void are_at_most_50_and_not_blank() {
      assertThat(new WorkDone("", many(50)).artifacts()).hasSize(50);
      assertThatThrownBy(() -> new WorkDone("", many(51))).hasMessageContaining("51 artifacts");
      assertThatThrownBy(() -> new WorkDone("", Map.of("branch", " ")))
          .hasMessageContaining("artifacts.branch");
    }

    private Map<String, String> many(int count) {
      return IntStream.range(0, count)
          .boxed()
          .collect(Collectors.toMap(place -> "a" + place, String::valueOf));
    }
  }
}
