package io.witan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnknownSettingsTest {
  private static final List<String> KNOWN =
      List.of("witan.neo4j.url", "witan.neo4j.user", "witan.nats.url", "witan.runner");

  @Nested
  class A_setting_that_is_known {
    @Test
    void passes() {
      assertThatCode(() -> check(List.of("witan.neo4j.url", "witan.runner"), Map.of()))
          .doesNotThrowAnyException();
    }
  }

  @Nested
  class A_setting_of_somebody_else {
    @Test
    void is_none_of_our_business() {
      assertThatCode(() -> check(List.of("java.home", "mp.messaging.x", "witanless.key"), Map.of()))
          .doesNotThrowAnyException();
    }
  }

  @Nested
  class A_misspelt_setting {
    @Test
    void is_refused_with_the_nearest_known_ones() {
      assertThatThrownBy(() -> check(List.of("witan.neo4j.uri"), Map.of()))
          .isInstanceOf(UnknownSettingException.class)
          .hasMessage(
              "unknown setting witan.neo4j.uri; nearest known:"
                  + " witan.neo4j.url, witan.neo4j.user, witan.nats.url");
    }

    @Test
    void does_not_hide_another() {
      assertThatThrownBy(() -> check(List.of("witan.runer", "witan.nats.uri"), Map.of()))
          .hasMessageContaining("witan.runer")
          .hasMessageContaining("witan.nats.uri");
    }
  }

  @Nested
  class An_environment_variable {
    @Test
    void may_have_any_name() {
      assertThatCode(() -> check(List.of("witan.http.port"), Map.of("WITAN_HTTP_PORT", "8080")))
          .doesNotThrowAnyException();
      assertThatCode(() -> check(List.of("witan.home"), Map.of("witan.home", "/srv")))
          .doesNotThrowAnyException();
    }
  }

  @Nested
  class The_file_of_defaults {
    @Test
    void names_what_is_known() {
      assertThat(DefaultSettings.names()).contains("witan.neo4j.url", "witan.runner");
    }
  }

  @Nested
  class Distance {
    @Test
    void counts_letters_that_differ() {
      assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
      assertThat(Spelling.distance("", "abc")).isEqualTo(3);
      assertThat(Spelling.distance("same", "same")).isZero();
    }
  }

  private static void check(List<String> given, Map<String, String> environment) {
    new UnknownSettings(KNOWN, given, environment).refuse();
  }
}
