package io.witan.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.witan.shared.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTagTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "W/\"7\"", " \"7\" "})
  void reads_the_version(String header) {
    assertThat(VersionTag.read(header)).contains(7L);
  }

  @Test
  void expects_nothing_without_a_header_or_with_a_star() {
    assertThat(VersionTag.read(null)).isEmpty();
    assertThat(VersionTag.read("*")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"7", "\"seven\"", "\"7\", \"8\"", "\"-1\"", "\"9999999999999999999\"", ""})
  void refuses_anything_else(String header) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> VersionTag.read(header))
        .withMessageStartingWith("If-Match");
  }

  @Test
  void writes_what_it_reads() {
    assertThat(VersionTag.read('"' + VersionTag.of(12) + '"')).contains(12L);
  }
}
