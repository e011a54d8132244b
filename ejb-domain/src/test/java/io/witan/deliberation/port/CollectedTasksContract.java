package io.witan.deliberation.port;

import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.CollectedTask;
import io.witan.deliberation.domain.CollectedTask.Aside;
import io.witan.deliberation.domain.CollectedTask.Heard;
import io.witan.deliberation.domain.CollectedTaskEvent;
import io.witan.deliberation.domain.CollectedTaskEvent.AgentHeard;
import io.witan.deliberation.domain.CollectedTaskId;
import io.witan.shared.Change;
import io.witan.shared.Role;
import io.witan.testing.Moments;
import io.witan.testing.RepositoryContract;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link CollectedTasks} promises. */
public abstract class CollectedTasksContract
    extends RepositoryContract<CollectedTask, CollectedTaskEvent> {
  private static final Heard ANSWER =
      Heard.answer(
          new AgentId("agent-1"),
          Optional.of(Role.QA),
          "{ \"as\": \"is\" }",
          Duration.ofMillis(1500),
          Moments.MORNING);
  private static final Heard FAILURE =
      Heard.failure(new AgentId("agent-2"), Optional.empty(), "no GPU", Moments.NOON);

  protected abstract CollectedTasks tasks();

  @Override
  protected Change<CollectedTask, CollectedTaskEvent> something() {
    return value(
        CollectedTask.hear(
            new CollectedTaskId("T-" + UUID.randomUUID()),
            Optional.empty(),
            ANSWER,
            Optional.empty(),
            Aside.nothing(),
            Moments.MORNING));
  }

  @Override
  protected Change<CollectedTask, CollectedTaskEvent> changed(CollectedTask before, long version) {
    return new Change<>(
        new CollectedTask(
            before.id(),
            Optional.of(7),
            before.heard(),
            before.startedAt(),
            Optional.empty(),
            false,
            version),
        new AgentHeard(before.id(), FAILURE, Optional.empty(), Aside.nothing()));
  }

  @Override
  protected Optional<CollectedTask> find(CollectedTask thing) {
    return tasks().find(thing.id());
  }

  @Override
  protected Optional<CollectedTask> lock(CollectedTask thing) {
    return tasks().lock(thing.id());
  }

  @Override
  protected void save(Change<CollectedTask, CollectedTaskEvent> change) {
    tasks().save(change);
  }

  @Override
  protected long version(CollectedTask thing) {
    return thing.version();
  }

  private CollectedTask write(Change<CollectedTask, CollectedTaskEvent> change) {
    within(
        () -> {
          assertThat(lock(change.after())).isPresent();
          save(change);
          return true;
        });
    assertThat(find(change.after())).contains(change.after());
    return change.after();
  }

  private CollectedTask ended() {
    CollectedTask open = saved(something());
    return write(
        value(
            CollectedTask.hear(
                open.id(),
                Optional.of(open),
                FAILURE,
                Optional.of(2),
                Aside.nothing(),
                Moments.NOON)));
  }

  @Test
  void those_that_do_not_get_on_are_found() {
    CollectedTask open = saved(something());
    CollectedTask ended = ended();

    assertThat(tasks().inProgressSince(Moments.MORNING))
        .contains(open.id())
        .doesNotContain(ended.id());
    assertThat(tasks().inProgressSince(Moments.MORNING.minusMillis(1))).doesNotContain(open.id());
  }

  @Test
  void those_that_ended_are_found_until_they_are_removed() {
    CollectedTask open = saved(something());
    CollectedTask ended = ended();

    assertThat(tasks().endedBy(Moments.NOON)).contains(ended.id()).doesNotContain(open.id());
    assertThat(tasks().endedBy(Moments.NOON.minusMillis(1))).doesNotContain(ended.id());

    write(value(ended.remove(Duration.ZERO, Moments.NOON)));
    assertThat(tasks().endedBy(Moments.NOON)).doesNotContain(ended.id());
  }

  @Test
  void one_that_timed_out_reads_back_with_its_reason() {
    CollectedTask open = saved(something());

    write(value(open.timeOut(Duration.ofMinutes(5), Moments.NOON)));
  }
}
