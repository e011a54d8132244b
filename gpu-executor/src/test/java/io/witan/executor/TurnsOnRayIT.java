package io.witan.executor;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.json.JsonText;
import io.witan.testkit.RayStack;
import io.witan.testkit.RayStack.Part;
import io.witan.testkit.SharedRay;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Turns over the whole way, from the edge on Ray to a vLLM that computes. */
@ExtendWith(SharedRay.class)
class TurnsOnRayIT {
  private static final String CRITIQUE =
      """
      {"type": "object", "additionalProperties": false, "required": ["critique", "score"],
       "properties": {"critique": {"type": "string", "minLength": 1, "maxLength": 80},
                      "score": {"type": "number", "minimum": 0, "maximum": 1}}}""";
  private static final String RUNNING = "vllm:num_requests_running";
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private final RayStack ray;
  // uvicorn takes no request that asks for an upgrade to HTTP/2.
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  TurnsOnRayIT(RayStack ray) {
    this.ray = ray;
    ray.awaitHealthy();
  }

  @Test
  void are_answered_as_the_schema_wants_it() throws Exception {
    send("schema", structured());

    JsonObject turn = ended("schema");

    assertThat(turn.getString("status")).as(turn.toString()).isEqualTo("COMPLETED");
    JsonObject answer = turn.getJsonObject("answer");
    JsonObject critique = JsonText.object(content(answer));
    assertThat(critique.getString("critique")).isNotEmpty();
    assertThat(critique.getJsonNumber("score").doubleValue()).isBetween(0.0, 1.0);
    assertThat(answer.getJsonObject("usage").getInt("completion_tokens")).isPositive();
    assertThat(answer.getString("model")).isEqualTo(RayStack.MODEL);
  }

  @Test
  void that_are_cancelled_leave_the_model_idle() throws Exception {
    send("cancelled", endless());
    awaitWords("cancelled");

    JsonObject turn = json(send(request("/turns/cancelled").DELETE()));

    assertThat(turn.getJsonObject("failure").getString("kind")).isEqualTo("cancelled");
    Awaitility.await().atMost(PATIENCE).until(() -> ray.figure(RUNNING) == 0);
  }

  @Test
  void that_the_model_server_refuses_are_not_worth_asking_again() throws Exception {
    send("refused", "{\"model\": \"nobody\", \"messages\": []}");

    assertThat(ended("refused").getJsonObject("failure").getString("kind")).isEqualTo("rejected");
  }

  @Test
  void outlive_a_model_server_that_dies() throws Exception {
    send("died", endless());
    awaitWords("died");

    ray.kill(Part.MODEL_SERVER);

    assertThat(ended("died").getJsonObject("failure").getString("kind")).isEqualTo("unavailable");
    ray.awaitHealthy();
    send("died", structured());
    assertThat(ended("died").getString("status")).isEqualTo("COMPLETED");
  }

  private static String content(JsonObject completion) {
    JsonObject choice = completion.getJsonArray("choices").getJsonObject(0);
    return choice.getJsonObject("message").getString("content");
  }

  private static String structured() {
    return chat(
        "\"max_tokens\": 500, \"response_format\": {\"type\": \"json_schema\","
            + " \"json_schema\": {\"name\": \"critique\", \"strict\": true, \"schema\": %s}}"
                .formatted(CRITIQUE));
  }

  /** Takes much longer than any test. */
  private static String endless() {
    return chat("\"max_tokens\": 30000, \"ignore_eos\": true");
  }

  private static String chat(String more) {
    return """
        {"model": "%s", "messages": [{"role": "user", "content": "What do you think?"}], %s}"""
        .formatted(RayStack.MODEL, more);
  }

  /** Until the model has said some of them. */
  private void awaitWords(String key) {
    await(key, 0, turn -> turn.getInt("tokens") > 0);
  }

  /** The turn at its end. */
  private JsonObject ended(String key) {
    return await(key, 10, turn -> !turn.isNull("ended_at"));
  }

  /** The turn as it is wanted; a Ray that is busy is asked again. */
  private JsonObject await(String key, int wait, Predicate<JsonObject> wanted) {
    return Awaitility.await(key)
        .atMost(PATIENCE)
        .ignoreExceptionsMatching(
            busy -> busy instanceof IOException || busy instanceof AssertionError)
        .until(() -> json(send(request("/turns/%s?wait=%d".formatted(key, wait)).GET())), wanted);
  }

  private void send(String key, String chat) throws IOException, InterruptedException {
    long deadline = Instant.now().plus(Duration.ofMinutes(15)).getEpochSecond();
    String body =
        """
        {"key": "%s", "group": "%s", "deadline": %d, "chat": %s}"""
            .formatted(key, key, deadline, chat);
    JsonObject unused = json(send(request("/turns").POST(BodyPublishers.ofString(body))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(ray.url().resolve(path))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + ray.token());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonObject json(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isIn(200, 202);
    return JsonText.object(response.body());
  }
}
