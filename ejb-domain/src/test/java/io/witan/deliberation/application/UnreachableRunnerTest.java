package io.witan.deliberation.application;

import static io.witan.deliberation.application.CouncilInMemory.isTurn;
import static io.witan.deliberation.application.ScriptedRunner.failing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Status;
import io.witan.deliberation.port.TurnFailure.RunnerUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnreachableRunnerTest {
  private final CouncilInMemory council = new CouncilInMemory();

  @AfterEach
  void close() {
    council.close();
  }

  @Test
  void it_is_waited_for() throws Exception {
    council.runner.follow(
        request ->
            request.attempt().number() < 3
                ? failing(new RunnerUnavailable("connection refused"))
                : council.runner.well(request));

    Deliberation done = council.run(council.started(3));

    assertThat(done.status()).isEqualTo(Status.COMPLETED);
    assertThat(done.turns()).allSatisfy(turn -> assertThat(turn.cost().attempts()).isEqualTo(3));
  }

  @Test
  void the_reason_is_told_while_it_waits_and_no_longer_when_it_goes_on() throws Exception {
    AtomicBoolean reachable = new AtomicBoolean();
    council.runner.follow(
        request ->
            reachable.get()
                ? council.runner.well(request)
                : failing(new RunnerUnavailable("connection refused")));
    DeliberationId id = council.started(1);

    Future<Optional<Deliberation>> driven =
        council.threads.submit(() -> council.process(council.runner).run(id));
    await().until(() -> council.store.of(id).isPresent());
    assertThat(council.store.of(id).orElseThrow().reason()).isEqualTo("connection refused");
    reachable.set(true);

    assertThat(driven.get().orElseThrow().status()).isEqualTo(Status.COMPLETED);
    assertThat(council.store.of(id)).isEmpty();
  }

  @Test
  void patience_ends_and_the_reason_is_told() throws Exception {
    council.patience = Duration.ofMillis(300);
    council.runner.follow(request -> failing(new RunnerUnavailable("connection refused")));

    Deliberation done = council.run(council.started(3));

    assertThat(done.status()).isEqualTo(Status.FAILED);
    assertThat(done.failure())
        .hasValueSatisfying(
            why -> assertThat(why).contains("could not be reached").contains("refused"));
  }

  @Test
  void the_time_that_it_asks_for_is_honoured() throws Exception {
    council.runner.follow(
        request ->
            request.attempt().number() == 1 && isTurn(request, 1)
                ? failing(new RunnerUnavailable("busy", Optional.of(Duration.ofMillis(250)), null))
                : council.runner.well(request));

    Deliberation done = council.run(council.started(1));

    assertThat(done.turns().get(0).cost().duration()).isGreaterThan(Duration.ofMillis(249));
  }
}
