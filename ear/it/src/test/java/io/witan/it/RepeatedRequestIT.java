package io.witan.it;

import static io.witan.it.Fleet.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.it.Rest.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that are sent again under the {@code Idempotency-Key} of the first one. */
@ExtendWith(SharedStack.class)
class RepeatedRequestIT {
  private static final Map<String, String> PROJECT = Map.of("name", "Once");

  private static Fleet fleet;
  private static Rest owner;

  private final String key = UUID.randomUUID().toString();

  @BeforeAll
  static void up(WitanStack shared) {
    shared.up();
    fleet = shared.fleet();
    owner = fleet.productOwner();
  }

  private Answer keyed(Rest who, String path, Map<String, ?> body) {
    return who.post(path, body, "Idempotency-Key", key);
  }

  private static void assertSame(Answer again, Answer first) {
    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("ETag")).isPresent().isEqualTo(first.header("ETag"));
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
  }

  @Test
  void are_answered_as_at_first_though_the_thing_has_changed() {
    String story = fleet.story();
    Map<String, String> toReview = Map.of("target_state", "PO_REVIEW");

    Answer first = done(200, keyed(owner, "/stories/" + story + "/transitions", toReview));
    done(200, fleet.move(story, "READY_FOR_PLANNING"));
    Answer again = keyed(owner, "/stories/" + story + "/transitions", toReview);

    assertSame(again, first);
    assertThat(again.text("state")).isEqualTo("PO_REVIEW");
    assertThat(fleet.stateOf(story)).isEqualTo("READY_FOR_PLANNING");
    assertThat(fleet.audit("story", story)).hasSize(3);
  }

  @Test
  void are_answered_as_at_first_for_what_is_made() {
    Answer first = done(201, keyed(owner, "/projects", PROJECT));

    assertSame(keyed(owner, "/projects", PROJECT), first);
  }

  @Test
  void make_a_user_once() {
    Map<String, ?> user =
        Map.of("username", "u-" + key, "password", "long-enough-" + key, "roles", List.of("qa"));

    Answer first = done(201, keyed(fleet.admin(), "/users", user));

    assertSame(keyed(fleet.admin(), "/users", user), first);
    done(409, fleet.admin().post("/users", user));
  }

  @Test
  void start_a_deliberation_once() {
    String story = fleet.story();
    done(200, fleet.move(story, "PO_REVIEW"));
    done(200, fleet.move(story, "READY_FOR_PLANNING"));
    String path = "/stories/" + story + "/plan-deliberation";

    Answer first = done(202, keyed(owner, path, Map.of()));
    fleet.awaitOne("/stories/" + story + "/plans");

    assertSame(keyed(owner, path, Map.of()), first);
    assertThat(first.text("status")).isNotEqualTo("COMPLETED");
  }

  @Test
  void are_refused_when_they_ask_for_something_else() {
    done(201, keyed(owner, "/projects", PROJECT));

    Answer otherBody = keyed(owner, "/projects", Map.of("name", "Another"));
    Answer otherPath = keyed(owner, "/projects?a=b", PROJECT);

    assertThat(done(422, otherBody).text("code")).isEqualTo("IDEMPOTENCY_MISMATCH");
    assertThat(otherBody.text("detail")).contains(key, "use a new key");
    assertThat(done(422, otherPath).text("code")).isEqualTo("IDEMPOTENCY_MISMATCH");
  }

  @Test
  void may_be_tried_again_after_a_refusal() {
    String story = fleet.story();
    String path = "/stories/" + story + "/transitions";
    Map<String, String> ready = Map.of("target_state", "READY_FOR_PLANNING");

    Answer refused = keyed(owner, path, ready);
    done(200, fleet.move(story, "PO_REVIEW"));

    assertThat(done(409, refused).text("code")).isEqualTo("ILLEGAL_TRANSITION");
    assertThat(done(200, keyed(owner, path, ready)).text("state")).isEqualTo("READY_FOR_PLANNING");
  }

  @Test
  void may_come_all_at_once() throws Exception {
    Callable<Answer> request = () -> keyed(owner, "/projects", PROJECT);
    ExecutorService crowd = Executors.newFixedThreadPool(4);
    try {
      List<Future<Answer>> all = crowd.invokeAll(List.of(request, request, request, request));
      Answer one = done(201, keyed(owner, "/projects", PROJECT));
      for (Future<Answer> other : all) {
        assertSame(other.get(), one);
      }
    } finally {
      crowd.shutdownNow();
    }
  }

  @Test
  void need_a_key_that_can_be_kept() {
    Answer empty = owner.post("/projects", PROJECT, "Idempotency-Key", " ");
    Answer endless = owner.post("/projects", PROJECT, "Idempotency-Key", "k".repeat(201));

    assertThat(done(400, empty).text("detail")).contains("idempotency_key", "200");
    assertThat(done(400, endless).text("detail")).contains("idempotency_key", "200");
  }
}
