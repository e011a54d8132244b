package io.witan.testing;

import static io.witan.testing.MemoryStore.contains;
import static io.witan.testing.MemoryStore.is;
import static io.witan.testing.MemoryStore.isShown;

import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectEvent;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.port.ProjectRepository;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.Optional;

/** Projects in memory. */
public final class MemoryProjects implements ProjectRepository {
  private final MemoryStore<Project, ProjectEvent> store;

  public MemoryProjects(MemoryTransactions transactions) {
    store =
        new MemoryStore<>(
            transactions,
            new MemoryStore.Shape<>(
                "Project",
                project -> project.id().value(),
                Project::version,
                Project::createdAt,
                Project::updatedAt));
  }

  /** Puts it there as it is, without a transaction and without an event. */
  public Project given(Project project) {
    store.given(project);
    return project;
  }

  @Override
  public Optional<Project> find(ProjectId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Project> lock(ProjectId id) {
    return store.lock(id.value());
  }

  @Override
  public void save(Change<Project, ProjectEvent> change) {
    store.save(change);
  }

  @Override
  public Page<Project> list(Filter filter, Page.Request page) {
    return store.page(filter, project -> fits(project, filter), page);
  }

  private static boolean fits(Project project, Filter filter) {
    return isShown(project.archived(), filter.archived())
        && is(project.status(), filter.status())
        && is(project.owner(), filter.owner())
        && contains(project.name(), filter.text());
  }
}
