package io.witan.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedExceptionTest {

  private static List<String> hints(String detail, Problem.Field... errors) {
    return new RefusedException(
            new Problem("t", "Bad Request", 400, detail, "SOME_CODE", List.of(errors), "abc"))
        .hints();
  }

  @Test
  void namesEachWrongField() {
    assertThat(
            hints(
                "two fields are wrong",
                new Problem.Field("title", "", "1 to 300 characters"),
                new Problem.Field("brief", null, "a text")))
        .containsExactly(
            "title is \"\": expected 1 to 300 characters",
            "brief is \"\": expected a text",
            "trace abc");
  }

  @Test
  void doesNotSayTwiceWhatTheSentenceSays() {
    assertThat(
            hints(
                "title is \"\": expected 1 to 300 characters",
                new Problem.Field("title", "", "1 to 300 characters")))
        .containsExactly("trace abc");
  }
}
