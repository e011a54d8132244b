package io.witan.it;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.it.CountingProxy.Turn;
import io.witan.testkit.RayStack;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;

/**
 * The whole product, whose turns go over a real Ray. The model is a stub behind a counting proxy,
 * so that it is known what was bought.
 */
final class ProductOnRay implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Of a council all three drafts and one critique are answered, and what comes after is held. */
  private static final int ANSWERED = 4;

  /** The other two critiques, which are asked for together with the one. */
  private static final int HELD = 2;

  private final WitanStack stack = new WitanStack("ray");
  private final TraceCollector traces = new TraceCollector();
  private final ModelStub model;
  private final CountingProxy proxy;
  private final RayStack ray;
  private final Grpc grpc = Grpc.at(stack.grpcPort());
  private Fleet fleet;
  private ExecutorClient executor;

  private ProductOnRay() throws IOException {
    model = ModelStub.ofManyMinds();
    proxy = new CountingProxy(0, model.url(), turn -> false);
    Map<String, String> traced =
        Map.of(
            "OTEL_SDK_DISABLED",
            "false",
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            traces.url(),
            "OTEL_BSP_SCHEDULE_DELAY",
            "200");
    ray = RayStack.over(URI.create(proxy.url()), traced);
    traced.forEach(stack::with);
    stack
        .with("WITAN_RUNNER", "ray")
        .with("WITAN_RAY_CLUSTERS", "local=" + ray.url())
        .with("WITAN_RAY_TOKEN_FILE", ray.tokenFile().toString())
        .with("WITAN_RAY_MODEL", "tiny")
        .with("WITAN_OPENAI_URL", proxy.url());
  }

  /** Returns when it takes work. */
  static ProductOnRay start() throws IOException {
    ProductOnRay product = new ProductOnRay();
    try {
      product.up();
      return product;
    } catch (RuntimeException failed) {
      product.close();
      throw failed;
    }
  }

  private void up() {
    stack.up();
    fleet = stack.fleet();
    executor = new ExecutorClient(grpc.executor(fleet.user("developer").token()), proxy.url());
  }

  WitanStack stack() {
    return stack;
  }

  TraceCollector traces() {
    return traces;
  }

  CountingProxy proxy() {
    return proxy;
  }

  RayStack ray() {
    return ray;
  }

  Fleet fleet() {
    return fleet;
  }

  Grpc grpc() {
    return grpc;
  }

  /** A client of the Ray executor's service, which knows where the model is. */
  ExecutorClient executor() {
    return executor;
  }

  /** From now on the model leaves councils in their middle, and what is submitted at its begin. */
  void holdTheModel() {
    proxy.hold(turn -> turn.sequence() > ANSWERED || isSubmitted(turn));
  }

  private static boolean isSubmitted(Turn turn) {
    return turn.deliberation().startsWith("deliberation-");
  }

  /** A council that has come as far as it can, and waits for the model. */
  String sitting() {
    String id = fleet.deliberation();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> KeptTurn.of(fleet, id).count() == ANSWERED && held(id).size() == HELD);
    return id;
  }

  /** What was submitted to the executor, and waits for the model. */
  String submitted() {
    String id = executor.submit();
    Awaitility.await().atMost(PATIENCE).until(() -> held(id).size() == ExecutorClient.AGENTS);
    return id;
  }

  /** The turns of a deliberation that the model was asked for while it was held. */
  Set<Turn> held(String deliberation) {
    return proxy.held().stream()
        .filter(turn -> turn.deliberation().equals(deliberation))
        .collect(toSet());
  }

  /**
   * How often each turn of a deliberation was bought, once it has completed.
   *
   * @param turns how many it has
   */
  Map<Turn, Integer> bought(String deliberation, int turns) {
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
        .hasSize(turns)
        .isEqualTo(KeptTurn.of(fleet, deliberation).map(KeptTurn::turn).collect(toSet()));
    return bought;
  }

  @Override
  public void close() {
    grpc.close();
    stack.close();
    ray.close();
    proxy.close();
    model.close();
  }
}
