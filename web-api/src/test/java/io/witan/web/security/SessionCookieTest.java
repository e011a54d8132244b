package io.witan.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.web.testing.FakeRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCookieTest {

  @Nested
  class OnTheMachineItself {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]"})
    void goes_over_plain_http(String host) {
      assertThat(started(FakeRequest.get().to(host)))
          .isEqualTo("witan-session=t; Path=/; Max-Age=3600; HttpOnly; SameSite=Strict");
    }

    @Test
    void is_kept_to_encryption_where_there_is_one() {
      assertThat(started(FakeRequest.get().encrypted())).endsWith("; Secure");
      assertThat(started(FakeRequest.get().header("X-Forwarded-Proto", "https")))
          .endsWith("; Secure");
    }
  }

  @Nested
  class OverANetwork {

    @ParameterizedTest
    @ValueSource(strings = {"witan.example.org", "192.0.2.7", "127.0.0.1.example.org"})
    void is_kept_to_encrypted_connections_and_to_this_host(String host) {
      assertThat(started(FakeRequest.get().to(host)))
          .isEqualTo(
              "__Host-witan-session=t; Path=/; Max-Age=3600; HttpOnly; SameSite=Strict; Secure");
    }

    @Test
    void is_not_taken_from_a_cookie_that_any_host_of_the_domain_can_set() {
      assertThat(found(FakeRequest.get().encrypted().cookie("witan-session", "t"))).isEmpty();
      assertThat(found(FakeRequest.get().encrypted().cookie("__Host-witan-session", "t")))
          .contains("t");
    }
  }

  @Test
  void is_found_among_others() {
    assertThat(found(FakeRequest.get().header("Cookie", "theme=dark; witan-session=t; a=b")))
        .contains("t");
    assertThat(found(FakeRequest.get().cookie("theme", "dark"))).isEmpty();
    assertThat(found(FakeRequest.get())).isEmpty();
  }

  @Test
  void ends_by_becoming_empty_and_old() {
    assertThat(SessionCookie.of(FakeRequest.get().made()).gone())
        .isEqualTo("witan-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict");
    assertThat(found(FakeRequest.get().cookie("witan-session", ""))).isEmpty();
  }

  private static String started(FakeRequest request) {
    return SessionCookie.of(request.made()).with("t", Duration.ofHours(1));
  }

  private static Optional<String> found(FakeRequest sent) {
    HttpServletRequest request = sent.made();
    return SessionCookie.of(request).in(request.getCookies());
  }
}
