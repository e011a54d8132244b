package io.witan.deliberation.application;

import static io.witan.deliberation.application.ScriptedRunner.never;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CancelDeliberationTest {
  private final CouncilInMemory council = new CouncilInMemory();
  private final CancelDeliberation cancel =
      new CancelDeliberation(council.store.transactions, council.store, council.clock);

  @AfterEach
  void close() {
    council.close();
  }

  @Test
  void a_stale_look_is_refused() {
    DeliberationId id = council.started(3);

    assertThat(cancel.cancel(CouncilInMemory.PO.expecting(7), id).isDone()).isFalse();
    assertThat(council.store.find(id).orElseThrow().isOpen()).isTrue();
  }

  @Test
  void frees_the_subject_for_another() {
    DeliberationId id = council.started(3);

    assertThat(cancel.cancel(CouncilInMemory.PO.expecting(1), id).isDone()).isTrue();
    assertThat(council.started(3)).isNotEqualTo(id);
  }

  @Test
  void a_cancelled_one_stops_while_it_waits() throws Exception {
    council.runner.follow(request -> never());
    DeliberationId id = council.started(3);
    Future<Optional<Deliberation>> driving =
        council.threads.submit(() -> council.process(council.runner).run(id));
    await().until(() -> council.runner.asked().size() == 3);

    assertThat(cancel.cancel(CouncilInMemory.PO, id).isDone()).isTrue();

    assertThat(driving.get().orElseThrow().failure()).contains("cancelled by paula");
  }
}
