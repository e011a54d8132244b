package io.witan.grpc.orchestrator;

import static io.witan.grpc.fakes.Bridge.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.proto.orchestrator.v1.DeliberateRequest;
import io.witan.proto.orchestrator.v1.DeliberateResponse;
import io.witan.proto.orchestrator.v1.DeliberationUpdate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamDeliberationTest extends AgainstTheOrchestrator {

  @Test
  void tellsEachTurnUntilThereIsAWinner() throws Exception {
    CompletableFuture<List<DeliberationUpdate>> call = watch(request("T-7").setNumAgents(2));
    await().until(kept::hasOpen);

    while (kept.hasOpen()) {
      kept.takePhase();
    }

    List<DeliberationUpdate> told = call.get(30, TimeUnit.SECONDS);
    assertThat(told)
        .extracting(DeliberationUpdate::getStatus)
        .containsExactly(
            "generating",
            "generating",
            "generating",
            "reviewing",
            "reviewing",
            "reviewing",
            "reviewing",
            "scoring",
            "complete");
    assertThat(told)
        .extracting(DeliberationUpdate::getProgressPercent)
        .containsExactly(0, 16, 33, 49, 66, 82, 99, 99, 100);
    assertThat(told.get(1).getCurrentAgent()).isEqualTo("agent-dev-001");
    assertThat(told.get(1).getPartialResult().getProposal().getContent())
        .contains("PROPOSE agent-dev-001");
    assertThat(told.get(3).getCurrentStep())
        .isEqualTo("agent-dev-001 criticised the proposal of agent-dev-002");
    assertThat(told.get(3).getPartialResult().getScore()).isEqualTo(0.75);
    assertThat(told.get(5).getPartialResult().getProposal().getRevisionsList()).hasSize(1);
    assertThat(told.get(8).getPartialResult().getRank()).isOne();
  }

  @Test
  void joinsTheOneThatIsOpen() throws Exception {
    CompletableFuture<DeliberateResponse> first = deliberate(request("T-7"));
    await().until(kept::hasOpen);
    CompletableFuture<List<DeliberationUpdate>> second = watch(request("T-7"));
    await().until(() -> kept.waiting() == 2);
    assertThat(planning.deliberations.open()).hasSize(1);

    kept.completeAll();

    assertThat(last(second.get(30, TimeUnit.SECONDS)).getPartialResult().getProposal())
        .isEqualTo(first.get(30, TimeUnit.SECONDS).getResults(0).getProposal());
  }

  @Test
  void tellsWhyThereIsNoWinner() {
    CompletableFuture<List<DeliberationUpdate>> call = watch(request("T-7"));
    await().until(kept::hasOpen);

    kept.failAll("the model is away");

    assertThat(call)
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableThat()
        .havingCause()
        .withMessageContaining("UNAVAILABLE")
        .withMessageContaining("the model is away");
  }

  private DeliberationUpdate last(List<DeliberationUpdate> told) {
    return told.get(told.size() - 1);
  }

  private CompletableFuture<List<DeliberationUpdate>> watch(DeliberateRequest.Builder request) {
    return CompletableFuture.supplyAsync(
        () -> {
          List<DeliberationUpdate> told = new ArrayList<>();
          as(DORA, orchestrator).streamDeliberation(request.build()).forEachRemaining(told::add);
          return told;
        },
        callers);
  }
}
