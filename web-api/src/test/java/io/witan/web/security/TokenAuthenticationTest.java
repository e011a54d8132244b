package io.witan.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.web.request.Caller;
import io.witan.web.security.SentToken.OfSession;
import io.witan.web.testing.FakeRequest;
import io.witan.web.testing.HeardByContainer;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenAuthenticationTest {
  private static final Actor PAULA = new Actor(new ActorId("paula"), Set.of(Role.PO, Role.ADMIN));
  private static final Actor DORA = new Actor(new ActorId("dora"), Set.of(Role.DEVELOPER));

  private final HeardByContainer container = new HeardByContainer();

  private AuthenticationStatus authenticate(HttpServletRequest request) {
    return new TokenAuthentication(TokenAuthenticationTest::verify)
        .validateRequest(request, null, container.context());
  }

  private static Outcome<Actor> verify(String token) {
    return switch (token) {
      case "paula's" -> Outcome.done(PAULA);
      case "dora's" -> Outcome.done(DORA);
      default -> Outcome.refused(Refusal.of(Refusal.Code.UNAUTHENTICATED, "it expired: renew it"));
    };
  }

  /** What a resource is told about the sender. */
  private Outcome<Actor> seen(FakeRequest sent) {
    HttpServletRequest request = sent.made();
    authenticate(request);
    container.caller().ifPresent(sent::by);
    return Caller.of(request);
  }

  private Refusal refusal(FakeRequest sent) {
    Outcome<Actor> seen = seen(sent);
    assertThat(container.caller()).isEmpty();
    return seen.fold(
        actor -> {
          throw new AssertionError(actor);
        },
        refusal -> refusal);
  }

  @Nested
  class ByAHeader {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer paula's", "bearer paula's", "BEARER  paula's "})
    void the_container_learns_the_caller_and_the_roles_as_groups(String header) {
      assertThat(seen(FakeRequest.get().header("Authorization", header)))
          .isEqualTo(Outcome.done(PAULA));

      assertThat(container.caller()).get().extracting(Caller::getName).isEqualTo("paula");
      assertThat(container.groups()).containsExactlyInAnyOrder("po", "admin");
    }

    @Test
    void a_change_needs_nothing_else() {
      assertThat(seen(FakeRequest.post().header("Authorization", "Bearer paula's")))
          .isEqualTo(Outcome.done(PAULA));
    }

    @Test
    void a_wrong_token_is_refused_with_its_reason() {
      assertThat(refusal(FakeRequest.get().header("Authorization", "Bearer old")).message())
          .isEqualTo("it expired: renew it");
    }

    @Test
    void it_counts_before_the_cookie_even_when_it_is_wrong() {
      FakeRequest both = FakeRequest.post().cookie("witan-session", "dora's");

      assertThat(seen(both.header("Authorization", "Bearer paula's")))
          .isEqualTo(Outcome.done(PAULA));
      container.forget();
      assertThat(refusal(both.by(null).header("Authorization", "Bearer old")).code())
          .isEqualTo(Refusal.Code.UNAUTHENTICATED);
    }
  }

  @Nested
  class ByNothing {

    @Test
    void nobody_is_known_and_it_is_said_how_to_get_a_token() {
      assertThat(refusal(FakeRequest.get()).message())
          .contains("Authorization: Bearer", "/api/v1/tokens", "/api/login");
    }

    @Test
    void other_schemes_mean_nothing() {
      assertThat(refusal(FakeRequest.get().header("Authorization", "Basic YTpi")).code())
          .isEqualTo(Refusal.Code.UNAUTHENTICATED);
    }
  }

  @Nested
  class ByACookie {
    private final String csrf = CsrfToken.of(new OfSession("paula's")).value();
    private final FakeRequest reading = FakeRequest.get().cookie("witan-session", "paula's");
    private final FakeRequest changing = FakeRequest.post().cookie("witan-session", "paula's");

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void reading_needs_nothing_else(String method) {
      assertThat(seen(reading.method(method))).isEqualTo(Outcome.done(PAULA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "post", "OTHER"})
    void a_change_needs_the_csrf_token(String method) {
      Refusal refusal = refusal(changing.method(method));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.FORBIDDEN);
      assertThat(refusal.message()).contains("X-CSRF-Token", "GET /api/v1/session");
    }

    @Test
    void a_change_with_the_csrf_token_is_accepted() {
      assertThat(seen(changing.header("X-CSRF-Token", csrf))).isEqualTo(Outcome.done(PAULA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "paula's"})
    void a_change_with_another_csrf_token_is_refused(String other) {
      assertThat(refusal(changing.header("X-CSRF-Token", other)).message())
          .contains("not the one of this session");
    }

    @Test
    void the_csrf_token_of_another_session_is_refused() {
      String doras = CsrfToken.of(new OfSession("dora's")).value();

      assertThat(refusal(changing.header("X-CSRF-Token", doras)).code())
          .isEqualTo(Refusal.Code.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void a_change_by_another_sites_page_is_refused_whatever_it_knows(String site) {
      FakeRequest request = changing.header("X-CSRF-Token", csrf).header("Sec-Fetch-Site", site);

      assertThat(refusal(request).message()).contains("pages of this server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void a_change_by_a_page_of_ours_is_accepted(String site) {
      assertThat(seen(changing.header("X-CSRF-Token", csrf).header("Sec-Fetch-Site", site)))
          .isEqualTo(Outcome.done(PAULA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org", "http://127.0.0.1:9090", "null", "%"})
    void the_origin_tells_where_the_browser_names_no_site(String origin) {
      FakeRequest request = changing.header("X-CSRF-Token", csrf);

      assertThat(refusal(request.header("Origin", origin)).code())
          .isEqualTo(Refusal.Code.FORBIDDEN);
      assertThat(seen(request.header("Origin", "http://127.0.0.1:8080")))
          .isEqualTo(Outcome.done(PAULA));
    }

    @Test
    void a_session_that_has_ended_is_refused_with_its_reason() {
      assertThat(refusal(FakeRequest.get().cookie("witan-session", "old")).message())
          .isEqualTo("it expired: renew it");
    }
  }

  @Test
  void secrets_do_not_show() {
    assertThat(new SentToken.Bearer("secret").toString()).doesNotContain("secret");
    assertThat(new OfSession("secret").toString()).doesNotContain("secret");
    assertThat(new CsrfToken("secret").toString()).doesNotContain("secret");
  }
}
