package io.witan.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.witan.shared.InvalidValue;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

  @Test
  void reads_an_object() {
    assertThat(JsonBody.object(utf8("{\"title\":\"Ünïcode 🦉\"} ")).getString("title"))
        .isEqualTo("Ünïcode 🦉");
  }

  @Test
  void takes_nothing_for_an_empty_object() {
    assertThat(JsonBody.object(utf8(" \n"))).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          half an object      | {"title":"a            | breaks off
          something behind it | {"title":"a"} x        | line 1
          a second object     | {"title":"a"}{}        | line 1
          a name twice        | {"title":"a","title":1}| no JSON
          a list              | [1]                    | a list: expected an object
          a text              | "a"                    | a text: expected an object
          a bare word         | title                  | no JSON
          """)
  void refuses_what_is_no_object(String situation, String body, String told) {
    assertThatExceptionOfType(InvalidValue.class)
        .as(situation)
        .isThrownBy(() -> JsonBody.object(utf8(body)))
        .withMessageContaining(told);
  }

  @Test
  void names_the_byte_that_is_not_utf_8() {
    byte[] body = utf8("{\"a\":\"xy\"}");
    body[6] = (byte) 0xFF;

    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> JsonBody.object(body))
        .withMessage("the body is not UTF-8: byte 7 is wrong");
  }

  @Test
  void refuses_what_is_nested_too_deeply() {
    byte[] body = utf8("{\"a\":" + "[".repeat(50_000));

    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> JsonBody.object(body))
        .withMessageContaining("deeper than 100 levels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "1e-99999999999", "LONG"})
  void refuses_a_number_that_is_too_long(String number) {
    byte[] body = utf8("{\"a\":" + number.replace("LONG", "9".repeat(10_000)) + "}");

    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> JsonBody.object(body))
        .withMessage("the body holds a number that is too long");
  }

  @Test
  void refuses_a_character_that_breaks_off() {
    byte[] body = utf8("é");

    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> JsonBody.object(new byte[] {body[0]}));
  }

  @Test
  void reads_as_much_as_is_accepted_and_no_more() throws IOException {
    byte[] most = new byte[JsonBody.MOST_BYTES];
    byte[] more = new byte[JsonBody.MOST_BYTES + 1];

    assertThat(JsonBody.bytes(new ByteArrayInputStream(most))).hasSize(JsonBody.MOST_BYTES);
    assertThatExceptionOfType(OversizedBody.class)
        .isThrownBy(() -> JsonBody.bytes(new ByteArrayInputStream(more)))
        .withMessageContaining("1048576 bytes");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
