package io.witan.grpc.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.PathPattern;
import io.witan.shared.InvalidValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AskedConstraintsTest {
  private static Constraints of(String key, String value) {
    return AskedConstraints.of(Map.of(key, value));
  }

  @Test
  void are_lists_in_the_metadata() {
    assertThat(of("allowed_paths", "src/**, docs/").allowedPaths())
        .containsExactly(new PathPattern("src/**"), new PathPattern("docs/"));
    assertThat(of("tests", "PayTest").tests()).containsExactly("PayTest");
    assertThat(of("forbidden", "eval(,").forbidden()).containsExactly("eval(");
  }

  @Test
  void are_none_where_nothing_of_that_kind_is_said() {
    assertThat(of("team", "payments")).isEqualTo(Constraints.none());
    assertThat(of("tests", " , ").tests()).isEqualTo(List.of());
  }

  @Test
  void that_make_no_sense_are_refused_by_name() {
    assertThatThrownBy(() -> of("allowed_paths", "/etc/passwd"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContainingAll("allowed_paths", "/etc/passwd");
  }
}
