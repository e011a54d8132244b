package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Context;
import io.witan.it.Rest.Answer;
import io.witan.it.WitanStack.Result;
import io.witan.proto.orchestrator.v1.DeliberateRequest;
import io.witan.proto.orchestrator.v1.DeliberationUpdate;
import io.witan.proto.orchestrator.v1.GetDeliberationResultRequest;
import io.witan.proto.orchestrator.v1.OrchestratorServiceGrpc.OrchestratorServiceBlockingStub;
import io.witan.testkit.OutsideAgent;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A deliberation is watched, and goes on when nobody watches any more. */
@ExtendWith(SharedStack.class)
class WatchingIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static WitanStack stack;
  private static Fleet fleet;
  private static Rest owner;

  @BeforeAll
  static void start(WitanStack shared) {
    stack = shared;
    stack.up();
    fleet = stack.fleet();
    owner = fleet.productOwner();
  }

  private static String events(String deliberation) {
    return "/deliberations/" + deliberation + "/events";
  }

  @Test
  void who_watches_hears_each_turn_and_the_end() {
    Answer watched = Fleet.done(200, owner.get(events(fleet.deliberation())));

    assertThat(watched.header("Content-Type")).contains("text/event-stream");
    assertThat(watched.body().lines().filter("event: progress"::equals)).hasSize(1 + 9 + 1);
    assertThat(watched.body().lines().filter(line -> line.startsWith("event: ")))
        .endsWith("event: end");
    assertThat(watched.body())
        .contains("\"current_step\":\"the agents begin to write\"", "\"status\":\"complete\"");
  }

  @Test
  void who_comes_back_hears_what_is_new_to_them() {
    String id = fleet.deliberation();
    fleet.await("/deliberations/" + id, answer -> answer.text("status").equals("COMPLETED"));

    Answer later = Fleet.done(200, owner.get(events(id), "Last-Event-ID", "1ff"));

    assertThat(later.body().lines().filter("event: progress"::equals)).hasSize(1 + 1);
    assertThat(later.body()).contains("event: end").doesNotContain("begin to write");
  }

  @Test
  void who_may_not_or_asks_for_what_is_not_there_is_told_so() {
    String id = fleet.deliberation();

    assertThat(stack.nobody().get(events(id)).status()).isEqualTo(401);
    assertThat(owner.get(events("D-none")).status()).isEqualTo(404);
    Answer malformed = owner.get(events(id), "Last-Event-ID", "s-1/3");
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.text("detail")).contains("Last-Event-ID", "s-1/3");
  }

  @Test
  void on_the_command_line_it_is_a_line_for_each_step() {
    Result watched = stack.witan("deliberation", "watch", fleet.deliberation());

    assertThat(watched.status()).as(watched.output()).isZero();
    assertThat(watched.output().lines().map(String::strip))
        .contains("0%  generating  the agents begin to write")
        .anyMatch(line -> line.startsWith("100%  complete    the proposal of agent-"));
  }

  @Test
  void who_leaves_ends_the_watching_only_and_is_forgotten() throws Exception {
    AtomicBoolean speaks = new AtomicBoolean();
    try (OutsideCouncil council = new OutsideCouncil(fleet);
        Grpc grpc = Grpc.at(stack.grpcPort());
        OutsideAgent agent =
            OutsideAgent.at(
                stack.natsUrl(),
                council.outsider(),
                (self, request) -> {
                  if (speaks.get()) {
                    self.answer(request);
                  }
                })) {
      OrchestratorServiceBlockingStub orchestrator =
          grpc.orchestrator(fleet.user("developer").token());
      DeliberateRequest request = council.request();
      Awaitility.await().atMost(PATIENCE).until(() -> watchers() == 0);

      Context.CancellableContext call = Context.current().withCancellation();
      Iterator<DeliberationUpdate> updates =
          call.call(() -> orchestrator.streamDeliberation(request));
      assertThat(updates.next().getStatus()).isEqualTo("generating");
      String id = idOf(orchestrator, request);
      watchAndLeave(id);
      call.cancel(null);
      Awaitility.await().atMost(PATIENCE).until(() -> watchers() <= 1);

      speaks.set(true);
      agent.asked().forEach(agent::answer);
      fleet.await("/deliberations/" + id, answer -> answer.text("status").equals("COMPLETED"));
      Awaitility.await().atMost(PATIENCE).until(() -> watchers() == 0);
    }
  }

  private static String idOf(
      OrchestratorServiceBlockingStub orchestrator, DeliberateRequest request) {
    return orchestrator
        .getDeliberationResult(
            GetDeliberationResultRequest.newBuilder().setTaskId(request.getTaskId()).build())
        .getMetadata()
        .getExecutionId();
  }

  private static void watchAndLeave(String id) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.url() + "/api/v1" + events(id)))
            .header("Authorization", "Bearer " + owner.token())
            .build();
    try (InputStream stream =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body()) {
      assertThat(stream.read()).isEqualTo(':');
    }
  }

  private static double watchers() {
    return Metrics.sum(fleet, "witan_deliberation_watchers", "");
  }
}
