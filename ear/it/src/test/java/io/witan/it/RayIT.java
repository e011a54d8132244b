package io.witan.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.opentelemetry.proto.trace.v1.Span;
import io.witan.it.CountingProxy.Turn;
import io.witan.proto.orchestrator.v1.DeliberateRequest;
import io.witan.proto.ray_executor.v1.DeliberationResult;
import io.witan.proto.ray_executor.v1.GetDeliberationStatusResponse;
import io.witan.proto.ray_executor.v1.RayExecutorStats;
import io.witan.testkit.RayStack.Part;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The whole product with a real Ray, whose parts are killed in the middle of deliberations: each
 * ends, and no turn that was recorded is bought again.
 */
class RayIT {
  private static final String TRACE = "5bd66ef5095369c7b0d1f8f4bd33716a";
  private static final String CALLER = "00-%s-b7ad6b7169203331-01".formatted(TRACE);

  private static ProductOnRay product;

  @BeforeAll
  static void start() throws Exception {
    product = ProductOnRay.start();
  }

  @BeforeEach
  void all_is_there() {
    product.ray().awaitHealthy();
  }

  @AfterEach
  void let_all_go_on() {
    product.proxy().release();
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void a_call_its_turns_and_the_actors_that_ask_the_model_are_one_trace() {
    Metadata caller = new Metadata();
    caller.put(Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER), CALLER);

    assertThat(
            product
                .grpc()
                .orchestrator(product.fleet().user("developer").token())
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(caller))
                .deliberate(
                    DeliberateRequest.newBuilder()
                        .setTaskId("T-" + UUID.randomUUID())
                        .setTaskDescription("Keep the cart for a month")
                        .setRole("DEV")
                        .build())
                .getResultsList())
        .isNotEmpty();

