package io.witan.planning.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectEvent;
import io.witan.planning.domain.ProjectEvent.ProjectCreated;
import io.witan.planning.domain.ProjectStatus;
import io.witan.planning.port.ProjectRepository.Filter;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Page;
import io.witan.testing.ListedRepositoryContract;
import io.witan.testing.Moments;
import io.witan.testing.Outcomes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link ProjectRepository} promises. */
public abstract class ProjectRepositoryContract
    extends ListedRepositoryContract<Project, ProjectEvent> {

  protected abstract ProjectRepository projects();

  @Override
  protected Change<Project, ProjectEvent> something() {
    return written("Shop", Moments.MORNING);
  }

  private static Change<Project, ProjectEvent> written(String name, Instant at) {
    return Project.create(
        name, "Sells things ✓", new ActorId("paula"), () -> UUID.randomUUID().toString(), at);
  }

  @Override
  protected Change<Project, ProjectEvent> changed(Project before, long version) {
    return new Change<>(
        new Project(
            before.id(),
            before.name(),
            "version " + version,
            ProjectStatus.ON_HOLD,
            before.owner(),
            before.createdAt(),
            Moments.NOON,
            false,
            version),
        new ProjectCreated(
            before.id(), before.name(), before.description(), before.owner(), Moments.NOON));
  }

  @Override
  protected Optional<Project> find(Project thing) {
    return projects().find(thing.id());
  }

  @Override
  protected Optional<Project> lock(Project thing) {
    return projects().lock(thing.id());
  }

  @Override
  protected void save(Change<Project, ProjectEvent> change) {
    projects().save(change);
  }

  @Override
  protected Page<Project> list(Page.Request request) {
    return projects().list(Filter.NONE, request);
  }

  @Override
  protected long version(Project thing) {
    return thing.version();
  }

  @Test
  void projects_are_listed_page_by_page_the_oldest_first() {
    Project third = saved(written("Third", Moments.NOON.plusMillis(1)));
    Project first = saved(written("First", Moments.MORNING));
    Project second = saved(written("Second", Moments.NOON));

    assertThat(walk(this::list).stream().filter(List.of(first, second, third)::contains))
        .containsExactly(first, second, third);
  }

  @Test
  void archived_projects_are_found_and_listed_when_they_are_asked_for() {
    Project archived = saved(something());
    within(
        () -> {
          Project locked = projects().lock(archived.id()).orElseThrow();
          projects().save(Outcomes.value(locked.archive(new ActorId("paula"), Moments.NOON)));
          return true;
        });

    assertThat(projects().find(archived.id())).map(Project::archived).contains(true);
    assertThat(walk(this::list)).extracting(Project::id).doesNotContain(archived.id());
    assertThat(walk(page -> projects().list(Filter.NONE.with(Archived.SHOWN), page)))
        .extracting(Project::id)
        .contains(archived.id());
  }
}
