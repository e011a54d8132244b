package io.witan.it;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.opentelemetry.proto.trace.v1.Span;
import io.witan.it.CountingProxy.Turn;
import io.witan.proto.orchestrator.v1.DeliberateRequest;
import io.witan.testkit.RayStack;
import io.witan.testkit.RayStack.Part;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The whole product with a real Ray, whose parts are killed in the middle of councils: each council
 * ends, and no turn that was recorded is bought again. The model is a stub behind a counting proxy,
 * so that it is known what was bought.
 */
class RayIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String TRACE = "5bd66ef5095369c7b0d1f8f4bd33716a";
  private static final String CALLER = "00-%s-b7ad6b7169203331-01".formatted(TRACE);

  /** All three drafts and one critique are answered, and what comes after is held. */
  private static final int ANSWERED = 4;

  private static final WitanStack STACK = new WitanStack("ray");
  private static final TraceCollector TRACES = new TraceCollector();
  private static ModelStub model;
  private static CountingProxy proxy;
  private static RayStack ray;
  private static Fleet fleet;

  @BeforeAll
  static void start() throws Exception {
    model = ModelStub.ofManyMinds();
    proxy = new CountingProxy(0, model.url(), turn -> false);
    Map<String, String> traced =
        Map.of(
            "OTEL_SDK_DISABLED",
            "false",
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            TRACES.url(),
            "OTEL_BSP_SCHEDULE_DELAY",
            "200");
    ray = RayStack.over(URI.create(proxy.url()), traced);
    traced.forEach(STACK::with);
    STACK
        .with("WITAN_RUNNER", "ray")
        .with("WITAN_RAY_CLUSTERS", "local=" + ray.url())
        .with("WITAN_RAY_TOKEN_FILE", ray.tokenFile().toString())
        .with("WITAN_RAY_MODEL", "tiny")
        .up();
    fleet = STACK.fleet();
  }

  @BeforeEach
  void all_is_there() {
    ray.awaitHealthy();
  }

  @AfterEach
  void let_all_go_on() {
    proxy.release();
  }

  @AfterAll
  static void stop() {
    STACK.close();
    ray.close();
    proxy.close();
    model.close();
  }

  /** A council that has come as far as it can, and waits for the model. */
  private static String sitting() {
    proxy.hold(turn -> turn.sequence() > ANSWERED);
    String id = fleet.deliberation();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> KeptTurn.of(fleet, id).count() == ANSWERED && !held(id).isEmpty());
    return id;
  }

  private static Set<Turn> held(String deliberation) {
    return proxy.held().stream()
        .filter(turn -> turn.deliberation().equals(deliberation))
        .collect(toSet());
  }

  /** How often each turn of an ended council was bought. */
  private static Map<Turn, Integer> bought(String deliberation) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> fleet.productOwner().get("/deliberations/" + deliberation).text("status"),
            "COMPLETED"::equals);
    Map<Turn, Integer> bought =
        proxy.bought().entrySet().stream()
            .filter(one -> one.getKey().deliberation().equals(deliberation))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(bought.keySet())
        .hasSize(CutOffCouncils.TURNS)
        .isEqualTo(KeptTurn.of(fleet, deliberation).map(KeptTurn::turn).collect(toSet()));
    return bought;
  }

  @Test
  void a_call_its_turns_and_the_actors_that_ask_the_model_are_one_trace() {
    Metadata caller = new Metadata();
    caller.put(Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER), CALLER);

    try (Grpc grpc = Grpc.at(STACK.grpcPort())) {
      assertThat(
              grpc.orchestrator(fleet.user("developer").token())
                  .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(caller))
                  .deliberate(
                      DeliberateRequest.newBuilder()
                          .setTaskId("T-" + UUID.randomUUID())
                          .setTaskDescription("Keep the cart for a month")
                          .setRole("DEV")
                          .build())
                  .getResultsList())
          .isNotEmpty();
    }

    Span call = TRACES.await(TRACE, "fleet.orchestrator.v1", 1).get(0);
    assertThat(TraceCollector.hex(call.getParentSpanId())).isEqualTo("b7ad6b7169203331");
    List<Span> chats = TRACES.await(TRACE, "chat tiny", 6);
    List<Span> turns = chats.stream().filter(span -> has(span, "witan.turn.sequence")).toList();
    List<Span> onRay = chats.stream().filter(span -> has(span, "witan.turn.key")).toList();
    assertThat(turns).hasSize(3).extracting(Span::getParentSpanId).containsOnly(call.getSpanId());
    assertThat(onRay).hasSize(3);
    // The server records its own calls between them, and sends those when it likes.
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(onRay)
                    .allSatisfy(
                        span ->
                            assertThat(TRACES.above(span))
                                .containsAnyElementsOf(turns)
                                .contains(call)));
    assertThat(proxy.places())
        .as("the model server is called below the actors")
        .containsAll(
            onRay.stream()
                .map(span -> "00-%s-%s-01".formatted(TRACE, TraceCollector.hex(span.getSpanId())))
                .toList());
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
    String id = sitting();
    Set<Turn> held = held(id);

    ray.kill(part);
    proxy.release();

    Map<Turn, Integer> bought = bought(id);
    assertThat(bought)
        .as("recorded before, or sent after: bought once")
        .allSatisfy(
            (turn, times) -> assertThat(times).isLessThanOrEqualTo(held.contains(turn) ? 2 : 1));
    assertThat(KeptTurn.of(fleet, id))
        .as("what was bought again is told as lost")
        .allSatisfy(
            kept ->
                assertThat(kept.lostAttempts())
                    .isGreaterThanOrEqualTo(bought.get(kept.turn()) - 1));
  }

  @Test
  void without_nats_a_council_goes_on() {
    String id = sitting();

    STACK.kill("nats");
    proxy.release();

    assertThat(bought(id).values()).containsOnly(1);
    STACK.up();
  }

  @Test
  void an_application_that_died_finds_its_turns_again() {
    String id = sitting();
    Set<Turn> held = held(id);

    STACK.kill("witan");
    proxy.release();
    STACK.up();

    assertThat(bought(id).values()).as("bought by who died, and found").containsOnly(1);
    assertThat(KeptTurn.of(fleet, id).filter(kept -> kept.lostAttempts() > 0).map(KeptTurn::turn))
        .containsExactlyInAnyOrderElementsOf(held);
  }
}
