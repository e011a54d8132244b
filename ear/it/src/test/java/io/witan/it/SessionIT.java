package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.it.Fleet.Person;
import io.witan.it.Rest.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person at a browser: a cookie says who it is, and a second token that it is our own page. */
@ExtendWith(SharedStack.class)
class SessionIT {
  private static final String CSRF = "X-CSRF-Token";
  private static final String SESSION = "/api/v1/session";
  private static final String PROJECTS = "/api/v1/projects";
  private static final Map<String, String> PROJECT = Map.of("name", "From a browser");

  private static WitanStack stack;
  private static Person owner;

  private Browser browser;

  @BeforeAll
  static void start(WitanStack shared) {
    stack = shared;
    stack.up();
    owner = stack.fleet().person("po");
  }

  @BeforeEach
  void openABrowser() {
    browser = new Browser(stack.url());
  }

  private Answer logIn() {
    return Fleet.done(200, browser.logIn(owner.name(), owner.password()));
  }

  private static Answer problem(int status, Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    return answer;
  }

  @Nested
  class LoggingIn {

    @Test
    void sets_a_cookie_that_no_script_and_no_other_site_can_use() {
      Answer answer = logIn();

      assertThat(answer.header("Set-Cookie"))
          .get()
          .asString()
          .matches("witan-session=[^;]+; Path=/; Max-Age=28800; HttpOnly; SameSite=Strict");
      assertThat(answer.header("Cache-Control")).hasValue("no-store");
      assertThat(answer.text("username")).isEqualTo(owner.name());
      assertThat(answer.body()).doesNotContain(browser.cookie().orElseThrow().getValue());
    }

    @Test
    void is_for_encrypted_connections_alone_where_tls_ends_at_a_proxy() {
      Answer answer = browser.logIn(owner.name(), owner.password(), "X-Forwarded-Proto", "https");

      assertThat(answer.header("Set-Cookie"))
          .get()
          .asString()
          .startsWith("__Host-witan-session=")
          .endsWith("; Secure");
    }

    @Test
    void is_refused_to_a_page_of_another_site() {
      Answer answer = browser.logIn(owner.name(), owner.password(), "Sec-Fetch-Site", "cross-site");

      assertThat(problem(403, answer).header("Set-Cookie")).isEmpty();
      assertThat(browser.cookie()).isEmpty();
    }

    @Test
    void counts_wrong_passwords_together_with_those_for_tokens() {
      String nobody = "nobody-" + UUID.randomUUID();
      Map<String, String> wrong = Map.of("username", nobody, "password", "wrong");

      IntStream.range(0, 3).forEach(any -> problem(401, browser.logIn(nobody, "wrong")));
      IntStream.range(0, 2).forEach(any -> problem(401, stack.nobody().post("/tokens", wrong)));

      assertThat(problem(429, browser.logIn(nobody, "wrong")).text("detail"))
          .contains("too many wrong passwords");
      problem(429, stack.nobody().post("/tokens", wrong));
      assertThat(browser.cookie()).isEmpty();
    }
  }

  @Nested
  class InASession {
    private String csrf;

    @BeforeEach
    void begin() {
      csrf = logIn().text("csrf_token");
    }

    @Test
    void reading_needs_the_cookie_alone() {
      assertThat(browser.get("/api/v1/users/me").text("username")).isEqualTo(owner.name());
      assertThat(browser.csrf()).isEqualTo(csrf);
    }

    @Test
    void live_events_come_with_the_cookie_alone() {
      assertThat(browser.firstLine("/api/v1/events")).startsWith(":");
    }

    @Test
    void a_change_needs_the_csrf_token() {
      assertThat(problem(403, browser.post(PROJECTS, PROJECT)).text("detail"))
          .contains(CSRF, "GET /api/v1/session");
      problem(403, browser.post(PROJECTS, PROJECT, CSRF, csrf + "x"));
      problem(403, browser.delete(SESSION));

      Fleet.done(201, browser.post(PROJECTS, PROJECT, CSRF, csrf));
    }

    @Test
    void a_change_by_a_page_of_another_site_is_refused() {
      problem(403, browser.post(PROJECTS, PROJECT, CSRF, csrf, "Sec-Fetch-Site", "cross-site"));
      problem(403, browser.post(PROJECTS, PROJECT, CSRF, csrf, "Origin", "http://example.org"));

      Fleet.done(201, browser.post(PROJECTS, PROJECT, CSRF, csrf, "Origin", stack.url()));
    }

    @Test
    void a_bearer_token_counts_before_the_cookie_and_needs_no_csrf_token() {
      String bearer = "Bearer " + owner.client().token();
      String developer = "Bearer " + stack.fleet().user("developer").token();

      Fleet.done(201, browser.post(PROJECTS, PROJECT, "Authorization", bearer));
      assertThat(
              problem(403, browser.post(PROJECTS, PROJECT, "Authorization", developer))
                  .text("detail"))
          .contains("needs the role po");
      problem(401, browser.get("/api/v1/users/me", "Authorization", "Bearer wrong"));
    }

    @Test
    void logging_out_takes_the_cookie_away() {
      Answer out = browser.delete(SESSION, CSRF, csrf);

      assertThat(out.status()).isEqualTo(204);
      assertThat(browser.cookie()).isEmpty();
      problem(401, browser.get("/api/v1/users/me"));
    }
  }

  @Test
  void a_cookie_whose_token_has_expired_is_told_so() throws Exception {
    TestTokens tokens = TestTokens.signedBy(stack.data().resolve("signing-key.pem"));
    String expired =
        tokens.resigned(owner.client().token(), Instant.now().minus(Duration.ofHours(1)));

    Answer answer = browser.get("/api/v1/users/me", "Cookie", "witan-session=" + expired);

    assertThat(problem(401, answer).text("detail")).contains("expired");
  }

  @Test
  void the_pages_load_nothing_from_elsewhere() {
    for (String path : new String[] {"/api/login", "/api/login/login.js", "/api/docs"}) {
      Answer page = browser.get(path);
      assertThat(page.status()).as(path).isEqualTo(200);
      assertThat(page.header("Content-Security-Policy")).get().asString().contains("'self'");
      assertThat(page.body()).doesNotContain("http://", "https://");
    }
  }
}
