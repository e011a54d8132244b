package io.witan.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.witan.shared.InvalidValue;
import io.witan.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordReaderTest {

  record Inner(String someName) {}

  record Outer(
      String title,
      Integer count,
      Long large,
      Double share,
      Boolean ready,
      List<String> tags,
      Map<String, String> labels,
      Inner inner,
      List<Inner> inners,
      String password) {}

  @Test
  void reads_every_kind_of_field() {
    Outer read =
        read(
            """
            {"title": "t", "count": 3, "large": 9007199254740993, "share": 0.5, "ready": true,
             "tags": ["a", "b"], "labels": {"k": "v"}, "inner": {"some_name": "x"},
             "inners": [{"some_name": "y"}], "password": "p"}
            """);

    assertThat(read)
        .isEqualTo(
            new Outer(
                "t",
                3,
                9007199254740993L,
                0.5,
                true,
                List.of("a", "b"),
                Map.of("k", "v"),
                new Inner("x"),
                List.of(new Inner("y")),
                "p"));
  }

  @Test
  void leaves_missing_fields_and_nulls_empty() {
    Outer read = read("{\"title\": null}");

    assertThat(read.title()).isNull();
    assertThat(read.inner()).isNull();
  }

  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"titel": "a"}              | titel              | one of title, count
          {"inner": {"somename": 1}}  | inner.somename     | one of some_name
          {"title": 1}                | title              | a text, not a number
          {"title": {}}               | title              | a text, not an object
          {"count": "3"}              | count              | a number, not a text
          {"count": 3.5}              | count              | a whole number
          {"count": 3000000000}       | count              | a whole number
          {"ready": "yes"}            | ready              | true or false, not a text
          {"tags": "a"}               | tags               | a list, not a text
          {"tags": ["a", 2]}          | tags[1]            | a text, not a number
          {"tags": [null]}            | tags[0]            | a value, not null
          {"labels": []}              | labels             | an object, not a list
          {"labels": {"k": 1}}        | labels.k           | a text, not a number
          {"inners": [{"x": 1}]}      | inners[0].x        | one of some_name
          {"inner": 1}                | inner              | an object, not a number
          """)
  void names_the_field_that_is_wrong(String body, String field, String expected) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> read(body))
        .satisfies(
            thrown -> {
              Refusal.Detail detail = thrown.refusal().details().get(0);
              assertThat(detail.field()).isEqualTo(field);
              assertThat(detail.expected()).contains(expected);
            });
  }

  @Test
  void refuses_half_a_unicode_character() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> read("{\"title\": \"\\ud83e\"}"))
        .withMessageContaining("whole Unicode characters");
  }

  @Test
  void never_repeats_a_secret() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> read("{\"password\": 12345}"))
        .withMessageNotContaining("12345");
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> read("{\"pasword\": \"hunter2\"}"))
        .withMessageNotContaining("hunter2");
  }

  @Test
  void tells_false_from_nothing() {
    assertThat(read("{\"ready\": false}").ready()).isFalse();
    assertThat(read("{}").ready()).isNull();
  }

  record Nothing() {}

  @Test
  void says_that_nothing_is_expected_where_it_is_so() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> read("{\"a\": 1}", Nothing.class))
        .withMessageContaining("no field at all");
  }

  record Strict(String name) {
    Strict {
      if (name.equals("taken")) {
        throw new InvalidValue("name", name, "a name that is free");
      }
    }
  }

  @Test
  void leaves_what_a_record_refuses_by_itself_as_it_is() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> read("{\"name\": \"taken\"}", Strict.class))
        .withMessageContaining("a name that is free");
  }

  record Odd(Object thing) {}

  @Test
  void does_not_guess_at_a_type_that_it_does_not_know() {
    assertThatIllegalStateException()
        .isThrownBy(() -> read("{\"thing\": 1}", Odd.class))
        .withMessageContaining("Object");
  }

  private static Outer read(String body) {
    return read(body, Outer.class);
  }

  private static <T> T read(String body, Class<T> type) {
    return RecordReader.read(JsonBody.object(body.getBytes(StandardCharsets.UTF_8)), type);
  }
}
