package io.witan.web.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.shared.Sha256;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BodyDigestTest {
  record Open(String title, String text) {}

  record Closed(String username, @Secret String secretWord) {}

  private static String digest(Class<?> type, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return BodyDigest.of(bytes, JsonBody.object(bytes), type);
  }

  @Test
  void is_of_the_bytes_when_nothing_is_secret() {
    String body = " {\"title\": \"t\"}";

    assertThat(digest(Open.class, body)).isEqualTo(Sha256.hex(body.getBytes(UTF_8)));
  }

  @Nested
  class Of_a_body_with_a_secret {
    private final String digest =
        digest(Closed.class, "{\"username\": \"u\", \"secret_word\": \"sesame\"}");

    @Test
    void is_the_same_whatever_the_secret_is() {
      assertThat(digest(Closed.class, "{\"secret_word\": \"simsim\", \"username\": \"u\"}"))
          .isEqualTo(digest)
          .isEqualTo(digest(Closed.class, "{\"username\": \"u\"}"));
    }

    @Test
    void tells_all_else_apart() {
      assertThat(digest(Closed.class, "{\"username\": \"v\", \"secret_word\": \"sesame\"}"))
          .isNotEqualTo(digest);
    }
  }
}
