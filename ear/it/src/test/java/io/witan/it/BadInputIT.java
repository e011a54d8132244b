package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.it.Rest.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request: a problem says so, and no aggregate changes. */
@ExtendWith(SharedStack.class)
class BadInputIT {
  private static final Map<String, String> PROJECT = Map.of("name", "Never made");
  private static final int MEBIBYTE = 1024 * 1024;

  private static WitanStack stack;
  private static Fleet fleet;
  private static Rest owner;
  private static Rest developer;
  private static String story;

  private List<String> before;

  @BeforeAll
  static void makeAStory(WitanStack shared) throws Exception {
    stack = shared;
    stack.up();
    fleet = stack.fleet();
    owner = fleet.productOwner();
    developer = fleet.user("developer");
    story = fleet.story();
    Stillness.awaitOn(stack);
  }

  @BeforeEach
  void remember() throws Exception {
    before = aggregates();
  }

  @AfterEach
  void nothing_has_changed() throws Exception {
    assertThat(aggregates()).isEqualTo(before);
  }

  /** Every aggregate, with all that it holds. */
  private static List<String> aggregates() throws SQLException {
    List<String> found = new ArrayList<>();
    try (var connection = stack.graph();
        var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "MATCH (a) WHERE a:Project OR a:Epic OR a:Story OR a:Plan OR a:Task"
                    + " OR a:TaskWorkflow OR a:Deliberation OR a:User"
                    + " RETURN labels(a)[0] + ' ' + a.id + ' ' + a.version + ' ' + a._head AS one"
                    + " ORDER BY one")) {
      while (rows.next()) {
        found.add(rows.getString("one"));
      }
    }
    return found;
  }

  private static Answer problem(int status, Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.json().getInt("status")).isEqualTo(status);
    assertThat(answer.text("detail")).isNotBlank();
    return answer;
  }

  private static String move(String target) {
    return "{\"target_state\": \"" + target + "\"}";
  }

  private static String transitions(String id) {
    return "/stories/" + id + "/transitions";
  }

  private static Answer post(String path, String body, String... headers) {
    return owner.post(path, Rest.bytes(body), headers);
  }

  @Test
  void an_unknown_id_is_not_found() {
    String unknown = "s-00000000-0000-0000-0000-000000000000";

    assertThat(problem(404, owner.get("/stories/" + unknown)).text("detail")).contains(unknown);
    problem(404, post(transitions(unknown), move("PO_REVIEW")));
    problem(404, owner.get("/deliberations/D-unknown"));
    problem(404, owner.get("/no/such/path"));
  }

  @Test
  void an_illegal_transition_names_the_legal_ones() {
    Answer refused = problem(409, post(transitions(story), move("DONE")));

    assertThat(refused.text("code")).isEqualTo("ILLEGAL_TRANSITION");
    assertThat(refused.text("detail")).contains("DRAFT", "PO_REVIEW");
  }

  @Test
  void a_stale_version_is_told_the_current_one() {
    Answer refused =
        problem(412, post(transitions(story), move("PO_REVIEW"), "If-Match", "\"99\""));

    assertThat(refused.text("detail")).contains("version 1", "99");
  }

  @Test
  void a_body_that_is_too_large_is_refused() {
    problem(413, post("/projects", "{\"name\": \"" + "x".repeat(2 * MEBIBYTE) + "\"}"));
  }

  @Test
  void a_body_that_is_no_utf_8_is_refused() {
    byte[] body = Rest.bytes("{\"name\": \"?\"}");
    body[10] = (byte) 0xC3;

    assertThat(problem(400, owner.post("/projects", body)).text("detail")).contains("UTF-8");
  }

  @Test
  void half_a_json_is_refused_with_the_place_where_it_breaks_off() {
    assertThat(problem(400, post("/projects", "{\"name\": \"Half")).text("detail"))
        .contains("line 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "LONG"})
  void a_number_without_an_end_is_refused(String number) {
    String digits = number.replace("LONG", "9".repeat(500_000));

    assertThat(problem(400, post("/projects", "{\"name\": " + digits + "}")).text("detail"))
        .contains("number that is too long");
  }

  @Test
  void a_body_of_another_kind_is_refused_with_the_right_one() {
    assertThat(
            problem(415, post("/projects", "name=x", "Content-Type", "text/plain")).text("detail"))
        .contains("text/plain", "application/json");
  }

  @Test
  void a_header_that_cannot_be_read_is_refused_by_a_problem() {
    problem(400, post("/projects", "{}", "Content-Type", "nonsense/"));
  }

  @Test
  void a_path_outside_of_the_api_is_refused_by_a_problem() {
    assertThat(problem(404, owner.page("/nowhere")).text("detail")).contains("/nowhere");
  }

  @Test
  void an_unknown_state_is_answered_with_the_known_ones() {
    Answer refused = problem(400, post(transitions(story), move("FINISHED")));

    assertThat(refused.body()).contains("FINISHED", "PO_REVIEW");
  }

  @Test
  void the_wrong_role_is_told_the_right_one() {
    assertThat(problem(403, developer.post("/projects", PROJECT)).text("detail"))
        .contains("needs the role po");
  }

  @Test
  void nobody_is_asked_for_a_token() {
    Answer refused = problem(401, stack.nobody().post("/projects", PROJECT));

    assertThat(refused.header("WWW-Authenticate")).get().asString().contains("Bearer");
  }

  @Test
  void a_token_that_has_expired_is_refused() throws Exception {
    TestTokens tokens = TestTokens.signedBy(stack.data().resolve("signing-key.pem"));
    Instant now = Instant.now();
    String fresh = tokens.resigned(owner.token(), now.plus(Duration.ofHours(1)));
    String expired = tokens.resigned(owner.token(), now.minus(Duration.ofHours(1)));

    assertThat(owner.bearing(fresh).get("/users/me").status()).isEqualTo(200);
    problem(401, owner.bearing(expired).post("/projects", PROJECT));
  }

  @Test
  void a_token_that_somebody_changed_is_refused() {
    String token = owner.token();
    String changed = token.substring(0, token.length() - 6) + "AAAAAA";

    problem(401, owner.bearing(changed).post("/projects", PROJECT));
  }
}
