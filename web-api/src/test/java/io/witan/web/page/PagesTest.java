package io.witan.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.web.testing.RecordedResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

  @ParameterizedTest
  @ValueSource(strings = {"login.html", "login.js"})
  void find_their_parts_wherever_the_application_is(String file) {
    assertThat(LoginPage.page(file, "/there").text())
        .contains("\"/there/api/")
        .doesNotContain("{root}");
  }

  @Test
  void ask_for_name_and_password_where_password_keepers_find_it() {
    assertThat(LoginPage.page("login.html", "").text())
        .contains("autocomplete=\"username\"", "autocomplete=\"current-password\"")
        .doesNotContain("<script>", "onclick", "style=");
  }

  @Test
  void load_nothing_from_elsewhere_and_stay_out_of_frames() throws Exception {
    RecordedResponse answer = new RecordedResponse();

    PageFile.of(PagesTest.class, "a-page.html", Map.of("name", "Anna")).send(answer.made());

    assertThat(answer.body()).isEqualToIgnoringNewLines("<p>Anna {other}</p>");
    assertThat(answer.headers())
        .containsEntry("Content-Type", "text/html")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .extractingByKey("Content-Security-Policy")
        .asString()
        .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'");
  }
}
