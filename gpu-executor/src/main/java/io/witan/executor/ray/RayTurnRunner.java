package io.witan.executor.ray;

import io.witan.deliberation.port.RunnerState;
import io.witan.deliberation.port.RunnerState.Reach;
import io.witan.deliberation.port.TurnFailure.TurnTimedOut;
import io.witan.deliberation.port.TurnRequest;
import io.witan.deliberation.port.TurnResult;
import io.witan.deliberation.port.TurnRunner;
import io.witan.executor.chat.ProvenFormats;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Takes turns on Ray clusters, each an application of Ray Serve beside its model servers.
 *
 * <p>A cluster keeps running turns and answers by their keys for an hour. So a turn is sent, then
 * followed by long polls; whoever sends it again joins it. Cancelling the answer ends the turn on
 * the cluster.
 */
public final class RayTurnRunner implements TurnRunner {
  public static final String NAME = "ray";

  private final RayClusters clusters;
  private final String model;
  private final Clock clock;

  /** By cluster and address: what the model servers understand. */
  private final ProvenFormats<String> formats = new ProvenFormats<>();

  public RayTurnRunner(RaySettings settings, Clock clock) {
    this(settings.connect(clock), settings.model(), clock);
  }

  RayTurnRunner(RayClusters clusters, String model, Clock clock) {
    this.clusters = clusters;
    this.model = model;
    this.clock = clock;
  }

  RayClusters clusters() {
    return clusters;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public boolean callsAddresses() {
    return true;
  }

  /** Up when all clusters can take turns, degraded when some can. */
  @Override
  public CompletionStage<RunnerState> look() {
    return clusters.look().thenApply(this::state);
  }

  private RunnerState state(List<RunnerState.Cluster> each) {
    long reachable = each.stream().filter(RunnerState.Cluster::reachable).count();
    String detail =
        each.stream()
            .map(RunnerState.Cluster::detail)
            .filter(trouble -> !trouble.isEmpty())
            .collect(Collectors.joining("; "));
    return new RunnerState(NAME, model, reach(reachable, each.size()), detail, each);
  }

  private static Reach reach(long reachable, int all) {
    if (reachable == all) {
      return Reach.UP;
    }
    return reachable == 0 ? Reach.AWAY : Reach.DEGRADED;
  }

  @Override
  public CompletionStage<TurnResult> run(TurnRequest request) {
    if (!clock.instant().isBefore(request.deadline())) {
      return CompletableFuture.failedFuture(new TurnTimedOut("the deadline was over before"));
    }
    return new RayCall(new SentTurn(request, clock), clusters, formats).run();
  }
}