    Span call = product.traces().await(TRACE, "fleet.orchestrator.v1", 1).get(0);
    assertThat(TraceCollector.hex(call.getParentSpanId())).isEqualTo("b7ad6b7169203331");
    List<Span> chats = product.traces().await(TRACE, "chat tiny", 6);
    List<Span> turns = chats.stream().filter(span -> has(span, "witan.turn.sequence")).toList();
    List<Span> onRay = chats.stream().filter(span -> has(span, "witan.turn.key")).toList();
    assertThat(turns).hasSize(3).extracting(Span::getParentSpanId).containsOnly(call.getSpanId());
    assertThat(onRay).hasSize(3);
    // The server records its own calls between them, and sends those when it likes.
    Awaitility.await()
        .atMost(ProductOnRay.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(onRay)
                    .allSatisfy(
                        span ->
                            assertThat(product.traces().above(span))
                                .containsAnyElementsOf(turns)
                                .contains(call)));
    assertThat(product.proxy().places())
        .as("the model server is called below the actors")
        .containsAll(
            onRay.stream()
                .map(span -> "00-%s-%s-01".formatted(TRACE, TraceCollector.hex(span.getSpanId())))
                .toList());
  }

  @Test
  void its_cluster_is_told_of_at_metrics() {
    Fleet fleet = product.fleet();
    Awaitility.await()
        .atMost(ProductOnRay.PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(Metrics.sum(fleet, "witan_ray_up", "cluster=\"local\"")).isOne();
              assertThat(Metrics.sum(fleet, "witan_ray_slots", "cluster=\"local\"")).isPositive();
              assertThat(Metrics.sum(fleet, "witan_ray_queue", "cluster=\"local\"")).isEqualTo(64);
            });

    assertThat(Metrics.sum(fleet, "witan_ray_breaker_state", "cluster=\"local\"")).isOne();
    assertThat(fleet.admin().page("/metrics").body())
        .contains(
            "witan_ray_refused_calls_total{",
            "witan_ray_retried_calls_total{",
            "witan_ray_failovers_total{",
            "witan_ray_lost_turns_total{");
  }

  private static boolean has(Span span, String attribute) {
    return span.getAttributesList().stream().anyMatch(one -> one.getKey().equals(attribute));
  }

  /**
   * A worker and the registry lose turns, which are bought once more; the others lose none, or find
   * them again.
   */
  @ParameterizedTest
  @EnumSource(names = {"WORKER", "REGISTRY", "REPLICA", "PROXY"})
  void what_dies_on_ray_ends_no_council(Part part) {
    product.holdTheModel();
    String id = product.sitting();
    Set<Turn> held = product.held(id);

    product.ray().kill(part);
    product.proxy().release();

    Map<Turn, Integer> bought = product.bought(id, CutOffCouncils.TURNS);
    assertThat(bought)
        .as("recorded before, or sent after: bought once")
        .allSatisfy(
            (turn, times) -> assertThat(times).isLessThanOrEqualTo(held.contains(turn) ? 2 : 1));
    assertThat(KeptTurn.of(product.fleet(), id))
        .as("what was bought again is told as lost")
        .allSatisfy(
            kept ->
                assertThat(kept.lostAttempts())
                    .isGreaterThanOrEqualTo(bought.get(kept.turn()) - 1));
  }

  @Test
  void without_nats_all_goes_on() {
    ExecutorClient executor = product.executor();
    product.holdTheModel();
    String council = product.sitting();
    String submitted = product.submitted();

    product.stack().kill("nats");
    try {
      product.proxy().release();

      assertThat(product.bought(council, CutOffCouncils.TURNS).values()).containsOnly(1);
      assertThat(executor.ended(submitted).getStatus()).isEqualTo("completed");
      assertThat(product.bought(submitted, ExecutorClient.AGENTS).values()).containsOnly(1);
      assertThat(executor.ended(executor.submit()).getStatus())
          .as("begun now")
          .isEqualTo("completed");
      assertThat(executor.jobs()).isEmpty();
      assertThat(executor.health().hasStats()).isTrue();
    } finally {
      product.stack().up();
    }
  }

  @Test
  void an_application_that_died_finds_its_turns_again() {
    ExecutorClient executor = product.executor();
    product.holdTheModel();
    String council = product.sitting();
    RayExecutorStats before = executor.stats();
    String submitted = product.submitted();
    Set<Turn> held = product.held(council);

    product.stack().kill("witan");
    product.proxy().release();
    product.stack().up();

    assertThat(product.bought(council, CutOffCouncils.TURNS).values())
        .as("bought by who died, and found")
        .containsOnly(1);
    assertThat(
            KeptTurn.of(product.fleet(), council)
                .filter(kept -> kept.lostAttempts() > 0)
                .map(KeptTurn::turn))
        .containsExactlyInAnyOrderElementsOf(held);
    assertThat(executor.ended(submitted).getStatus()).isEqualTo("completed");
    assertThat(product.bought(submitted, ExecutorClient.AGENTS).values()).containsOnly(1);
    assertThat(executor.stats().getTotalDeliberations())
        .isEqualTo(before.getTotalDeliberations() + 1);
    assertThat(executor.stats().getCompletedDeliberations())
        .isEqualTo(before.getCompletedDeliberations() + 1);
  }

  @Nested
  class A_client_of_the_executor {
    private final ExecutorService caller = Executors.newSingleThreadExecutor();
    private final ExecutorClient executor = product.executor();

    @AfterEach
    void hang_up() {
      caller.shutdownNow();
    }

    @Test
    void follows_what_it_submitted_to_the_result() {
      RayExecutorStats before = executor.stats();
      product.holdTheModel();

      String id = product.submitted();

      assertThat(executor.status(id))
          .isEqualTo(GetDeliberationStatusResponse.newBuilder().setStatus("running").build());
      assertThat(executor.jobs()).containsExactly(id);
      assertThat(executor.stats().getActiveDeliberations())
          .isEqualTo(before.getActiveDeliberations() + 1);

      product.proxy().release();

      GetDeliberationStatusResponse ended = executor.ended(id);
      assertThat(ended.getStatus()).as(ended.getErrorMessage()).isEqualTo("completed");
      assertThat(ended.getResult().getProposal()).isNotBlank();
      assertThat(ended.getResult().getMetadataMap())
          .containsEntry("runner", "ray")
          .containsEntry("total_agents", "3")
          .containsEntry("completed_agents", "3");
      assertThat(product.bought(id, ExecutorClient.AGENTS).values()).containsOnly(1);
      assertThat(executor.jobs()).isEmpty();
      assertThat(executor.stats().getCompletedDeliberations())
          .isEqualTo(before.getCompletedDeliberations() + 1);
      assertThat(executor.stats().getAverageExecutionTimeMs()).isPositive();
    }

    @Test
    void has_one_agent_do_a_task() {
      String id = executor.submitTask();

      DeliberationResult result = executor.ended(id).getResult();
      assertThat(result.getAgentId()).isEqualTo("agent-dev-001");
      assertThat(result.getProposal()).isNotBlank();
      assertThat(product.bought(id, 1).values()).containsOnly(1);
    }

    @Test
    void waits_for_a_proposal() {
      DeliberationResult result = executor.proposal();

      assertThat(result.getAgentId()).isEqualTo("agent-dev-007");
      assertThat(result.getProposal()).isNotBlank();
      assertThat(result.getMetadataMap()).containsEntry("runner", "ray");
    }

    @Test
    void that_leaves_frees_its_place_on_ray() {
      product.holdTheModel();
      Context.CancellableContext calling = Context.current().withCancellation();
      Future<DeliberationResult> call = caller.submit(calling.wrap(executor::proposal));
      Awaitility.await()
          .atMost(ProductOnRay.PATIENCE)
          .until(() -> executor.jobs().stream().anyMatch(id -> !product.held(id).isEmpty()));
      Awaitility.await()
          .atMost(ProductOnRay.PATIENCE)
          .until(this::running, OptionalInt.of(1)::equals);

      calling.cancel(null);

      assertThat(call).failsWithin(ProductOnRay.PATIENCE);
      Awaitility.await()
          .atMost(ProductOnRay.PATIENCE)
          .until(this::running, OptionalInt.of(0)::equals);
      Awaitility.await().atMost(ProductOnRay.PATIENCE).until(() -> executor.jobs().isEmpty());
    }

    /** Deliberations that held a place on Ray some seconds ago, if that is known. */
    private OptionalInt running() {
      JsonObject cluster =
          Fleet.done(200, product.fleet().admin().get("/runner"))
              .json()
              .getJsonArray("clusters")
              .getJsonObject(0);
      return cluster.containsKey("load")
          ? OptionalInt.of(cluster.getJsonObject("load").getInt("running_groups"))
          : OptionalInt.empty();
    }
  }
}
