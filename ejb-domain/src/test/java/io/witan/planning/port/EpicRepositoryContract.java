package io.witan.planning.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicEvent;
import io.witan.planning.domain.EpicEvent.EpicCreated;
import io.witan.planning.domain.EpicStatus;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.port.EpicRepository.Filter;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Page;
import io.witan.testing.ListedRepositoryContract;
import io.witan.testing.Moments;
import io.witan.testing.Outcomes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link EpicRepository} promises. */
public abstract class EpicRepositoryContract extends ListedRepositoryContract<Epic, EpicEvent> {

  protected abstract EpicRepository epics();

  @Override
  protected Change<Epic, EpicEvent> something() {
    return written(new ProjectId("PROJ-1"), Moments.MORNING);
  }

  private static Change<Epic, EpicEvent> written(ProjectId project, Instant at) {
    return Epic.create(
        project,
        "Checkout",
        "Pay and go ✓",
        new ActorId("paula"),
        () -> UUID.randomUUID().toString(),
        at);
  }

  @Override
  protected Change<Epic, EpicEvent> changed(Epic before, long version) {
    return new Change<>(
        new Epic(
            before.id(),
            before.project(),
            before.title(),
            "version " + version,
            EpicStatus.IN_PROGRESS,
            before.createdAt(),
            Moments.NOON,
            false,
            version),
        new EpicCreated(
            before.id(),
            before.project(),
            before.title(),
            before.description(),
            new ActorId("paula"),
            Moments.NOON));
  }

  @Override
  protected Optional<Epic> find(Epic thing) {
    return epics().find(thing.id());
  }

  @Override
  protected Optional<Epic> lock(Epic thing) {
    return epics().lock(thing.id());
  }

  @Override
  protected void save(Change<Epic, EpicEvent> change) {
    epics().save(change);
  }

  @Override
  protected Page<Epic> list(Page.Request request) {
    return epics().list(Filter.NONE, request);
  }

  @Override
  protected long version(Epic thing) {
    return thing.version();
  }

  @Test
  void epics_of_a_project_are_listed_page_by_page_the_oldest_first() {
    ProjectId project = new ProjectId("PROJ-" + UUID.randomUUID());
    Epic third = saved(written(project, Moments.NOON.plusMillis(1)));
    Epic first = saved(written(project, Moments.MORNING));
    Epic second = saved(written(project, Moments.NOON));
    Epic other = saved(something());

    assertThat(walk(page -> epics().list(Filter.of(project), page)))
        .containsExactly(first, second, third);
    assertThat(walk(this::list)).contains(first, second, third, other);
  }

  @Test
  void archived_epics_are_found_and_listed_when_they_are_asked_for() {
    ProjectId project = new ProjectId("PROJ-" + UUID.randomUUID());
    Epic open = saved(written(project, Moments.NOON));
    Epic archived = saved(written(project, Moments.MORNING));
    within(
        () -> {
          Epic locked = epics().lock(archived.id()).orElseThrow();
          epics()
              .save(
                  Outcomes.value(
                      locked.archive(new ActorId("paula"), Optional.empty(), Moments.NOON)));
          return true;
        });

    assertThat(epics().find(archived.id())).map(Epic::archived).contains(true);
    assertThat(walk(page -> epics().list(Filter.of(project), page))).containsExactly(open);
    assertThat(walk(page -> epics().list(Filter.of(project).with(Archived.SHOWN), page)))
        .extracting(Epic::id)
        .containsExactly(archived.id(), open.id());
    assertThat(epics().openOf(project, 5)).containsExactly(open.id());
    assertThat(epics().openOf(project, 0)).isEmpty();
  }
}
